/** Reads one file of a backup (backup-format.ts), some rows at a time; only at its end is it proved to be whole. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { endShape, headShape, rowShape, type BackupHead, type BackupPart } from './backup-format.ts';
import type { RowSource, TableRows } from './row-source.ts';
import { StoreFault } from './store-fault.ts';
import { rowFromText, type StoredRow } from './store-rows.ts';
import { createTableDigests, tableThatDiffers } from './table-digests.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

const ROWS_PER_PAGE = 200;
/** Letters of the lines of a page; a row that is longer by itself is a page. */
const LETTERS_PER_PAGE = 4 * 1024 * 1024;

export interface BackupFile {
  readonly head: BackupHead;
  /** To be read once, to its end: only there is it proved to be whole. @throws StoreFault */
  readonly rows: RowSource;
}

/** @throws StoreFault where it cannot be read, or is no backup of this part. */
export async function openBackupFile(file: string, part: BackupPart): Promise<BackupFile> {
  const lines = readLines(file);
  const first = await lines.next();
  const head = headShape.safeParse(parseLine(first.done === true ? '' : first.value));
  if (!head.success || head.data.part !== part) throw new StoreFault(`This is no backup of ${part}: ${file}`);
  return { head: head.data, rows: pages(lines, file, part) };
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // A fault of either ends the reading below.
  pipeline(createReadStream(file), unpacked).catch(() => undefined);
  const decoder = new StringDecoder('utf8');
  // A line may be as long as many chunks: its pieces are put together once.
  let pieces: string[] = [];
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const [first = '', ...others] = decoder.write(chunk).split('\n');
      pieces.push(first);
      for (const other of others) {
        yield pieces.join('');
        pieces = [other];
      }
    }
  } catch (cause) {
    throw new StoreFault(`This file cannot be read: ${file} (${cause instanceof Error ? cause.message : ''})`, cause);
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* pages(lines: AsyncIterable<string>, file: string, part: BackupPart): AsyncGenerator<TableRows> {
  const tables = new Map<string, StoreTable>(
    STORE_TABLES.filter((table) => table.part === part).map((table) => [table.name, table]),
  );
  const digests = createTableDigests();
  let page: { readonly table: StoreTable; readonly rows: StoredRow[]; letters: number } | undefined;
  for await (const line of lines) {
    const value = parseLine(line);
    const row = rowShape.safeParse(value);
    if (!row.success) {
      if (page !== undefined) yield page;
      requireEnd(value, digests.done(), file);
      return;
    }
    const table = tables.get(row.data[0]);
    if (table === undefined) throw new StoreFault(`This backup has a table that does not belong there: ${file}`);
    const isFull = page !== undefined && (page.rows.length >= ROWS_PER_PAGE || page.letters >= LETTERS_PER_PAGE);
    if (page !== undefined && (page.table !== table || isFull)) {
      yield page;
      page = undefined;
    }
    page ??= { table, rows: [], letters: 0 };
    const stored = rowFromText(table, row.data[1]);
    page.rows.push(stored);
    page.letters += line.length;
    digests.add(table, [stored]);
  }
  throw cutOff(file);
}

function requireEnd(value: unknown, found: ReturnType<ReturnType<typeof createTableDigests>['done']>, file: string) {
  const end = endShape.safeParse(value);
  if (!end.success || tableThatDiffers(found, new Map(Object.entries(end.data.end))) !== undefined) throw cutOff(file);
}

function cutOff(file: string): StoreFault {
  return new StoreFault(`This backup is cut off or was changed: ${file}`);
}
