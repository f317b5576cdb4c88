/** Reads the active rows of one SNOMED CT release file (RF2: tab-separated, named columns, one row a line). */
import { basename } from 'node:path';
import { ReleaseFaultError } from '../release-fault.ts';
import { readLines } from '../release-files.ts';
import type { ReadProgress } from '../release.ts';

/**
 * The wanted columns of every active row, in their order.
 * @throws ReleaseFaultError where a column is missing or a row is too short.
 */
export async function* readRf2<C extends string>(
  file: string,
  columns: readonly C[],
  onProgress: ReadProgress,
): AsyncGenerator<{ readonly line: number; readonly row: Readonly<Record<C, string>> }> {
  let places: readonly number[] | undefined;
  let activeAt = -1;
  let width = 0;
  for await (const { number, text } of readLines(file, onProgress)) {
    const cells = text.split('\t');
    if (places === undefined) {
      const head = cells.map((cell) => cell.replace(/^\uFEFF/, ''));
      const missing = ['active', ...columns].find((column) => !head.includes(column));
      if (missing !== undefined)
        throw new ReleaseFaultError({ file, line: number, what: `has no column "${missing}"` });
      places = columns.map((column) => head.indexOf(column));
      activeAt = head.indexOf('active');
      width = head.length;
      continue;
    }
    if (cells.length !== width)
      throw new ReleaseFaultError({ file, line: number, what: `has ${cells.length} columns, not ${width}` });
    if (cells[activeAt] !== '1') continue;
    const at = places;
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[at[index] ?? -1] ?? '']));
    yield { line: number, row: row as Record<C, string> };
  }
}

/** The parts of an RF2 file's name, in lower case: type, content, subtype, …; [] where it is no text file. */
export function rf2Parts(name: string): readonly string[] {
  return /\.txt$/i.test(name) ? name.toLowerCase().split('_') : [];
}

/** RF2 ids are 6 to 18 digits. */
export function conceptId(file: string, line: number, id: string): string {
  if (/^\d{6,18}$/.test(id)) return id;
  throw new ReleaseFaultError({ file, line, what: 'holds a concept id that is none' });
}

/** "sct2_Description_Snapshot-en_INT_20261001.txt": the date before the ending. */
export function rf2Date(file: string): string | undefined {
  const [year, month, day] = /_(\d{4})(\d{2})(\d{2})\.txt$/i.exec(basename(file))?.slice(1) ?? [];
  return year === undefined ? undefined : `${year}-${month ?? ''}-${day ?? ''}`;
}

export function latest(dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}
