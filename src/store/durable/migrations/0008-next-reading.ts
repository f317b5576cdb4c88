/**
 * Migration 8: when each linked account is to be read again by itself. Accounts from before have no such time until they are
 * read once more. Never edited once released; SQLite and PostgreSQL run the same.
 */
import type { Kysely } from 'kysely';

export async function addNextReading(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('linked_account').addColumn('next_reading_at', 'text').execute();
  await db.schema
    .createIndex('linked_account_next_reading')
    .on('linked_account')
    .columns(['next_reading_at', 'subject_id', 'account_id'])
    .execute();
}
