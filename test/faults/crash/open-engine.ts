/** Opens the stores of a run on whichever engine it is, and the operator's commands on them. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import type { SharedStore } from '../../../src/ports/shared-store.ts';
import { createStoreAdmin, type StoreAdmin } from '../../../src/store/admin/create-store-admin.ts';
import { createPostgresStore } from '../../../src/store/durable/postgres/create-postgres-store.ts';
import { createSqliteStore } from '../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';
import { createRedisStore } from '../../../src/store/shared/redis/create-redis-store.ts';
import { captureLog } from '../../servers/captured-log.ts';

export interface Engine {
  readonly file?: string;
  readonly url?: string;
  /** Undefined: each process has its own memory. */
  readonly redisUrl?: string | undefined;
}

/** Base64. Gateways are given both, as they are while the operator's key is being changed. */
export type OperatorKeys = readonly [string, string];

export function openEngine({ file = '', url }: Engine, keys: OperatorKeys): Promise<DurableStore> {
  const options = { ...given(keys, 0), log: captureLog() };
  return url === undefined ? createSqliteStore({ ...options, file }) : createPostgresStore({ ...options, url });
}

export async function openShared({ redisUrl }: Engine, { sharedKey }: DurableStore): Promise<SharedStore> {
  if (redisUrl === undefined) return createMemoryStore({ now: Date.now });
  return createRedisStore({ url: redisUrl, sharedKey, log: captureLog() });
}

/** @param preferred which of the keys everything is to rest under. */
export function openAdmin({ file = '', url }: Engine, keys: OperatorKeys, preferred: 0 | 1): StoreAdmin {
  const log = captureLog();
  return createStoreAdmin({ dataFile: file, postgresUrl: url, ...given(keys, preferred), log, now: () => new Date() });
}

function given(keys: OperatorKeys, preferred: 0 | 1) {
  const [operatorKey, previousOperatorKey] = [keys[preferred], keys[preferred === 0 ? 1 : 0]].map((key) =>
    Buffer.from(key, 'base64'),
  );
  return { operatorKey: operatorKey ?? Buffer.alloc(0), previousOperatorKey };
}
