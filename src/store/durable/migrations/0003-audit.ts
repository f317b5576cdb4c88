/**
 * Migration 3: the access log names the consent, the answer's status, and keeps the rest sealed. Lines from before keep their
 * `what` in clear; newer ones have an empty list there. SQLite and PostgreSQL run the same.
 */
import type { Kysely } from 'kysely';

export async function widenAudit(db: Kysely<unknown>): Promise<void> {
  // One column a statement: SQLite knows no other way.
  await db.schema.alterTable('audit_entry').addColumn('app_grant_id', 'text').execute();
  await db.schema.alterTable('audit_entry').addColumn('status', 'integer').execute();
  await db.schema.alterTable('audit_entry').addColumn('details', 'bytea').execute();
}
