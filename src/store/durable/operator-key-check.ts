/**
 * Proves at start that the database belongs to the operator's key, before anything is read or written under a wrong one, and
 * opens the secret of the store with it.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import { seal, unseal } from '../encryption/sealed-value.ts';
import { openStoreSecret, wrapStoreSecret } from '../encryption/store-keys.ts';
import { StoreOpenError } from '../store-open-error.ts';
import { OPERATOR_ROW, refuseFilling } from './filling.ts';
import type { Schema } from './schema.ts';

const CHECK_TEXT = 'phr-gateway operator key';

function checkPlace(keys: OperatorKeys) {
  return { keyId: keys.id, table: 'operator_key_check', subjectId: '', rowId: OPERATOR_ROW, column: 'check_value' };
}

/** The row that says which operator key wraps what is new. */
export function operatorKeyRow(keys: OperatorKeys): Schema['operator_key_check'] {
  const check_value = seal(keys.wrapping, Buffer.from(CHECK_TEXT, 'utf8'), checkPlace(keys));
  return { id: OPERATOR_ROW, operator_key_id: keys.id, check_value };
}

function opensCheck(keys: OperatorKeys, value: Uint8Array): boolean {
  try {
    return unseal(keys.wrapping, value, checkPlace(keys)).toString('utf8') === CHECK_TEXT;
  } catch {
    return false;
  }
}

/**
 * Begins a new store; proves the keys for one that is there.
 * @returns the secret of the store, 32 bytes.
 * @throws StoreOpenError `wrong-operator-key`.
 */
export async function openStoreSecretOf(db: Kysely<Schema>, keyring: OperatorKeyring): Promise<Uint8Array> {
  return db.transaction().execute(async (queries) => {
    const { numInsertedOrUpdatedRows } = await queries
      .insertInto('operator_key_check')
      .values(operatorKeyRow(keyring.preferred))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    const keys = await provenKeys(queries, keyring);
    const known = await secretRow(queries, keyring, keys);
    if (known !== undefined) return openStoreSecret(keys, known.secret);
    // Stores of older versions derived everything from the operator's key itself.
    const secret = numInsertedOrUpdatedRows === 1n ? new Uint8Array(randomBytes(32)) : keys.key;
    const made = { operator_key_id: keys.id, secret: wrapStoreSecret(keys, secret) };
    await queries
      .insertInto('store_secret')
      .values(made)
      .onConflict((conflict) => conflict.column('operator_key_id').doNothing())
      .execute();
    const row = await secretRow(queries, keyring, keys);
    return openStoreSecret(keys, (row ?? made).secret);
  });
}

/** @throws StoreOpenError where the store's operator key is none of these, or cannot be told. */
export async function provenKeys(queries: Kysely<Schema>, keyring: OperatorKeyring): Promise<OperatorKeys> {
  const row = await queries
    .selectFrom('operator_key_check')
    .selectAll()
    .where('id', '=', OPERATOR_ROW)
    .executeTakeFirst();
  return keysOfProof(row, keyring);
}

/** @throws StoreOpenError `wrong-operator-key`, `damaged`, `unfinished`. */
export function keysOfProof(row: Schema['operator_key_check'] | undefined, keyring: OperatorKeyring): OperatorKeys {
  if (row === undefined) throw new StoreOpenError('damaged', 'What proves the operator key is missing.');
  refuseFilling(row);
  const keys = keyring.find(row.operator_key_id);
  if (keys === undefined) {
    throw new StoreOpenError('wrong-operator-key', 'The operator key is not the one this database was made with.');
  }
  if (!opensCheck(keys, row.check_value)) {
    throw new StoreOpenError('damaged', 'What proves the operator key was changed: it does not open.');
  }
  return keys;
}

/** @throws StoreOpenError where a change of the key has not come to its end and the previous one is missing. */
async function secretRow(queries: Kysely<Schema>, keyring: OperatorKeyring, keys: OperatorKeys) {
  const rows = await queries.selectFrom('store_secret').selectAll().execute();
  if (rows.some((row) => keyring.find(row.operator_key_id) === undefined)) {
    throw new StoreOpenError(
      'wrong-operator-key',
      'The change of the operator key has not come to its end: PHR_OPERATOR_KEY_PREVIOUS is still needed.',
    );
  }
  return rows.find((row) => row.operator_key_id === keys.id);
}
