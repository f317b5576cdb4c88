/** Brings a database to the newest schema: numbered steps, forward only, in one transaction; a newer database is refused. */
import type { Kysely, Migration } from 'kysely';
import { Migrator } from 'kysely';
import { createFirstTables } from './migrations/0001-first-tables.ts';
import { createAppTables } from './migrations/0002-apps.ts';
import { widenAudit } from './migrations/0003-audit.ts';
import { createPersonIdentifiers } from './migrations/0004-person-identifiers.ts';
import { createPersonDecisions } from './migrations/0005-person-decisions.ts';
import { createPersonEntries } from './migrations/0006-person-entries.ts';
import { createStoreSecret } from './migrations/0007-store-secret.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { Schema } from './schema.ts';
import { StoreOpenError } from '../store-open-error.ts';

function migrationsOf(keyring: OperatorKeyring): Record<string, Migration> {
  return {
    '0001-first-tables': { up: createFirstTables },
    '0002-apps': { up: createAppTables },
    '0003-audit': { up: widenAudit },
    '0004-person-identifiers': { up: (db) => createPersonIdentifiers(db, keyring) },
    '0005-person-decisions': { up: createPersonDecisions },
    '0006-person-entries': { up: createPersonEntries },
    '0007-store-secret': { up: createStoreSecret },
  };
}

/**
 * @throws StoreOpenError `schema` where a step fails, or the database was written by a newer version of the gateway;
 * `wrong-operator-key` where a step has to open what is there and cannot.
 */
export async function migrate(db: Kysely<Schema>, keyring: OperatorKeyring): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrationsOf(keyring)) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof StoreOpenError) throw error;
  if (error !== undefined) {
    throw new StoreOpenError('schema', 'The database could not be brought to the schema of this version.', error);
  }
}
