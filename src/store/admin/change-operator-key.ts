/**
 * Puts everything under the operator's new key while gateways run: they were given both keys before, and go on writing under the
 * one that the store says. From the first step on that is the new one; the keys of people follow, some at a time; when none
 * rests under the previous key it is forgotten. Broken off, it is begun again and goes on where it was.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DurableEngine } from '../durable/durable-engine.ts';
import { appClientPlace } from '../durable/app-clients.ts';
import { OPERATOR_ROW } from '../durable/filling.ts';
import { operatorKeyRow, provenKeys } from '../durable/operator-key-check.ts';
import { signingKeyPlace } from '../durable/signing-keys.ts';
import type { Queries } from '../durable/store-context.ts';
import { sealOwnJson, unsealOwnJson } from '../encryption/own-json.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import { rewrapPersonKeys } from '../encryption/person-keys.ts';
import { StoreFault } from './store-fault.ts';
import { openStoreSecret, wrapStoreSecret } from '../encryption/store-keys.ts';

const PEOPLE_PER_STEP = 100;

/**
 * @param keyring the preferred key is the new one.
 * @returns how many people's keys were wrapped anew.
 * @throws StoreOpenError `wrong-operator-key` where the store is under neither key; StoreFault where keys rest under a third.
 */
export async function changeOperatorKey({ db }: DurableEngine, keyring: OperatorKeyring): Promise<number> {
  const next = keyring.preferred;
  await db.transaction().execute((queries) => preferNext(queries, keyring, next));
  let people = 0;
  for (;;) {
    const rewrapped = await db.transaction().execute((queries) => rewrapSome(queries, keyring, next));
    if (rewrapped === 0) break;
    people += rewrapped;
    // The embedded engine works on the calling thread: without a turn nothing that is done with would be given back.
    await nextTurn();
  }
  if (!(await db.transaction().execute((queries) => forgetOthers(queries, next)))) {
    throw new StoreFault('Some keys rest under another operator key: PHR_OPERATOR_KEY_PREVIOUS is needed.');
  }
  return people;
}

/** What gateways read when they start, and the few values that are the gateway's own. */
async function preferNext(queries: Queries, keyring: OperatorKeyring, next: OperatorKeys): Promise<void> {
  // Written first: whoever wraps something meanwhile has done so, or sees the new key.
  const row = await queries
    .updateTable('operator_key_check')
    .set((eb) => ({ id: eb.ref('id') }))
    .where('id', '=', OPERATOR_ROW)
    .executeTakeFirst();
  const current = await provenKeys(queries, keyring);
  if (row.numUpdatedRows === 0n || current.id === next.id) return;
  const { secret } = await queries
    .selectFrom('store_secret')
    .selectAll()
    .where('operator_key_id', '=', current.id)
    .executeTakeFirstOrThrow();
  const rewrapped = wrapStoreSecret(next, openStoreSecret(current, secret));
  await queries.insertInto('store_secret').values({ operator_key_id: next.id, secret: rewrapped }).execute();
  await queries.updateTable('operator_key_check').set(operatorKeyRow(next)).where('id', '=', OPERATOR_ROW).execute();
  await resealOwn(queries, keyring, next);
}

async function resealOwn(queries: Queries, keyring: OperatorKeyring, next: OperatorKeys): Promise<void> {
  const reseal = (sealed: Uint8Array, place: ReturnType<typeof appClientPlace>) =>
    sealOwnJson(next, unsealOwnJson(keyring, sealed, place) as object, place);
  for (const row of await queries.selectFrom('app_client').selectAll().execute()) {
    const details = reseal(row.details, appClientPlace(row.client_id));
    await queries.updateTable('app_client').set({ details }).where('client_id', '=', row.client_id).execute();
  }
  for (const row of await queries.selectFrom('signing_key').selectAll().execute()) {
    const details = reseal(row.details, signingKeyPlace(row.generation, row.algorithm));
    await queries
      .updateTable('signing_key')
      .set({ details })
      .where('generation', '=', row.generation)
      .where('algorithm', '=', row.algorithm)
      .execute();
  }
}

/** @returns how many; 0 when all are done. */
async function rewrapSome(queries: Queries, keyring: OperatorKeyring, next: OperatorKeys): Promise<number> {
  const others = keyring.all.map(({ id }) => id).filter((id) => id !== next.id);
  if (others.length === 0) return 0;
  const rows = await queries
    .selectFrom('person_key')
    .selectAll()
    .where('operator_key_id', 'in', others)
    .limit(PEOPLE_PER_STEP)
    .execute();
  for (const row of rows) {
    const before = keyring.find(row.operator_key_id);
    if (before === undefined) continue;
    const wrapped = rewrapPersonKeys(before, next, {
      subjectId: row.subject_id,
      operatorKeyId: row.operator_key_id,
      dataKeyId: row.data_key_id,
      dataKey: row.data_key,
      recordKey: row.record_key,
    });
    // Deleted meanwhile: then no row is there to be changed.
    await queries
      .updateTable('person_key')
      .set({ operator_key_id: next.id, data_key: wrapped.dataKey, record_key: wrapped.recordKey })
      .where('subject_id', '=', row.subject_id)
      .where('operator_key_id', '=', row.operator_key_id)
      .execute();
  }
  return rows.length;
}

/** @returns false where somebody's keys rest under another one: then it is kept. */
async function forgetOthers(queries: Queries, next: OperatorKeys): Promise<boolean> {
  const left = await queries
    .selectFrom('person_key')
    .select('subject_id')
    .where('operator_key_id', '!=', next.id)
    .limit(1)
    .executeTakeFirst();
  if (left !== undefined) return false;
  await queries.deleteFrom('store_secret').where('operator_key_id', '!=', next.id).execute();
  return true;
}
