/** Looks whether a store is whole: the secret of the store, every sealed value, every reference. Changes nothing. */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { provenKeys } from '../durable/operator-key-check.ts';
import type { Queries } from '../durable/store-context.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { openStoreSecret } from '../encryption/store-keys.ts';
import { StoreOpenError } from '../store-open-error.ts';
import { createRowOpener } from './open-row.ts';
import { countOrphans } from './orphans.ts';
import { schemaState } from './schema-state.ts';
import { StoreFault } from './store-fault.ts';
import { countRows, readRows } from './store-rows.ts';
import { STORE_TABLES } from './tables/store-tables.ts';

export interface CheckReport {
  /** Newest step of the schema. */
  readonly schema: string;
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly sealed: number }[];
  /** People whose keys rest under the previous operator key. */
  readonly underPreviousKey: number;
  /** In words, without any value; none: the store is whole. */
  readonly faults: readonly string[];
}

/**
 * @throws StoreFault where there is no store of this version, StoreOpenError where the operator's key is another: nothing can be
 * told of it then.
 */
export function checkStore(engine: DurableEngine, keyring: OperatorKeyring): Promise<CheckReport> {
  return engine.readSnapshot((queries) => check(queries, keyring));
}

async function check(queries: Queries, keyring: OperatorKeyring): Promise<CheckReport> {
  const schema = await knownSchema(queries);
  const keyFault = await faultOfKey(queries, keyring);
  if (keyFault !== undefined) return { schema, tables: [], underPreviousKey: 0, faults: [keyFault] };
  const opened = await openEverything(queries, keyring);
  const { count } = await queries
    .selectFrom('person_key')
    .where('operator_key_id', '!=', keyring.preferred.id)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return {
    schema,
    tables: opened.tables,
    underPreviousKey: Number(count),
    faults: [...opened.faults, ...(await countOrphans(queries))],
  };
}

/** @returns its newest step. */
async function knownSchema(queries: Queries): Promise<string> {
  const { newest, missing, unknown } = await schemaState(queries);
  if (newest === undefined) throw new StoreFault('There is no store in this database yet.');
  if (missing.length > 0) {
    throw new StoreFault(`The schema lacks ${missing.join(', ')}: a gateway of this version adds it at its start.`);
  }
  const takenAway = unknown.filter((name) => name.endsWith('-contract'));
  if (takenAway.length > 0) {
    throw new StoreFault(`A newer version took away what this one needs: ${takenAway.join(', ')}.`);
  }
  return newest;
}

async function faultOfKey(queries: Queries, keyring: OperatorKeyring): Promise<string | undefined> {
  try {
    const keys = await provenKeys(queries, keyring);
    const row = await queries
      .selectFrom('store_secret')
      .selectAll()
      .where('operator_key_id', '=', keys.id)
      .executeTakeFirst();
    if (row === undefined) return 'The secret of the store is missing.';
    openStoreSecret(keys, row.secret);
    return undefined;
  } catch (error) {
    if (!(error instanceof StoreOpenError)) return 'The secret of the store does not open.';
    if (error.code === 'wrong-operator-key') throw error;
    return error.message;
  }
}

async function openEverything(queries: Queries, keyring: OperatorKeyring) {
  const opener = createRowOpener(queries, keyring);
  const tables: { name: string; rows: number; sealed: number }[] = [];
  const faults: string[] = [];
  for (const table of STORE_TABLES) {
    let rows = 0;
    let sealed = 0;
    let closed = 0;
    if (table.sealed === undefined && table.name !== 'person_key') rows = await countRows(queries, table);
    else {
      for await (const page of readRows(queries, table)) {
        const result = await opener.open(table, page);
        sealed += result.opened;
        closed += result.closed;
        rows += page.length;
      }
    }
    tables.push({ name: table.name, rows, sealed });
    if (closed > 0) faults.push(`${table.name}: ${closed} of ${sealed + closed} sealed values do not open.`);
  }
  return { tables, faults };
}
