/** Brings a database to the newest schema: numbered steps, forward only, in one transaction; a newer database is refused. */
import type { Kysely, Migration } from 'kysely';
import { Migrator } from 'kysely';
import { createFirstTables } from './migrations/0001-first-tables.ts';
import { createAppTables } from './migrations/0002-apps.ts';
import { widenAudit } from './migrations/0003-audit.ts';
import type { Schema } from './schema.ts';
import { StoreOpenError } from '../store-open-error.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-apps': { up: createAppTables },
  '0003-audit': { up: widenAudit },
};

/** @throws StoreOpenError `schema` where a step fails, or the database was written by a newer version of the gateway. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreOpenError('schema', 'The database could not be brought to the schema of this version.', error);
  }
}
