/** Where rows come from when a store is filled: another store, or a backup. */
import type { Queries } from '../durable/store-context.ts';
import { readRows, type StoredRow } from './store-rows.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

export interface TableRows {
  readonly table: StoreTable;
  readonly rows: readonly StoredRow[];
}

/** Rows in pages: table after table in the order of `STORE_TABLES`, in each by its primary key. */
export type RowSource = AsyncIterable<TableRows>;

/** @param queries a snapshot: all rows are of one instant. @param part undefined: all tables. */
export async function* rowsOf(queries: Queries, part?: StoreTable['part']): AsyncGenerator<TableRows> {
  for (const table of STORE_TABLES) {
    if (part !== undefined && table.part !== part) continue;
    for await (const rows of readRows(queries, table)) yield { table, rows };
  }
}
