/** Which linked accounts are to be read by themselves, and who takes them: each is taken by one process (docs/adr/0020). */
import type { DurableStore } from '../../ports/durable-store.ts';
import type { LinkedAccount } from '../../ports/linked-account.ts';
import { fromAccountRow } from './account-row.ts';
import { findPersonKeys, type StoreContext } from './store-context.ts';

export function createDueAccounts(context: StoreContext): Pick<DurableStore, 'takeDueAccounts' | 'planReading'> {
  const { db } = context;

  /** Somebody else may have taken it, read it or unlinked it since it was found: then the time is another. */
  async function take(
    {
      subject_id,
      account_id,
      next_reading_at,
    }: { subject_id: string; account_id: string; next_reading_at: string | null },
    until: string,
  ): Promise<LinkedAccount | undefined> {
    const row = await db
      .updateTable('linked_account')
      .set({ next_reading_at: until })
      .where('subject_id', '=', subject_id)
      .where('account_id', '=', account_id)
      .where('next_reading_at', '=', next_reading_at)
      .returningAll()
      .executeTakeFirst();
    const keys = row === undefined ? undefined : await findPersonKeys(context, db, subject_id);
    return row === undefined || keys === undefined ? undefined : fromAccountRow(keys, row);
  }

  return {
    async takeDueAccounts({ now, until, limit }) {
      const due = await db
        .selectFrom('linked_account')
        .select(['subject_id', 'account_id', 'next_reading_at'])
        .where('next_reading_at', '<=', now)
        .orderBy('next_reading_at')
        .orderBy('subject_id')
        .orderBy('account_id')
        .limit(limit)
        .execute();
      const taken = await Promise.all(due.map((row) => take(row, until)));
      return taken.filter((account) => account !== undefined);
    },
    async planReading(subjectId, accountId, at) {
      await db
        .updateTable('linked_account')
        .set({ next_reading_at: at ?? null })
        .where('subject_id', '=', subjectId)
        .where('account_id', '=', accountId)
        .execute();
    },
  };
}
