/** Who may act for whom. */
import type { DurableStore } from '../../ports/durable-store.ts';
import type { StoreContext } from './store-context.ts';

export function createRepresentations({
  db,
}: StoreContext): Pick<DurableStore, 'addRepresentation' | 'listRepresentations'> {
  return {
    /** The same relationship again replaces its dates. */
    async addRepresentation({ subjectId, actorId, relationship, since, until }) {
      const dates = { since, until: until ?? null };
      await db
        .insertInto('representation')
        .values({ subject_id: subjectId, actor_id: actorId, relationship, ...dates })
        .onConflict((conflict) => conflict.columns(['actor_id', 'subject_id', 'relationship']).doUpdateSet(dates))
        .execute();
    },
    async listRepresentations(actorId) {
      const rows = await db
        .selectFrom('representation')
        .selectAll()
        .where('actor_id', '=', actorId)
        .orderBy('since')
        .orderBy('subject_id')
        .orderBy('relationship')
        .execute();
      return rows.map((row) => ({
        subjectId: row.subject_id,
        actorId: row.actor_id,
        relationship: row.relationship,
        since: row.since,
        until: row.until ?? undefined,
      }));
    },
  };
}
