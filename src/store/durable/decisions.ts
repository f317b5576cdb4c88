/** What people decided about their records; which items a decision names rests sealed (law L12). */
import type { Selectable } from 'kysely';
import type { PersonDecision, PersonDecisionStore } from '../../ports/person-decisions.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';
import type { StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

type DecisionDetails = Pick<PersonDecision, 'kind' | 'items' | 'reason'>;

function detailsPlace(decisionId: string) {
  return { table: 'person_decision', rowId: decisionId, column: 'details' };
}

function fromRow(keys: PersonKeys, row: Selectable<Schema['person_decision']>): PersonDecision {
  const details = unsealJson(keys, row.details, detailsPlace(row.decision_id)) as DecisionDetails;
  return {
    ...details,
    id: row.decision_id,
    actorId: row.actor_id,
    at: row.at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnBy: row.withdrawn_by ?? undefined,
  };
}

export function createDecisions(context: StoreContext): PersonDecisionStore {
  const { db } = context;
  return {
    addDecision: (subjectId, { id, kind, items, actorId, at, reason }) =>
      inTransaction(context, async (queries) => {
        const keys = await requirePersonKeys(context, queries, subjectId);
        const details: DecisionDetails = { kind, items, ...(reason === undefined ? {} : { reason }) };
        await queries
          .insertInto('person_decision')
          .values({
            subject_id: subjectId,
            decision_id: id,
            actor_id: actorId,
            at,
            withdrawn_at: null,
            withdrawn_by: null,
            details: sealJson(keys, details, detailsPlace(id)),
          })
          .execute();
      }),
    async listDecisions(subjectId) {
      const rows = await db
        .selectFrom('person_decision')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .orderBy('at')
        .orderBy('decision_id')
        .execute();
      const keys = rows.length === 0 ? undefined : await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : rows.map((row) => fromRow(keys, row));
    },
    async withdrawDecision(subjectId, decisionId, { actorId, at }) {
      const { numUpdatedRows } = await db
        .updateTable('person_decision')
        .set({ withdrawn_at: at, withdrawn_by: actorId })
        .where('subject_id', '=', subjectId)
        .where('decision_id', '=', decisionId)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
