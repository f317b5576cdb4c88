/**
 * Migration 7: the secret of the store, wrapped by each operator key that is in use; more than one while the key is being
 * changed. Never edited once released; SQLite and PostgreSQL run the same.
 */
import type { Kysely } from 'kysely';

export async function createStoreSecret(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('store_secret')
    .addColumn('operator_key_id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('secret', 'bytea', (column) => column.notNull())
    .execute();
  // While the key is being changed, what is still under the previous one is looked for.
  await db.schema.createIndex('person_key_operator_key').on('person_key').column('operator_key_id').execute();
}
