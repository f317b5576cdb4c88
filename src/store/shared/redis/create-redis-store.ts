/**
 * The shared store on Redis, for several gateway processes. Redis learns neither keys nor values: a key rests as a keyed
 * digest, a value sealed and bound to its key. What belongs to one key shares a hash tag, so that a script finds it in one
 * slot of a cluster.
 */
import { GatewayError } from '../../../errors.ts';
import type { Log } from '../../../ports/log.ts';
import type { SharedStore } from '../../../ports/shared-store.ts';
import { keyedIndex } from '../../encryption/keyed-index.ts';
import { seal, unseal, type SealedPlace } from '../../encryption/sealed-value.ts';
import { openRedisConnection } from './redis-connection.ts';

export interface RedisStoreOptions {
  /** `redis://` or, with TLS, `rediss://`; `+cluster`, `+sentinel` for several (`redis-address.ts`); may hold a password. */
  readonly url: string;
  /** A key of 32 bytes for a purpose, the same in every gateway that shares this Redis. */
  readonly sharedKey: (purpose: string) => Uint8Array;
  readonly log: Log;
}

/** A fence is counted on for this long after its lock; no holder is that late. */
const FENCE_TTL_MS = 24 * 3_600_000;

/** @throws StoreOpenError `cannot-open` where Redis cannot be reached or refuses the sign-in. */
export async function createRedisStore({ url, sharedKey, log }: RedisStoreOptions): Promise<SharedStore> {
  const indexKey = sharedKey('shared-store-index');
  const valueKey = sharedKey('shared-store-value');
  const keyId = Buffer.from(sharedKey('operator-key-id').subarray(0, 12)).toString('base64url');
  const client = await openRedisConnection(url, log);

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
    close: () => client.end(),
  };
}

/** @throws GatewayError `unavailable` where Redis does not answer. */
async function answered<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new GatewayError('unavailable', undefined, cause);
  }
}
