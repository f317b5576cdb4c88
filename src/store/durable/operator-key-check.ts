/** Proves at start that the database belongs to this operator key, before anything is read or written under a wrong one. */
import type { Kysely } from 'kysely';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import { seal, unseal } from '../encryption/sealed-value.ts';
import type { Schema } from './schema.ts';
import { StoreOpenError } from '../store-open-error.ts';

const ROW_ID = 'operator';
const CHECK_TEXT = 'phr-gateway operator key';

function checkPlace(keys: OperatorKeys) {
  return { keyId: keys.id, table: 'operator_key_check', subjectId: '', rowId: ROW_ID, column: 'check_value' };
}

function opensCheck(keys: OperatorKeys, value: Uint8Array): boolean {
  try {
    return unseal(keys.wrapping, value, checkPlace(keys)).toString('utf8') === CHECK_TEXT;
  } catch {
    return false;
  }
}

/**
 * Writes the check value into a new database; compares it in an old one.
 * @throws StoreOpenError `wrong-operator-key`.
 */
export async function checkOperatorKey(db: Kysely<Schema>, keys: OperatorKeys): Promise<void> {
  const row = await db.transaction().execute(async (transaction) => {
    const check_value = seal(keys.wrapping, Buffer.from(CHECK_TEXT, 'utf8'), checkPlace(keys));
    await transaction
      .insertInto('operator_key_check')
      .values({ id: ROW_ID, operator_key_id: keys.id, check_value })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return transaction.selectFrom('operator_key_check').selectAll().where('id', '=', ROW_ID).executeTakeFirstOrThrow();
  });
  if (row.operator_key_id !== keys.id || !opensCheck(keys, row.check_value)) {
    throw new StoreOpenError('wrong-operator-key', 'The operator key is not the one this database was made with.');
  }
}
