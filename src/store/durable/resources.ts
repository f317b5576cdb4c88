/** What sources delivered, as received: rows are added and seen again, never overwritten (law L2). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DurableStore, PullWrite } from '../../ports/durable-store.ts';
import type { Selectable } from 'kysely';
import type { LinkedAccount, StoredResource } from '../../ports/linked-account.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { toAccountRow } from './account-row.ts';
import { createOpenedRows, type OpenedRow, type OpenedRows } from './opened-rows.ts';
import { inBatches } from './in-batches.ts';
import { requireAccount } from './require-account.ts';
import { fromResourceRow, indexResources, toResourceRow, type IndexedResource } from './resource-row.ts';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

/** Few, so that requests under way, to sources above all, are not held up. */
const ROWS_PER_TURN = 25;

/** In the order of {@link DurableStore.listResources}. */
type StoredRow = OpenedRow<StoredResource>;

async function storePull(
  context: StoreContext,
  opened: OpenedRows<StoredResource>,
  queries: Queries,
  account: LinkedAccount,
  pull: PullWrite,
): Promise<readonly StoredRow[]> {
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
  const owner = ownerOf(account.subjectId, account.id);
  const isUsual = [...known.values()].every((row) => row.last_seen_at <= pull.at);
  const given = isUsual ? rowsAfter(known, delivered, pull.at, (row) => atHand(opened, owner, row)) : undefined;
  return given ?? readRows(opened, queries, keys, account.subjectId, account.id);
}

/**
 * The rows as they are now, without opening what was just sealed.
 * @returns undefined where rows are there that were not delivered this time and are not at hand: these must be opened.
 */
function rowsAfter(
  known: ReadonlyMap<string, KnownRow>,
  delivered: readonly IndexedResource[],
  at: string,
  open: (row: KnownRow) => StoredResource | undefined,
): readonly StoredRow[] | undefined {
  const rows = delivered.map(({ index, resource }): StoredRow => {
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
    return { index, stamp: at, value: stored };
  });
  const isDelivered = new Set(rows.map(({ index }) => index));
  for (const row of known.values()) {
    if (isDelivered.has(row.resource_index)) continue;
    const value = open(row);
    if (value === undefined) return undefined;
    rows.push({ index: row.resource_index, stamp: row.last_seen_at, value });
  }
  return rows.sort((a, b) => compareText(a.value.firstSeenAt, b.value.firstSeenAt) || compareText(a.index, b.index));
}

function ownerOf(subjectId: string, accountId: string): string {
  return `${subjectId}/${accountId}`;
}

/** What a row says is told by its key; how it was delivered last, by when that was. */
function atHand(opened: OpenedRows<StoredResource>, owner: string, row: KnownRow): StoredResource | undefined {
  return opened.find(owner, row.resource_index, row.last_seen_at);
}

/** As the engines order text keys: by code unit, which is by byte for what is compared here. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only what is not at hand is fetched and opened. */
async function readRows(
  opened: OpenedRows<StoredResource>,
  queries: Queries,
  keys: PersonKeys,
  subjectId: string,
  accountId: string,
): Promise<readonly StoredRow[]> {
  const owner = ownerOf(subjectId, accountId);
  const there = queries
    .selectFrom('source_resource')
    .where('subject_id', '=', subjectId)
    .where('account_id', '=', accountId)
    .orderBy('first_seen_at')
    .orderBy('resource_index');
  if (!opened.has(owner)) {
    const rows = await there.selectAll().execute();
    return rows.map((row) => openedRow(keys, row));
  }
  const known = await there.select(['resource_index', 'first_seen_at', 'last_seen_at']).execute();
  const found = known.map((row) => ({ row, value: atHand(opened, owner, row) }));
  const missing = found.flatMap(({ row, value }) => (value === undefined ? row.resource_index : []));
  const fetched = new Map<string, StoredRow>();
  for (const indexes of inBatches(missing)) {
    for (const row of await there.selectAll().where('resource_index', 'in', indexes).execute())
      fetched.set(row.resource_index, openedRow(keys, row));
  }
  return found.flatMap(({ row: { resource_index: index, last_seen_at: stamp }, value }) =>
    value === undefined ? (fetched.get(index) ?? []) : { index, stamp, value },
  );
}

function openedRow(keys: PersonKeys, row: Selectable<Schema['source_resource']>): StoredRow {
  return { index: row.resource_index, stamp: row.last_seen_at, value: fromResourceRow(keys, row) };
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

/** Characters of what sources delivered that are at hand in one process. */
const MAX_OPENED_CHARACTERS = 4_000_000;
/** What a row takes beside its text. */
const ROW_CHARACTERS = 300;

export function createOpenedResources(): OpenedRows<StoredResource> {
  return createOpenedRows(MAX_OPENED_CHARACTERS, ({ text }) => text.length + ROW_CHARACTERS);
}

/** @param afterCommit does the work once what was written is on disk. */
export function createResources(
  context: StoreContext,
  opened: OpenedRows<StoredResource>,
  afterCommit: (work: () => void) => void,
): Pick<DurableStore, 'writePull' | 'listResources'> {
  const { db } = context;
  const keepLater = (subjectId: string, accountId: string, rows: readonly StoredRow[]) =>
    afterCommit(() => opened.keep(ownerOf(subjectId, accountId), rows));
  return {
    async writePull(account, pull) {
      const rows = await inTransaction(context, (queries) => storePull(context, opened, queries, account, pull));
      keepLater(account.subjectId, account.id, rows);
      return rows.map(({ value }) => value);
    },
    async listResources(subjectId, accountId) {
      const keys = await findPersonKeys(context, db, subjectId);
      const rows = keys === undefined ? [] : await readRows(opened, db, keys, subjectId, accountId);
      keepLater(subjectId, accountId, rows);
      return rows.map(({ value }) => value);
    },
  };
}
