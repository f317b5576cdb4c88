/** What sources delivered, as received: rows are added and seen again, never overwritten (law L2). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DurableStore, PullWrite } from '../../ports/durable-store.ts';
import type { Selectable } from 'kysely';
import type { LinkedAccount, StoredResource } from '../../ports/linked-account.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { toAccountRow } from './account-row.ts';
import { inBatches } from './in-batches.ts';
import { requireAccount } from './require-account.ts';
import { fromResourceRow, indexResources, toResourceRow, type IndexedResource } from './resource-row.ts';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

/** Few, so that requests under way, to sources above all, are not held up. */
const ROWS_PER_TURN = 25;

async function storePull(
  context: StoreContext,
  queries: Queries,
  account: LinkedAccount,
  pull: PullWrite,
): Promise<readonly StoredResource[]> {
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
  const delivered = indexResources(keys, account.id, pull.resources);
  for (const batch of inBatches(delivered, ROWS_PER_TURN)) {
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
  const isUsual = delivered.length >= known.size && [...known.values()].every((row) => row.last_seen_at <= pull.at);
  const given = isUsual ? rowsAfter(known, delivered, pull.at) : undefined;
  return given ?? readRows(queries, keys, account.subjectId, account.id);
}

/**
 * The rows as they are now, without opening what was just sealed.
 * @returns undefined where rows are there that were not delivered this time: these must be opened.
 */
function rowsAfter(
  known: ReadonlyMap<string, KnownRow>,
  delivered: readonly IndexedResource[],
  at: string,
): readonly StoredResource[] | undefined {
  const rows = delivered.map(({ index, resource }) => {
    const { resourceType, originalId, text, fullUrl, at: place, unreadable, readAs } = resource;
    const stored: StoredResource = {
      resourceType,
      originalId,
      text,
      fullUrl,
      at: place,
      unreadable,
      readAs,
      firstSeenAt: known.get(index)?.first_seen_at ?? at,
      lastSeenAt: at,
    };
    return { index, stored };
  });
  if (rows.filter(({ index }) => known.has(index)).length < known.size) return undefined;
  return rows
    .sort((a, b) => compareText(a.stored.firstSeenAt, b.stored.firstSeenAt) || compareText(a.index, b.index))
    .map(({ stored }) => stored);
}

/** As the engines order text keys: by code unit, which is by byte for what is compared here. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function readRows(
  queries: Queries,
  keys: PersonKeys,
  subjectId: string,
  accountId: string,
): Promise<readonly StoredResource[]> {
  const rows = await queries
    .selectFrom('source_resource')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('account_id', '=', accountId)
    .orderBy('first_seen_at')
    .orderBy('resource_index')
    .execute();
  return rows.map((row) => fromResourceRow(keys, row));
}

type KnownRow = Pick<Selectable<Schema['source_resource']>, 'resource_index' | 'first_seen_at' | 'last_seen_at'>;

/** Under the write lock of the transaction: what is there stays there until it ends. */
async function knownRows(queries: Queries, account: LinkedAccount): Promise<ReadonlyMap<string, KnownRow>> {
  const rows = await queries
    .selectFrom('source_resource')
    .select(['resource_index', 'first_seen_at', 'last_seen_at'])
    .where('subject_id', '=', account.subjectId)
    .where('account_id', '=', account.id)
    .execute();
  return new Map(rows.map((row) => [row.resource_index, row]));
}

export function createResources(context: StoreContext): Pick<DurableStore, 'writePull' | 'listResources'> {
  const { db } = context;
  return {
    writePull: (account, pull) => inTransaction(context, (queries) => storePull(context, queries, account, pull)),
    async listResources(subjectId, accountId) {
      const keys = await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : readRows(db, keys, subjectId, accountId);
    },
  };
}
