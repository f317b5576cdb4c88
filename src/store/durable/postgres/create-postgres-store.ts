/** The durable store on PostgreSQL, for several gateway processes. */
import type { DurableStore } from '../../../ports/durable-store.ts';
import { createOperatorKeyring, type GivenOperatorKeys } from '../../encryption/operator-keyring.ts';
import { openDurableStore } from '../open-durable-store.ts';
import { openPostgresEngine, type PostgresEngineOptions } from './open-postgres-engine.ts';

export interface PostgresStoreOptions extends PostgresEngineOptions, GivenOperatorKeys {
  /** Where the list of deletions is kept; undefined: in the database only. */
  readonly deletionsFile?: string | undefined;
  readonly now?: () => Date;
}

/**
 * @throws StoreOpenError `cannot-open`, `schema` or `wrong-operator-key`.
 * @throws RangeError for an operator key of another length than 32 bytes.
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<DurableStore> {
  const keyring = createOperatorKeyring(options);
  return openDurableStore(await openPostgresEngine(options), { ...options, keyring });
}
