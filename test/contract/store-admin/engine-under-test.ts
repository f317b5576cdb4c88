/** An engine for the operator's commands: fresh, empty databases of it, as its commands and as a gateway open them. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import type { GivenOperatorKeys } from '../../../src/store/encryption/operator-keyring.ts';
import { createStoreAdmin, type StoreAdmin } from '../../../src/store/admin/create-store-admin.ts';
import { createPostgresStore } from '../../../src/store/durable/postgres/create-postgres-store.ts';
import { createSqliteStore } from '../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { openEngine, type EngineAddress } from '../../../src/store/open-engine.ts';
import { createLog } from '../../../src/telemetry/log.ts';

export const log = createLog({ level: 'silent' });

export type FreshAddress = () => Promise<EngineAddress>;

export function openStore(
  { postgresUrl, dataFile }: EngineAddress,
  keys: GivenOperatorKeys & { readonly deletionsFile?: string; readonly now?: () => Date },
): Promise<DurableStore> {
  return postgresUrl === undefined
    ? createSqliteStore({ file: dataFile, ...keys })
    : createPostgresStore({ url: postgresUrl, log, maxConnections: 4, ...keys });
}

export function adminOf(address: EngineAddress, keys: GivenOperatorKeys, now = new Date()): StoreAdmin {
  return createStoreAdmin({ ...address, ...keys, log, now: () => now });
}

/** Runs SQL beside the store. */
export async function inEngine<Result>(
  address: EngineAddress,
  use: (engine: Awaited<ReturnType<typeof openEngine>>) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine(address, { log, mustExist: true });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
