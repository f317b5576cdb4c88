/**
 * The access log: lines are added and read, never changed by a caller. Lines that come together are committed together; each
 * caller goes on only when its own line is on disk.
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { SelectQueryBuilder } from 'kysely';
import type { AuditEntry, AuditFilter, AuditStore } from '../../ports/audit.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { fromAuditRow, toAuditRow } from './audit-row.ts';
import { createGroupCommit } from './group-commit.ts';
import { inBatches } from './in-batches.ts';
import { PSEUDONYM } from './person-traces.ts';
import type { Schema } from './schema.ts';
import { findPersonKeys, type Queries, type StoreContext } from './store-context.ts';

type AuditRows<Selected> = SelectQueryBuilder<Schema, 'audit_entry', Selected>;

interface NewLine {
  readonly id: string;
  readonly entry: AuditEntry;
}

/**
 * Ids by which lines of one instant sort in the order this process wrote them. The count begins anew, at random, with each
 * instant: an id that is given out must not tell how much the log grows for others.
 */
export function createAuditIds(): (at: string) => string {
  let latest = '';
  let order = 0;
  return (at) => {
    order = at === latest ? order + 1 : randomInt(0x8000);
    latest = at;
    return `${order.toString(16).padStart(6, '0')}-${randomUUID()}`;
  };
}

async function writeLines(context: StoreContext, queries: Queries, lines: readonly NewLine[]): Promise<void> {
  const keys = new Map<string, PersonKeys | undefined>();
  for (const { entry } of lines) {
    if (!keys.has(entry.subjectId)) {
      keys.set(entry.subjectId, await findPersonKeys(context, queries, entry.subjectId));
    }
  }
  const rows = lines.map(({ id, entry }) => toAuditRow(keys.get(entry.subjectId), id, entry));
  for (const batch of inBatches(rows)) await queries.insertInto('audit_entry').values(batch).execute();
}

function filtered<Selected>(rows: AuditRows<Selected>, filter: AuditFilter): AuditRows<Selected> {
  const { from, until, ids, actions, outcomes, agents, appGrantId } = filter;
  // PostgreSQL takes no empty list.
  const isNothing = [ids, actions, outcomes, agents].some((list) => list?.length === 0);
  if (isNothing) return rows.where((eb) => eb.val(1), '=', 0);
  return rows
    .$if(from !== undefined, (q) => q.where('at', '>=', from ?? ''))
    .$if(until !== undefined, (q) => q.where('at', '<', until ?? ''))
    .$if(ids !== undefined, (q) => q.where('audit_id', 'in', ids ?? []))
    .$if(actions !== undefined, (q) => q.where('action', 'in', actions ?? []))
    .$if(outcomes !== undefined, (q) => q.where('outcome', 'in', outcomes ?? []))
    .$if(agents !== undefined, (q) => q.where('agent', 'in', agents ?? []))
    .$if(appGrantId !== undefined, (q) => q.where('app_grant_id', '=', appGrantId ?? ''));
}

/** @param nextId one for all of a process. */
export function createAudit(context: StoreContext, nextId: (at: string) => string): AuditStore {
  const { db } = context;
  // Within a transaction a line is on disk with the rest of it.
  const append = db.isTransaction
    ? (line: NewLine) => writeLines(context, db, [line])
    : createGroupCommit<NewLine>((lines) => db.transaction().execute((queries) => writeLines(context, queries, lines)));
  return {
    appendAudit: (entry) => append({ id: nextId(entry.at), entry }),

    async listAudit(subjectId, { limit, before, ...filter }) {
      const { at, id } = before ?? { at: '', id: '' };
      const rows = await filtered(db.selectFrom('audit_entry').selectAll().where('subject_id', '=', subjectId), filter)
        .$if(before !== undefined, (q) =>
          q.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('audit_id', '<', id)])])),
        )
        .orderBy('at', 'desc')
        .orderBy('audit_id', 'desc')
        .limit(limit)
        .execute();
      const keys = await findPersonKeys(context, db, subjectId);
      return rows.map((row) => fromAuditRow(keys, row));
    },

    async countAudit(subjectId, filter) {
      const { count } = await filtered(
        db
          .selectFrom('audit_entry')
          .select((eb) => eb.fn.countAll().as('count'))
          .where('subject_id', '=', subjectId),
        filter,
      ).executeTakeFirstOrThrow();
      return Number(count);
    },

    async deleteNamelessAudit(before) {
      const { numDeletedRows } = await db
        .deleteFrom('audit_entry')
        // A range, so that the index on the subject is of use.
        .where('subject_id', '>=', PSEUDONYM)
        .where('subject_id', '<', `${PSEUDONYM}~`)
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
