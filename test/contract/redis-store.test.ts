import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveStoreKeys } from '../../src/store/encryption/store-keys.ts';
import { createRedisStore } from '../../src/store/shared/redis/create-redis-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasRedis, startRedis, type RedisServer } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { sharedStoreContract } from './shared-store-contract.ts';

const log = createLog({ level: 'silent' });
const keysOf = (secret: Uint8Array) => deriveStoreKeys(secret).derive;

describe.skipIf(isMissing('redis-server', hasRedis()))('Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());

  const open = (secret: Uint8Array = randomBytes(32)) =>
    createRedisStore({ url: server.url, sharedKey: keysOf(secret), log });

  // A key of its own for each test: what an earlier one left cannot be read, as nothing of another gateway can.
  sharedStoreContract('Redis', () => ({ open, passMs: (ms) => wait(ms) }));

  test('two processes share values, one-time values and locks', async () => {
    const secret = randomBytes(32);
    const stores = await Promise.all([open(secret), open(secret)]);
    const [first, second] = stores;
    await first.set('code', 'v', 60_000);
    expect(await second.get('code')).toBe('v');
    const takers = Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? first : second));
    expect((await Promise.all(takers.map((store) => store.take('code')))).filter(Boolean)).toEqual(['v']);
    const locks = await Promise.all(takers.map((store) => store.tryLock('sync', 60_000)));
    expect(locks.filter(Boolean)).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('holds no key and no value in clear', async () => {
    const store = await open();
    await store.set('session:gwen-example', 'hydrocortisone of Gwen', 60_000);
    await store.tryLock('refresh:gwen-example', 60_000);
    const reader = await createClient({ url: server.url }).connect();
    const keys = await reader.keys('*');
    const values = await Promise.all(keys.map((key) => reader.get(key)));
    expect(keys.length).toBeGreaterThan(2);
    expect(JSON.stringify([keys, values])).not.toMatch(/gwen|session|refresh|cortisone/i);
    await reader.close();
    await store.close();
  });

  test('a value moved to another key does not open', async () => {
    const secret = randomBytes(32);
    const store = await open(secret);
    await store.set('session:orla', 'value of Orla', 60_000);
    const reader = await createClient({ url: server.url }).connect();
    const before = new Set(await reader.keys('*:value'));
    await store.set('session:tam', 'value of Tam', 60_000);
    const [tam = ''] = (await reader.keys('*:value')).filter((key) => !before.has(key));
    for (const key of before) await reader.copy(key, tam, { REPLACE: true });
    await expect(store.get('session:tam')).rejects.toMatchObject({ code: 'internal' });
    await reader.close();
    await store.close();
  });

  test('gone: says so at once; back: works again by itself', async () => {
    const own = await startRedis();
    const store = await createRedisStore({ url: own.url, sharedKey: keysOf(randomBytes(32)), log });
    await store.set('k', 'v', 60_000);
    await own.stop();
    await expect(store.get('k')).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    await expect(store.tryLock('k', 1_000)).rejects.toMatchObject({ code: 'unavailable' });
    await own.start();
    await expect
      .poll(
        () =>
          store.set('k', 'w', 60_000).then(
            () => 'set',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('set');
    expect(await store.get('k')).toBe('w');
    await store.close();
    await own.close();
  });

  test('an address where nothing answers is told at the start, without the password in it', async () => {
    const opening = createRedisStore({
      url: 'redis://user:a-password@127.0.0.1:1',
      sharedKey: keysOf(randomBytes(32)),
      log,
    });
    const error: unknown = await opening.catch((fault: unknown) => fault);
    expect(error).toMatchObject({ name: 'StoreOpenError', code: 'cannot-open' });
    expect(String(error)).not.toContain('a-password');
  });
});
