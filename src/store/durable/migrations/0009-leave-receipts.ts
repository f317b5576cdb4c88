/**
 * Migration 9: receipts for people who have left, written in the transaction that deletes them. Never edited once released;
 * SQLite and PostgreSQL run the same.
 */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

export async function createLeaveReceipts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('leave_receipt')
    .addColumn('receipt_index', 'text', (column) => column.primaryKey().notNull())
    .addColumn('until', 'text', required)
    .addColumn('receipt', 'bytea', required)
    .execute();
  await db.schema.createIndex('leave_receipt_until').on('leave_receipt').column('until').execute();
}
