/** Migration 1: the first tables. Never edited once released; SQLite and PostgreSQL run the same. */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();
const ofPerson = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('person.subject_id').onDelete('cascade');

// `bytea` is PostgreSQL's word; SQLite keeps bytes as bytes whatever the column is called.
async function createPersonTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('operator_key_check')
    .addColumn('id', 'text', key)
    .addColumn('operator_key_id', 'text', required)
    .addColumn('check_value', 'bytea', required)
    .execute();
  await db.schema
    .createTable('person')
    .addColumn('subject_id', 'text', key)
    .addColumn('created_at', 'text', required)
    .addColumn('details', 'bytea', required)
    .execute();
  await db.schema
    .createTable('person_key')
    .addColumn('subject_id', 'text', (column) => ofPerson(column).primaryKey())
    .addColumn('operator_key_id', 'text', required)
    .addColumn('data_key_id', 'text', required)
    .addColumn('data_key', 'bytea', required)
    .addColumn('record_key', 'bytea', required)
    .execute();
  await db.schema
    .createTable('person_identity')
    .addColumn('identity_index', 'text', key)
    .addColumn('subject_id', 'text', ofPerson)
    .execute();
  await db.schema
    .createTable('person_deletion')
    .addColumn('subject_id', 'text', key)
    .addColumn('deleted_at', 'text', required)
    .execute();
  await db.schema
    .createTable('representation')
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('actor_id', 'text', ofPerson)
    .addColumn('relationship', 'text', required)
    .addColumn('since', 'text', required)
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('representation_key', ['actor_id', 'subject_id', 'relationship'])
    .execute();
}

async function createAccountTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('linked_account')
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('account_id', 'text', required)
    .addColumn('actor_id', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('linked_at', 'text', required)
    .addColumn('last_success_at', 'text')
    .addColumn('last_tried_at', 'text')
    .addColumn('confirmed_by_actor_id', 'text')
    .addColumn('confirmed_at', 'text')
    .addColumn('details', 'bytea', required)
    .addPrimaryKeyConstraint('linked_account_key', ['subject_id', 'account_id'])
    .addUniqueConstraint('linked_account_source', ['subject_id', 'source'])
    .execute();
  await db.schema
    .createTable('source_token')
    .addColumn('subject_id', 'text', required)
    .addColumn('account_id', 'text', required)
    .addColumn('expires_at', 'text')
    .addColumn('tokens', 'bytea', required)
    .addPrimaryKeyConstraint('source_token_key', ['subject_id', 'account_id'])
    .addForeignKeyConstraint(
      'source_token_account',
      ['subject_id', 'account_id'],
      'linked_account',
      ['subject_id', 'account_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('source_resource')
    .addColumn('subject_id', 'text', required)
    .addColumn('account_id', 'text', required)
    .addColumn('resource_index', 'text', required)
    .addColumn('first_seen_at', 'text', required)
    .addColumn('last_seen_at', 'text', required)
    .addColumn('content', 'bytea', required)
    .addColumn('delivery', 'bytea', required)
    .addPrimaryKeyConstraint('source_resource_key', ['subject_id', 'account_id', 'resource_index'])
    .addForeignKeyConstraint(
      'source_resource_account',
      ['subject_id', 'account_id'],
      'linked_account',
      ['subject_id', 'account_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function createRecordTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record_ledger')
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('view', 'text', required)
    .addColumn('reference_index', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('last_updated', 'text', required)
    .addColumn('gone_at', 'text')
    .addColumn('details', 'bytea', required)
    .addPrimaryKeyConstraint('record_ledger_key', ['subject_id', 'view', 'reference_index'])
    .execute();
  // No reference to `person`: the log outlives the person, under a pseudonym.
  await db.schema
    .createTable('audit_entry')
    .addColumn('audit_id', 'text', key)
    .addColumn('at', 'text', required)
    .addColumn('subject_id', 'text', required)
    .addColumn('actor_id', 'text')
    .addColumn('agent', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('outcome', 'text', required)
    .addColumn('what', 'text', required)
    .addColumn('request_id', 'text')
    .execute();
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('person_identity_subject').on('person_identity').column('subject_id').execute();
  await db.schema.createIndex('representation_subject').on('representation').column('subject_id').execute();
  await db.schema.createIndex('linked_account_actor').on('linked_account').column('actor_id').execute();
  await db.schema
    .createIndex('linked_account_confirmed_by')
    .on('linked_account')
    .column('confirmed_by_actor_id')
    .execute();
  await db.schema.createIndex('audit_entry_subject').on('audit_entry').columns(['subject_id', 'at']).execute();
  await db.schema.createIndex('audit_entry_actor').on('audit_entry').columns(['actor_id', 'at']).execute();
}

export async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createPersonTables(db);
  await createAccountTables(db);
  await createRecordTables(db);
  await createIndexes(db);
}
