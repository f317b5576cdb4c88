/** Makes a database forget again whom it had forgotten, after an older backup was restored (design 8). */
import type { DeletionList } from './deletion-list.ts';
import { inBatches } from './in-batches.ts';
import { removePerson } from './remove-person.ts';
import type { Queries, StoreContext } from './store-context.ts';

/** Both ways: people on the list are deleted; deletions that only the database knows are added to the list. */
export async function replayDeletions(context: StoreContext, list: DeletionList): Promise<number> {
  const listed = await list.read();
  const known = new Set(listed.map(({ subjectId }) => subjectId));
  const rows = await context.db.selectFrom('person_deletion').selectAll().orderBy('subject_id').execute();
  await list.add(
    rows
      .filter((row) => !known.has(row.subject_id))
      .map((row) => ({ subjectId: row.subject_id, deletedAt: row.deleted_at })),
  );
  let replayed = 0;
  for (const batch of inBatches(listed)) {
    const ids = batch.map(({ subjectId }) => subjectId);
    const deletedAt = new Map(batch.map((deletion) => [deletion.subjectId, deletion.deletedAt]));
    for (const id of await peopleAmong(context.db, ids)) {
      await context.db.transaction().execute((queries) => removePerson(queries, id, deletedAt.get(id) ?? ''));
      replayed += 1;
    }
  }
  return replayed;
}

async function peopleAmong(queries: Queries, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await queries.selectFrom('person').select('subject_id').where('subject_id', 'in', ids).execute();
  return rows.map((row) => row.subject_id);
}
