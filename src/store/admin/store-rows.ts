/** Rows of any table as they rest, page by page in the order of the primary key; sealed values stay sealed. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Queries } from '../durable/store-context.ts';
import type { StoreTable } from './tables/store-tables.ts';

export type StoredValue = string | number | null | Uint8Array;
export type StoredRow = Readonly<Record<string, StoredValue>>;

/** Tables by name, where which one is meant is known at run time only. */
type AnyTables = Kysely<Record<string, Record<string, StoredValue>>>;

const ROWS_PER_PAGE = 200;
/** Bytes of a page; a row that is larger by itself is a page. */
const BYTES_PER_PAGE = 4 * 1024 * 1024;

/** In pages that fit in memory whatever the rows hold. Both engines order text by its bytes, so the order is the same everywhere. */
export async function* readRows(queries: Queries, table: StoreTable): AsyncGenerator<readonly StoredRow[]> {
  let last: readonly StoredValue[] | undefined;
  for (;;) {
    const limit = await rowsOfPage(queries, table, last);
    if (limit === 0) return;
    const rows = await after(queries, table, last).selectAll().limit(limit).execute();
    yield rows;
    // The embedded engine works on the calling thread: without a turn nothing that is done with would be given back.
    await nextTurn();
    last = table.key.map((column) => rows.at(-1)?.[column] ?? null);
  }
}

/** How many rows the next page has; 0 at the end. */
async function rowsOfPage(queries: Queries, table: StoreTable, last: readonly StoredValue[] | undefined) {
  const lengths = table.bytes.map((column) => sql<number>`coalesce(length(${sql.ref(column)}), 0)`);
  const bytes = lengths.length === 0 ? sql<number>`0` : sql.join<number>(lengths, sql` + `);
  const rows = await after(queries, table, last).select(bytes.as('bytes')).limit(ROWS_PER_PAGE).execute();
  let sum = 0;
  const over = rows.findIndex((row) => (sum += row.bytes) > BYTES_PER_PAGE);
  return over === -1 ? rows.length : Math.max(over, 1);
}

function after(queries: Queries, { name, key }: StoreTable, last: readonly StoredValue[] | undefined) {
  const tables = queries as unknown as AnyTables;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return key
    .reduce((query, column) => query.orderBy(column), tables.selectFrom(name))
    .$if(last !== undefined, (q) => q.where(sql<boolean>`(${columns}) > (${sql.join(last ?? [])})`));
}

/** A row that is there already stays as it is. @throws GatewayError `conflict` for one that refers to nothing. */
export async function addRows(queries: Queries, { name }: StoreTable, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const tables = queries as unknown as AnyTables;
  await tables
    .insertInto(name)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function hasRows(queries: Queries, { name }: StoreTable): Promise<boolean> {
  const tables = queries as unknown as AnyTables;
  const row = await tables
    .selectFrom(name)
    .select(sql`1`.as('one'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRows(queries: Queries, { name }: StoreTable): Promise<number> {
  const { count } = await (queries as unknown as AnyTables)
    .selectFrom(name)
    .select((eb) => eb.fn.countAll<string | number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The row as one line of JSON: columns by name, bytes in base64. */
export function rowText(row: StoredRow): string {
  const columns = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    Object.fromEntries(
      columns.map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
      ]),
    ),
  );
}

/** What `rowText` was given. */
export function rowFromText(
  { bytes }: StoreTable,
  columns: Readonly<Record<string, string | number | null>>,
): StoredRow {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      bytes.includes(name) && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
    ]),
  );
}
