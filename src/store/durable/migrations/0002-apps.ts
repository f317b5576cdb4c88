/** Migration 2: client apps, what people allowed them, issued tokens, signing keys. Never edited once released. */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const ofPerson = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('person.subject_id').onDelete('cascade');

export async function createAppTables(db: Kysely<unknown>): Promise<void> {
  // Gone with the one whose record it is and with the one who allowed it.
  await db.schema
    .createTable('app_grant')
    .addColumn('grant_id', 'text', key)
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('actor_id', 'text', ofPerson)
    .addColumn('client_id', 'text', required)
    .addColumn('granted_at', 'text', required)
    .addColumn('until', 'text')
    .addColumn('last_used_at', 'text')
    .addColumn('details', 'bytea', required)
    .execute();
  await db.schema
    .createTable('issued_token')
    .addColumn('token_index', 'text', key)
    .addColumn('grant_id', 'text', (column) => column.notNull().references('app_grant.grant_id').onDelete('cascade'))
    .addColumn('expires_at', 'text', required)
    .addColumn('used_at', 'text')
    .addColumn('payload', 'bytea', required)
    .execute();
  await db.schema
    .createTable('app_client')
    .addColumn('client_id', 'text', key)
    .addColumn('details', 'bytea', required)
    .execute();
  await db.schema
    .createTable('signing_key')
    .addColumn('generation', 'integer', required)
    .addColumn('algorithm', 'text', required)
    .addColumn('created_at', 'text', required)
    .addColumn('details', 'bytea', required)
    .addPrimaryKeyConstraint('signing_key_key', ['generation', 'algorithm'])
    .execute();
  await db.schema.createIndex('app_grant_subject').on('app_grant').column('subject_id').execute();
  await db.schema.createIndex('app_grant_actor').on('app_grant').column('actor_id').execute();
  await db.schema.createIndex('app_grant_client').on('app_grant').column('client_id').execute();
  await db.schema.createIndex('issued_token_grant').on('issued_token').column('grant_id').execute();
  await db.schema.createIndex('issued_token_expiry').on('issued_token').column('expires_at').execute();
}
