/** The embedded durable store: one SQLite file. */
import type { DurableStore } from '../../../ports/durable-store.ts';
import type { Log } from '../../../ports/log.ts';
import { createOperatorKeyring, type GivenOperatorKeys } from '../../encryption/operator-keyring.ts';
import { openDurableStore } from '../open-durable-store.ts';
import { openSqliteEngine } from './open-sqlite-engine.ts';

export interface SqliteStoreOptions extends GivenOperatorKeys {
  /** Path of the file, made where missing; `:memory:` for one that ends with the process. */
  readonly file: string;
  /** Where the list of deletions is kept; undefined: in the database only. */
  readonly deletionsFile?: string | undefined;
  readonly log?: Log;
  readonly now?: () => Date;
}

/**
 * @throws StoreOpenError `cannot-open`, `schema` or `wrong-operator-key`.
 * @throws RangeError for an operator key of another length than 32 bytes.
 */
export async function createSqliteStore(options: SqliteStoreOptions): Promise<DurableStore> {
  const keyring = createOperatorKeyring(options);
  return openDurableStore(openSqliteEngine(options), { ...options, keyring });
}
