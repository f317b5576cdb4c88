/** Migration 10: consents that are over are found by their time, however many there are. Never edited once released; SQLite and PostgreSQL run the same. */
import type { Kysely } from 'kysely';

export async function indexGrantUntil(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('app_grant_until').on('app_grant').column('until').execute();
}
