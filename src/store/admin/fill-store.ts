/**
 * Fills an empty store with rows, page by page, and proves by digest that every row arrived as it left. Until its last step no
 * gateway starts on it; broken off, it goes on where it was when it is called again with the same rows.
 */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { fillingRow, OPERATOR_ROW, readFilling, type Filling } from '../durable/filling.ts';
import type { Schema } from '../durable/schema.ts';
import type { Queries } from '../durable/store-context.ts';
import type { RowSource, TableRows } from './row-source.ts';
import { StoreFault } from './store-fault.ts';
import { addRows, hasRows, type StoredRow } from './store-rows.ts';
import { createTableDigests, digestTables, tableThatDiffers, type TableDigests } from './table-digests.ts';
import { tablesHere } from './schema-state.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

export interface Fill {
  /** Names what the rows are of: only the same goes on with what was broken off. */
  readonly from: string;
  readonly rows: RowSource;
  /** The row that proves the operator's key: written last. */
  readonly proof: Schema['operator_key_check'];
  /** Brings an empty database to the schema of the rows. */
  readonly prepare: () => Promise<void>;
  /** Which of some rows are taken; all where it is left out. */
  readonly choose?: (queries: Queries, page: TableRows) => Promise<readonly StoredRow[]>;
  /** What is still to be done once every row is there, and before a gateway may start. */
  readonly complete?: () => Promise<void>;
}

/**
 * @returns rows and digest of each table.
 * @throws StoreFault where the store is not empty, is being filled from something else, or does not hold what was written.
 */
export async function fillStore(engine: DurableEngine, fill: Fill): Promise<TableDigests> {
  const proved = (await fillingHere(engine))?.proved;
  if (proved === undefined) await fill.prepare();
  await begin(engine, fill);
  const digests = proved === undefined ? await addAndProve(engine, fill) : new Map(Object.entries(proved));
  await fill.complete?.();
  return new Map([...digests, ...(await finish(engine, fill))]);
}

async function fillingHere({ db }: DurableEngine): Promise<Filling | undefined> {
  return (await tablesHere(db)).some(isOfProof) ? readFilling(db) : undefined;
}

function isOfProof({ name }: StoreTable): boolean {
  return name === 'operator_key_check';
}

function begin({ db }: DurableEngine, { from }: Fill): Promise<void> {
  return db.transaction().execute(async (queries) => {
    const filling = await readFilling(queries);
    if (filling?.from === from) return;
    if (filling !== undefined) {
      throw new StoreFault(
        'Another restore or copy into this store was broken off: run that one once more, or take a new, empty database.',
      );
    }
    for (const table of await tablesHere(queries)) {
      if (await hasRows(queries, table)) throw new StoreFault('The store to be filled is not empty.');
    }
    await queries.insertInto('operator_key_check').values(fillingRow({ from })).execute();
  });
}

async function addAndProve(engine: DurableEngine, { from, rows, choose }: Fill): Promise<TableDigests> {
  const written = createTableDigests();
  for await (const page of rows) {
    if (isOfProof(page.table)) continue;
    const chosen = await engine.db.transaction().execute(async (queries) => {
      await requireOwn(engine, queries, from);
      const taken = choose === undefined ? page.rows : await choose(queries, page);
      await addRows(queries, page.table, taken);
      return taken;
    });
    written.add(page.table, chosen);
  }
  const wanted = written.done();
  const tables = (await tablesHere(engine.db)).filter((table) => !isOfProof(table));
  const there = await engine.readSnapshot((queries) => digestTables(queries, tables));
  const other = tableThatDiffers(there, wanted);
  if (other !== undefined) {
    throw new StoreFault(
      `The table ${other} does not hold what was written to it: begin again with a new, empty database.`,
    );
  }
  await engine.db.transaction().execute(async (queries) => {
    await requireOwn(engine, queries, from);
    await replaceProof(queries, fillingRow({ from, proved: Object.fromEntries(wanted) }));
  });
  return wanted;
}

/** Whoever was faster has put the proof there, and a gateway may run: nothing more is written then. */
async function requireOwn(engine: DurableEngine, queries: Queries, from: string): Promise<void> {
  await engine.holdOperatorKey(queries);
  if ((await readFilling(queries))?.from !== from) {
    throw new StoreFault('Another restore or copy into this store has come to its end meanwhile.');
  }
}

function finish(engine: DurableEngine, { from, proof }: Fill): Promise<TableDigests> {
  return engine.db.transaction().execute(async (queries) => {
    await requireOwn(engine, queries, from);
    await replaceProof(queries, proof);
    return digestTables(queries, STORE_TABLES.filter(isOfProof));
  });
}

async function replaceProof(queries: Queries, { operator_key_id, check_value }: Schema['operator_key_check']) {
  await queries
    .updateTable('operator_key_check')
    .set({ operator_key_id, check_value })
    .where('id', '=', OPERATOR_ROW)
    .execute();
}
