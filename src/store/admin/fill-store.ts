/** Fills an empty store with rows, all of them or none, and proves by digest that every row arrived as it left. */
import type { Queries } from '../durable/store-context.ts';
import type { RowSource, TableRows } from './row-source.ts';
import { StoreFault } from './store-fault.ts';
import { addRows, countRows, createTableDigest, digestTable, type StoredRow, type TableDigest } from './store-rows.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

export type TableDigests = ReadonlyMap<string, TableDigest>;

/** Which of some rows are taken. */
export type ChooseRows = (queries: Queries, page: TableRows) => Promise<readonly StoredRow[]>;

/**
 * @param queries a transaction; nothing is kept where this throws.
 * @throws StoreFault where the store is not empty, or a table does not hold what was written.
 */
export async function fillStore(queries: Queries, source: RowSource, choose?: ChooseRows): Promise<TableDigests> {
  const tables = await tablesHere(queries);
  for (const table of tables) {
    if ((await countRows(queries, table)) > 0) throw new StoreFault('The store to be filled is not empty.');
  }
  const written = new Map<string, ReturnType<typeof createTableDigest>>(
    tables.map(({ name }) => [name, createTableDigest()]),
  );
  for await (const page of source) {
    const chosen = choose === undefined ? page.rows : await choose(queries, page);
    await addRows(queries, page.table, chosen);
    written.get(page.table.name)?.add(chosen);
  }
  const digests = new Map<string, TableDigest>();
  for (const table of tables) {
    const wanted = written.get(table.name)?.done();
    const there = await digestTable(queries, table);
    if (there.rows !== wanted?.rows || there.sha256 !== wanted.sha256) {
      throw new StoreFault(`The table ${table.name} does not hold what was written to it.`);
    }
    digests.set(table.name, there);
  }
  return digests;
}

/** Those that the schema has at its step. */
async function tablesHere(queries: Queries): Promise<readonly StoreTable[]> {
  const names = new Set((await queries.introspection.getTables()).map(({ name }) => name));
  return STORE_TABLES.filter(({ name }) => names.has(name));
}
