/** What the parts of the durable store share: the database, the operator's keys, a clock. */
import type { Kysely, Transaction } from 'kysely';
import { GatewayError } from '../../errors.ts';
import type { OperatorKeys } from '../encryption/operator-keys.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { openPersonKeys } from '../encryption/person-keys.ts';
import type { Schema } from './schema.ts';

export interface StoreContext {
  readonly db: Kysely<Schema>;
  readonly operatorKeys: OperatorKeys;
  readonly now: () => Date;
  /** Holds other writers of this person off until the transaction ends, where the engine does not do so by itself. */
  readonly lockPerson: (queries: Queries, subjectId: string) => Promise<void>;
}

/** The database or a transaction on it. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

export async function findPersonKeys(
  context: StoreContext,
  queries: Queries,
  subjectId: string,
): Promise<PersonKeys | undefined> {
  const row = await queries.selectFrom('person_key').selectAll().where('subject_id', '=', subjectId).executeTakeFirst();
  if (row === undefined) return undefined;
  return openPersonKeys(context.operatorKeys, {
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
