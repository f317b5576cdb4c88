/** Linked accounts: at most one per person and source. */
import type { DurableStore } from '../../ports/durable-store.ts';
import { fromAccountRow, toAccountRow } from './account-row.ts';
import type { StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';
import { writeTokens } from './tokens.ts';

export function createAccounts(
  context: StoreContext,
): Pick<DurableStore, 'putAccount' | 'getAccount' | 'listAccounts' | 'deleteAccount'> {
  const { db } = context;
  return {
    putAccount: (account, tokens) =>
      inTransaction(context, async (queries) => {
        const keys = await requirePersonKeys(context, queries, account.subjectId);
        const row = toAccountRow(keys, account);
        await queries
          .insertInto('linked_account')
          .values(row)
          .onConflict((conflict) => conflict.columns(['subject_id', 'account_id']).doUpdateSet(row))
          .execute();
        if (tokens !== undefined) await writeTokens(context, queries, [account.subjectId, account.id], tokens);
      }),
    async getAccount(subjectId, id) {
      const row = await db
        .selectFrom('linked_account')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .where('account_id', '=', id)
        .executeTakeFirst();
      const keys = row === undefined ? undefined : await findPersonKeys(context, db, subjectId);
      return row === undefined || keys === undefined ? undefined : fromAccountRow(keys, row);
    },
    async listAccounts(subjectId) {
      const rows = await db
        .selectFrom('linked_account')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .orderBy('source')
        .execute();
      const keys = await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : rows.map((row) => fromAccountRow(keys, row));
    },
    async deleteAccount(subjectId, id) {
      await db.deleteFrom('linked_account').where('subject_id', '=', subjectId).where('account_id', '=', id).execute();
    },
  };
}
