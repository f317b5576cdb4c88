/** Migration 5: what people decided about their records (law L12). Never edited once released; SQLite and PostgreSQL run the same. */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

export async function createPersonDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_decision')
    .addColumn('subject_id', 'text', (column) => column.notNull().references('person.subject_id').onDelete('cascade'))
    .addColumn('decision_id', 'text', required)
    // Neither references a person: a decision outlives the one who took it for somebody else.
    .addColumn('actor_id', 'text', required)
    .addColumn('at', 'text', required)
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text')
    .addColumn('details', 'bytea', required)
    .addPrimaryKeyConstraint('person_decision_key', ['subject_id', 'decision_id'])
    .execute();
  await db.schema.createIndex('person_decision_actor').on('person_decision').column('actor_id').execute();
  await db.schema.createIndex('person_decision_withdrawer').on('person_decision').column('withdrawn_by').execute();
}
