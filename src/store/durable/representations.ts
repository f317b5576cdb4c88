/** Who may act for whom. */
import type { DurableStore } from '../../ports/durable-store.ts';
import type { Representation } from '../../ports/people.ts';
import type { Queries, StoreContext } from './store-context.ts';

export async function writeRepresentation(
  queries: Queries,
  { subjectId, actorId, relationship, since, until }: Representation,
): Promise<void> {
  const dates = { since, until: until ?? null };
  await queries
    .insertInto('representation')
    .values({ subject_id: subjectId, actor_id: actorId, relationship, ...dates })
    .onConflict((conflict) => conflict.columns(['actor_id', 'subject_id', 'relationship']).doUpdateSet(dates))
    .execute();
}

export function createRepresentations({
  db,
}: StoreContext): Pick<DurableStore, 'addRepresentation' | 'listRepresentations' | 'listRepresentationsOf'> {
  const listBy = async (column: 'actor_id' | 'subject_id', id: string) => {
    const rows = await db
      .selectFrom('representation')
      .selectAll()
      .where(column, '=', id)
      .orderBy('since')
      .orderBy('subject_id')
      .orderBy('actor_id')
      .orderBy('relationship')
      .execute();
    return rows.map((row) => ({
      subjectId: row.subject_id,
      actorId: row.actor_id,
      relationship: row.relationship,
      since: row.since,
      until: row.until ?? undefined,
    }));
  };
  return {
    /** The same relationship again replaces its dates. */
    addRepresentation: (representation) => writeRepresentation(db, representation),
    listRepresentations: (actorId) => listBy('actor_id', actorId),
    listRepresentationsOf: (subjectId) => listBy('subject_id', subjectId),
  };
}
