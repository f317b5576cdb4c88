/**
 * Migration 6: what people add to their records themselves (requirements P6, P7), and when they last looked at the changes (P8).
 * Never edited once released; SQLite and PostgreSQL run the same.
 */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const ofPerson = (column: ColumnDefinitionBuilder) =>
  column.notNull().references('person.subject_id').onDelete('cascade');

export async function createPersonEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_entry')
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('entry_id', 'text', required)
    // Neither references a person: an entry outlives the one who made it for somebody else.
    .addColumn('actor_id', 'text', required)
    .addColumn('at', 'text', required)
    .addColumn('replaces', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text')
    .addColumn('content', 'bytea', required)
    .addPrimaryKeyConstraint('person_entry_key', ['subject_id', 'entry_id'])
    .execute();
  await db.schema.createIndex('person_entry_actor').on('person_entry').column('actor_id').execute();
  await db.schema.createIndex('person_entry_withdrawer').on('person_entry').column('withdrawn_by').execute();
  await db.schema
    .createTable('person_look')
    .addColumn('subject_id', 'text', ofPerson)
    .addColumn('actor_id', 'text', required)
    .addColumn('looked', 'bytea', required)
    .addPrimaryKeyConstraint('person_look_key', ['subject_id', 'actor_id'])
    .execute();
  await db.schema.createIndex('person_look_actor').on('person_look').column('actor_id').execute();
}
