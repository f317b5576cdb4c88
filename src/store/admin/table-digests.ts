/** How many rows each table has, and one digest over all of them in their order: equal only where every row is. */
import { createHash, type Hash } from 'node:crypto';
import type { Queries } from '../durable/store-context.ts';
import { readRows, rowText, type StoredRow } from './store-rows.ts';
import type { StoreTable } from './tables/store-tables.ts';

export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}

/** By name; a table without rows is not named. */
export type TableDigests = ReadonlyMap<string, TableDigest>;

export function createTableDigests() {
  const tables = new Map<string, { readonly hash: Hash; rows: number }>();
  return {
    /** Pages of one table must come in their order. */
    add({ name }: StoreTable, rows: readonly StoredRow[]): void {
      if (rows.length === 0) return;
      const table = tables.get(name) ?? { hash: createHash('sha256'), rows: 0 };
      tables.set(name, table);
      for (const row of rows) table.hash.update(`${rowText(row)}\n`);
      table.rows += rows.length;
    },
    done: (): TableDigests =>
      new Map([...tables].map(([name, { hash, rows }]) => [name, { rows, sha256: hash.copy().digest('hex') }])),
  };
}

export async function digestTables(queries: Queries, tables: readonly StoreTable[]): Promise<TableDigests> {
  const digests = createTableDigests();
  for (const table of tables) {
    for await (const rows of readRows(queries, table)) digests.add(table, rows);
  }
  return digests.done();
}

/** @returns the name of a table that is not the same in both; undefined where all are. */
export function tableThatDiffers(a: TableDigests, b: TableDigests): string | undefined {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].find(
    (name) => a.get(name)?.rows !== b.get(name)?.rows || a.get(name)?.sha256 !== b.get(name)?.sha256,
  );
}
