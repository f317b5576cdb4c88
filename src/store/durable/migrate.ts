/**
 * Brings a database to the newest schema: numbered steps, forward only, in one transaction. Steps only add (docs/stores.md), so
 * that the version before goes on beside this one; one that takes away is named `…-contract`, and a database that has such a
 * step that is not known here is refused.
 */
import type { Kysely, Migration } from 'kysely';
import { Migrator, sql } from 'kysely';
import { createFirstTables } from './migrations/0001-first-tables.ts';
import { createAppTables } from './migrations/0002-apps.ts';
import { widenAudit } from './migrations/0003-audit.ts';
import { createPersonIdentifiers } from './migrations/0004-person-identifiers.ts';
import { createPersonDecisions } from './migrations/0005-person-decisions.ts';
import { createPersonEntries } from './migrations/0006-person-entries.ts';
import { createStoreSecret } from './migrations/0007-store-secret.ts';
import { addNextReading } from './migrations/0008-next-reading.ts';
import { createLeaveReceipts } from './migrations/0009-leave-receipts.ts';
import { indexGrantUntil } from './migrations/0010-grant-until.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { Schema } from './schema.ts';
import { StoreOpenError } from '../store-open-error.ts';

type Step = (db: Kysely<unknown>, keyring: OperatorKeyring) => Promise<void>;

const STEPS: Readonly<Record<string, Step>> = {
  '0001-first-tables': createFirstTables,
  '0002-apps': createAppTables,
  '0003-audit': widenAudit,
  '0004-person-identifiers': createPersonIdentifiers,
  '0005-person-decisions': createPersonDecisions,
  '0006-person-entries': createPersonEntries,
  '0007-store-secret': createStoreSecret,
  '0008-next-reading': addNextReading,
  '0009-leave-receipts': createLeaveReceipts,
  '0010-grant-until': indexGrantUntil,
};

/** In their order, which is the order of their names. */
export const migrationNames: readonly string[] = Object.keys(STEPS);

/**
 * Several gateways may start at once: they take turns.
 * @param until the step to stop at; the newest where it is left out.
 * @throws StoreOpenError `schema` where a step fails, or the database was written by a newer version of the gateway and has
 * lost what this one needs; `wrong-operator-key` where a step has to open what is there and cannot.
 */
export async function migrate(db: Kysely<Schema>, keyring: OperatorKeyring, until?: string): Promise<void> {
  // Before the migrator holds the connection: an embedded database has only one.
  const later = await laterSteps(db);
  const getMigrations = (): Promise<Record<string, Migration>> => {
    const own = Object.entries(STEPS).map(([name, step]): [string, Migration] => [
      name,
      { up: (queries) => step(queries, keyring) },
    ]);
    // Taken already, by a newer version: it goes on beside this one.
    const newer = later.map((name): [string, Migration] => [name, { up: () => Promise.resolve() }]);
    return Promise.resolve(Object.fromEntries([...own, ...newer]));
  };
  const migrator = new Migrator({ db, provider: { getMigrations } });
  const { error } = await (until === undefined ? migrator.migrateToLatest() : migrator.migrateTo(until));
  if (error instanceof StoreOpenError) throw error;
  if (error !== undefined) {
    throw new StoreOpenError('schema', 'The database could not be brought to the schema of this version.', error);
  }
}

/** Steps of a newer version that were taken here and only added. */
async function laterSteps(db: Kysely<Schema>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const newest = migrationNames.at(-1) ?? '';
  return rows.map(({ name }) => name).filter((name) => name > newest && !name.endsWith('-contract'));
}
