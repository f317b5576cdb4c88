/** Rows of any table as they rest, page by page in the order of the primary key; sealed values stay sealed. */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Queries } from '../durable/store-context.ts';
import type { StoreTable } from './tables/store-tables.ts';

export type StoredValue = string | number | null | Uint8Array;
export type StoredRow = Readonly<Record<string, StoredValue>>;

/** Tables by name, where which one is meant is known at run time only. */
type AnyTables = Kysely<Record<string, Record<string, StoredValue>>>;

const ROWS_PER_PAGE = 200;

/** Both engines order text by its bytes, so the order is the same everywhere. */
export async function* readRows(queries: Queries, { name, key }: StoreTable): AsyncGenerator<readonly StoredRow[]> {
  const tables = queries as unknown as AnyTables;
  let last: readonly StoredValue[] | undefined;
  for (;;) {
    const after = last;
    const inOrder = key.reduce((query, column) => query.orderBy(column), tables.selectFrom(name).selectAll());
    const rows: readonly StoredRow[] = await inOrder
      .$if(after !== undefined, (q) =>
        q.where(sql<boolean>`(${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join(after ?? [])})`),
      )
      .limit(ROWS_PER_PAGE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_PAGE) return;
    last = key.map((column) => rows.at(-1)?.[column] ?? null);
  }
}

/** @throws GatewayError `conflict` for a row that is there already, or refers to nothing. */
export async function addRows(queries: Queries, { name }: StoreTable, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length > 0) await (queries as unknown as AnyTables).insertInto(name).values(rows).execute();
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

/** How many rows, and one digest over all of them in their order: equal only where every row is. */
export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}

export function createTableDigest() {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(rows: readonly StoredRow[]): void {
      for (const row of rows) hash.update(`${rowText(row)}\n`);
      count += rows.length;
    },
    done: (): TableDigest => ({ rows: count, sha256: hash.digest('hex') }),
  };
}

export async function digestTable(queries: Queries, table: StoreTable): Promise<TableDigest> {
  const digest = createTableDigest();
  for await (const rows of readRows(queries, table)) digest.add(rows);
  return digest.done();
}
