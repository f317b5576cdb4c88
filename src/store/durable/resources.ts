/** What sources delivered, as received: rows are added and seen again, never overwritten (law L2). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DurableStore, PullWrite } from '../../ports/durable-store.ts';
import type { LinkedAccount } from '../../ports/linked-account.ts';
import { toAccountRow } from './account-row.ts';
import { inBatches } from './in-batches.ts';
import { requireAccount } from './require-account.ts';
import { fromResourceRow, indexResources, toResourceRow } from './resource-row.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, requirePersonKeys } from './store-context.ts';

/** Few, so that requests under way, to sources above all, are not held up. */
const ROWS_PER_TURN = 25;

async function storePull(
  context: StoreContext,
  queries: Queries,
  account: LinkedAccount,
  pull: PullWrite,
): Promise<void> {
  const keys = await requirePersonKeys(context, queries, account.subjectId);
  const { last_tried_at } = await requireAccount(queries, account.subjectId, account.id);
  // Two gateways may pull at once: what the later pull says of the account stands, whoever writes last.
  if (last_tried_at === null || last_tried_at <= pull.at) {
    await queries
      .updateTable('linked_account')
      .set(toAccountRow(keys, account))
      .where('subject_id', '=', account.subjectId)
      .where('account_id', '=', account.id)
      .execute();
  }
  const known = await knownRows(queries, account);
  for (const batch of inBatches(indexResources(keys, account.id, pull.resources), ROWS_PER_TURN)) {
    const rows = batch.map((item) => toResourceRow(keys, account.id, pull.at, item, known.has(item.index)));
    await queries
      .insertInto('source_resource')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['subject_id', 'account_id', 'resource_index'])
          .doUpdateSet({
            last_seen_at: (eb) => eb.ref('excluded.last_seen_at'),
            delivery: (eb) => eb.ref('excluded.delivery'),
          })
          .whereRef('excluded.last_seen_at', '>=', 'source_resource.last_seen_at'),
      )
      .execute();
    // libsql works on the calling thread: other requests get their turn between the statements of a large pull.
    await nextTurn();
  }
}

/** Under the write lock of the transaction: what is there stays there until it ends. */
async function knownRows(queries: Queries, account: LinkedAccount): Promise<ReadonlySet<string>> {
  const rows = await queries
    .selectFrom('source_resource')
    .select('resource_index')
    .where('subject_id', '=', account.subjectId)
    .where('account_id', '=', account.id)
    .execute();
  return new Set(rows.map((row) => row.resource_index));
}

export function createResources(context: StoreContext): Pick<DurableStore, 'writePull' | 'listResources'> {
  const { db } = context;
  return {
    writePull: (account, pull) => db.transaction().execute((queries) => storePull(context, queries, account, pull)),
    async listResources(subjectId, accountId) {
      const rows = await db
        .selectFrom('source_resource')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .where('account_id', '=', accountId)
        .orderBy('first_seen_at')
        .orderBy('resource_index')
        .execute();
      const keys = await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : rows.map((row) => fromResourceRow(keys, row));
    },
  };
}
