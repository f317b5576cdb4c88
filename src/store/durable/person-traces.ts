/** What stays of a deleted person in rows that belong to others: a pseudonym nobody can tie back. */
import type { Queries } from './store-context.ts';

/** How a pseudonym begins. */
export const PSEUDONYM = 'deleted-';

/** Audit lines, and the accounts, decisions and entries of a deleted person for somebody else, keep the pseudonym in the id's place. */
export async function keepNamelessTraces(queries: Queries, personId: string, pseudonym: string): Promise<void> {
  await queries
    .updateTable('audit_entry')
    .set({ subject_id: pseudonym, what: '[]', app_grant_id: null, request_id: null, details: null })
    .where('subject_id', '=', personId)
    .execute();
  await queries.updateTable('audit_entry').set({ actor_id: pseudonym }).where('actor_id', '=', personId).execute();
  await queries.updateTable('linked_account').set({ actor_id: pseudonym }).where('actor_id', '=', personId).execute();
  await queries
    .updateTable('linked_account')
    .set({ confirmed_by_actor_id: pseudonym })
    .where('confirmed_by_actor_id', '=', personId)
    .execute();
  await queries.updateTable('person_decision').set({ actor_id: pseudonym }).where('actor_id', '=', personId).execute();
  await queries
    .updateTable('person_decision')
    .set({ withdrawn_by: pseudonym })
    .where('withdrawn_by', '=', personId)
    .execute();
  await queries.updateTable('person_entry').set({ actor_id: pseudonym }).where('actor_id', '=', personId).execute();
  await queries
    .updateTable('person_entry')
    .set({ withdrawn_by: pseudonym })
    .where('withdrawn_by', '=', personId)
    .execute();
  // How far somebody read is of use to nobody else.
  await queries.deleteFrom('person_look').where('actor_id', '=', personId).execute();
}
