/** Tables for a terminal: cells wrapped at words, columns as wide as they need within the width there is. Pure. */

export interface Column {
  readonly title: string;
  /** Share of the width that remains once narrow columns have what they need. */
  readonly weight: number;
}

const GAP = '  ';
const NARROWEST = 8;

/** @param width characters of a line. @returns lines without line ends. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columnWidths(columns, rows, width);
  const lines = [columns.map((column) => column.title), widths.map((w) => '─'.repeat(w))].flatMap((cells) =>
    wrappedRow(cells, widths),
  );
  for (const row of rows) lines.push(...wrappedRow(row, widths));
  return lines;
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const natural = columns.map((column, index) =>
    Math.max(column.title.length, ...rows.map((row) => longestLine(row[index] ?? ''))),
  );
  const available = width - GAP.length * (columns.length - 1);
  const widths = [...natural];
  // The columns that are wider than their share give way, in proportion to their weight.
  for (let over = sum(widths) - available; over > 0; over = sum(widths) - available) {
    const shares = columns.map((column) => (column.weight / sum(columns.map((item) => item.weight))) * available);
    const wide = widths.flatMap((w, index) => (w > Math.max(shares[index] ?? 0, NARROWEST) ? [index] : []));
    const widest = wide.toSorted((a, b) => excess(widths, shares, b) - excess(widths, shares, a))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function excess(widths: readonly number[], shares: readonly number[], index: number): number {
  return (widths[index] ?? 0) - (shares[index] ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function longestLine(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

function wrappedRow(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = widths.map((width, index) => wrap(cells[index] ?? '', width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => (wrapped[index]?.[line] ?? '').padEnd(width))
      .join(GAP)
      .trimEnd(),
  );
}

/** Breaks at spaces, within words only where one is longer than the line. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((item) => item !== '')) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (joined.length <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
    }
    return [...lines, line];
  });
}
