/** Opens the stores that are configured: embedded ones, or PostgreSQL and Redis (design 8). */
import type { Config } from './config/load-config.ts';
import type { DurableStore } from './ports/durable-store.ts';
import type { Log } from './ports/log.ts';
import type { SharedStore } from './ports/shared-store.ts';
import { createSqliteStore } from './store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from './store/shared/create-memory-store.ts';

/** The drivers of the servers take long to load: only where one is configured. */
export async function openDurableStore(config: Config, log: Log): Promise<DurableStore> {
  const { postgresUrl, dataFile, operatorKey, previousOperatorKey, deletionsFile } = config;
  const options = { operatorKey, previousOperatorKey, deletionsFile, log };
  if (postgresUrl === undefined) return createSqliteStore({ file: dataFile, ...options });
  const { createPostgresStore } = await import('./store/durable/postgres/create-postgres-store.ts');
  return createPostgresStore({ url: postgresUrl, ...options });
}

export async function openSharedStore(
  { redisUrl }: Config,
  { sharedKey }: DurableStore,
  log: Log,
): Promise<SharedStore> {
  if (redisUrl === undefined) return createMemoryStore({ now: Date.now });
  const { createRedisStore } = await import('./store/shared/redis/create-redis-store.ts');
  return createRedisStore({ url: redisUrl, sharedKey, log });
}
