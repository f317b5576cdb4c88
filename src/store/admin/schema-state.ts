/** Which steps of the schema a database has, against those of this version. */
import { sql } from 'kysely';
import { migrationNames } from '../durable/migrate.ts';
import type { Queries } from '../durable/store-context.ts';
import { StoreFault } from './store-fault.ts';
import { STORE_TABLES, type StoreTable } from './tables/store-tables.ts';

export interface SchemaState {
  /** Newest step that was taken; undefined in an empty database. */
  readonly newest: string | undefined;
  readonly missing: readonly string[];
  /** Steps that this version does not know. */
  readonly unknown: readonly string[];
}

export async function schemaState(queries: Queries): Promise<SchemaState> {
  const tables = await queries.introspection.getTables({ withInternalKyselyTables: true });
  const taken = tables.some(({ name }) => name === 'kysely_migration')
    ? (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(queries)).rows
    : [];
  const names = taken.map(({ name }) => name);
  return {
    newest: names.at(-1),
    missing: migrationNames.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !migrationNames.includes(name)),
  };
}

/** @throws StoreFault where the rows are not those that this version knows. */
export async function requireCurrentSchema(queries: Queries): Promise<void> {
  const { missing, unknown } = await schemaState(queries);
  if (unknown.length > 0) throw new StoreFault('The database was written by a newer version of the gateway.');
  if (missing.length > 0) {
    throw new StoreFault('The database is of an older version: start a gateway of this version on it once.');
  }
}

/** Tables that the schema has at its step, with those of their columns of bytes that it has. */
export async function tablesHere(queries: Queries): Promise<readonly StoreTable[]> {
  const found = await queries.introspection.getTables();
  return STORE_TABLES.flatMap((table) => {
    const columns = found.find(({ name }) => name === table.name)?.columns.map(({ name }) => name);
    if (columns === undefined) return [];
    return [{ ...table, bytes: table.bytes.filter((column) => columns.includes(column)) }];
  });
}
