/** Which row stands next to which: what may be the same stands together, so that it is seen at one look (requirement P3). Pure. */

/** @param relatedOf paths of the rows that may be the same. @returns the same rows, each once; the first of what belongs together keeps its place. */
export function besideRelated<Row extends { readonly path: string }>(
  rows: readonly Row[],
  relatedOf: (row: Row) => readonly string[],
): readonly Row[] {
  const left = new Set(rows);
  const placed: Row[] = [];
  function place(row: Row): void {
    if (!left.delete(row)) return;
    placed.push(row);
    const related = new Set(relatedOf(row));
    for (const other of rows) if (related.has(other.path)) place(other);
  }
  for (const row of rows) place(row);
  return placed;
}
