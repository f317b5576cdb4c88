/** Stops a write for an account that was unlinked while its source was being read. */
import { GatewayError } from '../../errors.ts';
import type { Queries } from './store-context.ts';

/**
 * To be called inside the writing transaction.
 * @throws GatewayError `conflict`.
 */
export async function requireAccount(queries: Queries, subjectId: string, accountId: string) {
  const row = await queries
    .selectFrom('linked_account')
    .select('last_tried_at')
    .where('subject_id', '=', subjectId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) throw new GatewayError('conflict', 'The account is not linked any more.');
  return row;
}
