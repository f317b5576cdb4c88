/** Deletes a person with everything that is theirs, the key first of all; what they did for others keeps a pseudonym. */
import { randomBytes } from 'node:crypto';
import { keepNamelessTraces, PSEUDONYM } from './person-traces.ts';
import type { Queries } from './store-context.ts';

/**
 * To be called in a transaction.
 * @param deletedAt ISO instant.
 * @returns false where there is no such person (any more).
 */
export async function removePerson(queries: Queries, id: string, deletedAt: string): Promise<boolean> {
  const deleted = await queries.deleteFrom('person').where('subject_id', '=', id).executeTakeFirst();
  if (deleted.numDeletedRows === 0n) return false;
  await keepNamelessTraces(queries, id, `${PSEUDONYM}${randomBytes(12).toString('hex')}`);
  await queries
    .insertInto('person_deletion')
    .values({ subject_id: id, deleted_at: deletedAt })
    // Known already where an older backup was restored beside the newest list.
    .onConflict((conflict) => conflict.column('subject_id').doNothing())
    .execute();
  return true;
}
