/** The access log: lines are added and read, never changed by a caller. */
import { randomBytes } from 'node:crypto';
import type { DurableStore } from '../../ports/durable-store.ts';
import type { StoreContext } from './store-context.ts';

/** Sorts lines of one instant in the order this process wrote them. */
function createAuditIds(): () => string {
  let written = 0;
  return () => {
    written += 1;
    return `${written.toString(16).padStart(12, '0')}-${randomBytes(8).toString('hex')}`;
  };
}

export function createAudit({ db }: StoreContext): Pick<DurableStore, 'appendAudit' | 'listAudit'> {
  const nextId = createAuditIds();
  return {
    async appendAudit(entry) {
      await db
        .insertInto('audit_entry')
        .values({
          audit_id: nextId(),
          at: entry.at,
          subject_id: entry.subjectId,
          actor_id: entry.actorId ?? null,
          agent: entry.agent,
          action: entry.action,
          outcome: entry.outcome,
          what: JSON.stringify(entry.what),
          request_id: entry.requestId ?? null,
        })
        .execute();
    },
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
