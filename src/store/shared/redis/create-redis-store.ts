/**
 * The shared store on Redis, for several gateway processes. Redis learns neither keys nor values: a key rests as a keyed
 * digest, a value sealed and bound to its key. What belongs to one key shares a hash tag, so that a script finds it in one
 * slot of a cluster.
 */
import { createClient, defineScript } from 'redis';
import { GatewayError } from '../../../errors.ts';
import type { Log } from '../../../ports/log.ts';
import type { SharedStore } from '../../../ports/shared-store.ts';
import { keyedIndex } from '../../encryption/keyed-index.ts';
import { seal, unseal, type SealedPlace } from '../../encryption/sealed-value.ts';
import { StoreOpenError } from '../../store-open-error.ts';
import { SPEND, SPENT } from './budget-scripts.ts';
import { EXTEND_LOCK, RELEASE_LOCK, TRY_LOCK } from './lock-scripts.ts';

export interface RedisStoreOptions {
  /** `redis://` or, with TLS, `rediss://`; may hold the user's name and password. */
  readonly url: string;
  /** A key of 32 bytes for a purpose, the same in every gateway that shares this Redis. */
  readonly sharedKey: (purpose: string) => Uint8Array;
  readonly log: Log;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** A command that Redis does not answer for this long has failed: a request must not wait for a store that is gone. */
const COMMAND_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_WAIT_MS = 2_000;
/** A fence is counted on for this long after its lock; no holder is that late. */
const FENCE_TTL_MS = 24 * 3_600_000;

/** @throws StoreOpenError `cannot-open` where Redis cannot be reached or refuses the sign-in. */
export async function createRedisStore({ url, sharedKey, log }: RedisStoreOptions): Promise<SharedStore> {
  const indexKey = sharedKey('shared-store-index');
  const valueKey = sharedKey('shared-store-value');
  const keyId = Buffer.from(sharedKey('operator-key-id').subarray(0, 12)).toString('base64url');
  const client = await connectedClient(url, log);

  const placeOf = (rowId: string): SealedPlace => ({ keyId, table: 'shared', subjectId: '', rowId, column: 'value' });
  const open = (rowId: string, sealed: string | null) =>
    sealed === null ? undefined : unseal(valueKey, Buffer.from(sealed, 'base64'), placeOf(rowId)).toString('utf8');
  const digest = (key: string) => keyedIndex(indexKey, [key]);
  const valueName = (rowId: string) => `phr:{${rowId}}:value`;
  const budgetName = (rowId: string) => `phr:{${rowId}}:budget`;
  const lockNames = (rowId: string): [string, string] => [`phr:{${rowId}}:lock`, `phr:{${rowId}}:fence`];

  return {
    async get(key) {
      const rowId = digest(key);
      return open(rowId, await answered(client.get(valueName(rowId))));
    },
    async set(key, value, ttlMs) {
      const rowId = digest(key);
      if (!(ttlMs > 0)) {
        await answered(client.del(valueName(rowId)));
        return;
      }
      const sealed = seal(valueKey, Buffer.from(value, 'utf8'), placeOf(rowId)).toString('base64');
      await answered(
        client.set(valueName(rowId), sealed, { expiration: { type: 'PX', value: Math.max(1, Math.round(ttlMs)) } }),
      );
    },
    async take(key) {
      const rowId = digest(key);
      return open(rowId, await answered(client.getDel(valueName(rowId))));
    },
    async delete(key) {
      await answered(client.del(valueName(digest(key))));
    },
    async tryLock(key, ttlMs) {
      if (!(ttlMs > 0)) return undefined;
      const [lock, fenceCount] = lockNames(digest(key));
      const fence = await answered(client.tryLock(lock, fenceCount, Math.max(1, Math.round(ttlMs)), FENCE_TTL_MS));
      if (fence === 0) return undefined;
      return {
        fence,
        extend: (longerMs) => answered(client.extendLock(lock, fence, Math.max(1, Math.round(longerMs)))),
        release: async () => {
          await answered(client.releaseLock(lock, fence));
        },
      };
    },
    async spend(key, { points, windowMs }) {
      const [count, leftMs] = await answered(client.spend(budgetName(digest(key)), Math.max(1, Math.round(windowMs))));
      return { isWithin: count <= points, waitMs: Math.max(0, leftMs) };
    },
    async spent(key, { points }) {
      const [count, leftMs] = await answered(client.spent(budgetName(digest(key))));
      return { isWithin: count < points, waitMs: Math.max(0, leftMs) };
    },
    close: async () => {
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}

/** The first connection is tried once: a start with a wrong address must say so, not wait. */
async function connectedClient(url: string, log: Log) {
  const client = createRedisClient(url);
  let wasReady = false;
  client.on('ready', () => {
    if (wasReady) log.info({}, 'shared store reached again');
    wasReady = true;
  });
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('error', (cause: unknown) => {
        if (wasReady) log.warn({ error: cause instanceof Error ? cause.name : 'unknown' }, 'shared store lost');
        reject(cause instanceof Error ? cause : new Error('unknown'));
      });
      client.connect().then(() => resolve(), reject);
    });
    return client;
  } catch (cause) {
    client.destroy();
    throw new StoreOpenError('cannot-open', 'Redis (PHR_REDIS_URL) cannot be reached.', cause);
  }
}

function createRedisClient(url: string) {
  return createClient({
    url,
    // Without a connection a command fails at once; the client connects again by itself.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_TIMEOUT_MS },
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 10), MAX_RECONNECT_WAIT_MS),
    },
    scripts: {
      tryLock: defineScript(TRY_LOCK),
      releaseLock: defineScript(RELEASE_LOCK),
      extendLock: defineScript(EXTEND_LOCK),
      spend: defineScript(SPEND),
      spent: defineScript(SPENT),
    },
  });
}

/** @throws GatewayError `unavailable` where Redis does not answer. */
async function answered<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new GatewayError('unavailable', undefined, cause);
  }
}
