/**
 * The access log: lines are added and read, never changed by a caller. Lines that come together are committed together; each
 * caller goes on only when its own line is on disk.
 */
import { randomBytes } from 'node:crypto';
import type { AuditEntry, DurableStore } from '../../ports/durable-store.ts';
import type { Insertable } from 'kysely';
import { createGroupCommit } from './group-commit.ts';
import { inBatches } from './in-batches.ts';
import type { Schema } from './schema.ts';
import type { StoreContext } from './store-context.ts';

type AuditRow = Insertable<Schema['audit_entry']>;

/** Sorts lines of one instant in the order this process wrote them. */
function createAuditIds(): () => string {
  let written = 0;
  return () => {
    written += 1;
    return `${written.toString(16).padStart(12, '0')}-${randomBytes(8).toString('hex')}`;
  };
}

function toAuditRow(id: string, entry: AuditEntry): AuditRow {
  return {
    audit_id: id,
    at: entry.at,
    subject_id: entry.subjectId,
    actor_id: entry.actorId ?? null,
    agent: entry.agent,
    action: entry.action,
    outcome: entry.outcome,
    what: JSON.stringify(entry.what),
    request_id: entry.requestId ?? null,
  };
}

export function createAudit({ db }: StoreContext): Pick<DurableStore, 'appendAudit' | 'listAudit'> {
  const nextId = createAuditIds();
  const append = createGroupCommit<AuditRow>((rows) =>
    db.transaction().execute(async (queries) => {
      for (const batch of inBatches(rows)) await queries.insertInto('audit_entry').values(batch).execute();
    }),
  );
  return {
    appendAudit: (entry) => append(toAuditRow(nextId(), entry)),
    /** Oldest first. */
    async listAudit(subjectId) {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .orderBy('at')
        .orderBy('audit_id')
        .execute();
      return rows.map((row) => ({
        at: row.at,
        subjectId: row.subject_id,
        actorId: row.actor_id ?? undefined,
        agent: row.agent,
        action: row.action,
        what: JSON.parse(row.what) as readonly string[],
        outcome: row.outcome,
        requestId: row.request_id ?? undefined,
      }));
    },
  };
}
