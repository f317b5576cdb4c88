/** What an operator does to a store from the command line, while gateways run on it or none does. */
import type { Log } from '../../ports/log.ts';
import type { DurableEngine } from '../durable/durable-engine.ts';
import { migrate } from '../durable/migrate.ts';
import { createOperatorKeyring, type GivenOperatorKeys } from '../encryption/operator-keyring.ts';
import { openEngine, type EngineAddress } from '../open-engine.ts';
import { requireFilled } from '../durable/filling.ts';
import { backUpStore } from './back-up-store.ts';
import type { BackupPaths } from './backup-format.ts';
import { changeOperatorKey } from './change-operator-key.ts';
import { checkStore, type CheckReport } from './check-store.ts';
import { copyStore } from './copy-store.ts';
import { proveBackup } from './prove-backup.ts';
import { restoreStore, type Restored } from './restore-store.ts';
import type { TableDigests } from './table-digests.ts';

/** Each opens the store and closes it. @throws StoreFault, StoreOpenError in words for the operator. */
export interface StoreAdmin {
  check(): Promise<CheckReport>;
  backUp(paths: BackupPaths): Promise<TableDigests>;
  /** Into this store, which must be empty, or one into which the same was broken off. */
  restore(paths: BackupPaths): Promise<Restored>;
  /** Broken off, it goes on at the next call. @param from, to hold the same people afterwards. */
  copy(from: EngineAddress, to: EngineAddress): Promise<TableDigests>;
  /** @returns how many people's keys were wrapped anew. */
  changeOperatorKey(): Promise<number>;
}

export interface StoreAdminOptions extends GivenOperatorKeys, EngineAddress {
  readonly log: Log;
  readonly now: () => Date;
}

export function createStoreAdmin(options: StoreAdminOptions): StoreAdmin {
  const keyring = createOperatorKeyring(options);

  async function withEngine<Result>(
    address: EngineAddress,
    mustExist: boolean,
    use: (engine: DurableEngine) => Promise<Result>,
  ): Promise<Result> {
    const engine = await openEngine(address, { log: options.log, mustExist });
    try {
      return await use(engine);
    } finally {
      await engine.close();
    }
  }

  return {
    check: () => withEngine(options, true, (engine) => checkStore(engine, keyring)),
    backUp: (paths) => withEngine(options, true, (engine) => backUpStore(engine, paths, options.now())),
    restore: async (paths) => {
      // First, so that a backup that is refused leaves no new file behind.
      const backup = await proveBackup(paths, keyring);
      return withEngine(options, false, (engine) => restoreStore(engine, backup, keyring, options.now()));
    },
    copy: (from, to) =>
      withEngine(from, true, (source) => copyStore(source, (fill) => withEngine(to, false, fill), keyring)),
    changeOperatorKey: () =>
      withEngine(options, true, async (engine) => {
        await requireFilled(engine.db);
        await migrate(engine.db, keyring);
        return changeOperatorKey(engine, keyring);
      }),
  };
}
