/** What the parts of the durable store share: the database, the keys, a clock. */
import type { Kysely, Transaction } from 'kysely';
import { GatewayError } from '../../errors.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { openPersonKeys } from '../encryption/person-keys.ts';
import type { StoreKeys } from '../encryption/store-keys.ts';
import { provenKeys } from './operator-key-check.ts';
import type { Schema } from './schema.ts';

export interface StoreContext {
  readonly db: Kysely<Schema>;
  readonly keyring: OperatorKeyring;
  readonly storeKeys: StoreKeys;
  readonly now: () => Date;
  /** Holds other writers of this person off until the transaction ends, where the engine does not do so by itself. */
  readonly lockPerson: (queries: Queries, subjectId: string) => Promise<void>;
  /** Holds a change of the operator's key off until the transaction ends, where the engine does not do so by itself. */
  readonly holdOperatorKey: (queries: Queries) => Promise<void>;
}

/** The database or a transaction on it. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** All or nothing; within a transaction that is under way already, a part of it. */
export function inTransaction<Result>(
  { db }: Pick<StoreContext, 'db'>,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

export async function findPersonKeys(
  context: StoreContext,
  queries: Queries,
  subjectId: string,
): Promise<PersonKeys | undefined> {
  const row = await queries.selectFrom('person_key').selectAll().where('subject_id', '=', subjectId).executeTakeFirst();
  if (row === undefined) return undefined;
  const operatorKeys = context.keyring.find(row.operator_key_id);
  if (operatorKeys === undefined) throw new GatewayError('internal');
  return openPersonKeys(operatorKeys, {
    subjectId: row.subject_id,
    operatorKeyId: row.operator_key_id,
    dataKeyId: row.data_key_id,
    dataKey: row.data_key,
    recordKey: row.record_key,
  });
}

/**
 * In a transaction the person is the caller's until it ends: what was read before writing still holds then.
 * @throws GatewayError `not-found` for a person who is not here (any more).
 */
export async function requirePersonKeys(
  context: StoreContext,
  queries: Queries,
  subjectId: string,
): Promise<PersonKeys> {
  if (queries.isTransaction) await context.lockPerson(queries, subjectId);
  const keys = await findPersonKeys(context, queries, subjectId);
  if (keys === undefined) throw new GatewayError('not-found', 'There is no such person.');
  return keys;
}

/**
 * The operator's keys with which what is new is wrapped: those the store says, so that a gateway that was not yet told of a
 * newer key can read it. To be called in the transaction that writes.
 */
export async function currentOperatorKeys(context: StoreContext, queries: Queries): Promise<OperatorKeys> {
  await context.holdOperatorKey(queries);
  return provenKeys(queries, context.keyring);
}
