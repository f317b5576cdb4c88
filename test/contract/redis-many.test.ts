/** The shared store on a cluster of three, and behind sentinels: the same contract, and what happens when one is lost. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deriveStoreKeys } from '../../src/store/encryption/store-keys.ts';
import { createRedisStore } from '../../src/store/shared/redis/create-redis-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { freePort } from '../servers/free-port.ts';
import { hasRedis, startRedisCluster, startRedisSentinel, type RedisServers } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { sharedStoreContract } from './shared-store-contract.ts';

const log = createLog({ level: 'silent' });
const withoutRedis = isMissing('redis-server', hasRedis());

function opener(servers: () => RedisServers) {
  return (secret: Uint8Array = randomBytes(32)) =>
    createRedisStore({ url: servers().url, sharedKey: deriveStoreKeys(secret).derive, log });
}

describe.skipIf(withoutRedis)('a cluster of three', () => {
  let servers: RedisServers;
  beforeAll(async () => {
    servers = await startRedisCluster();
  }, 60_000);
  afterAll(() => servers.close());
  const open = opener(() => servers);

  sharedStoreContract('Redis Cluster', () => ({ open, passMs: (ms) => wait(ms) }));

  test('spreads over all three, and two processes see the same', async () => {
    const secret = randomBytes(32);
    const [first, second] = [await open(secret), await open(secret)];
    for (let n = 0; n < 60; n++) await first.set(`session:${n}`, `value ${n}`, 60_000);
    for (let n = 0; n < 60; n++) expect(await second.get(`session:${n}`)).toBe(`value ${n}`);
    for (const { url } of servers.servers) {
      const client = await createClient({ url }).connect();
      expect(await client.dbSize()).toBeGreaterThan(5);
      await client.close();
    }
    const locks = await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? first : second).tryLock('k', 60_000)));
    expect(locks.filter(Boolean)).toHaveLength(1);
    await first.close();
    await second.close();
  });
});

describe.skipIf(withoutRedis)('behind a sentinel', () => {
  let servers: RedisServers;
  beforeAll(async () => {
    servers = await startRedisSentinel();
  }, 60_000);
  afterAll(() => servers.close());
  const open = opener(() => servers);

  sharedStoreContract('Redis Sentinel', () => ({ open, passMs: (ms) => wait(ms) }));

  test('the master is lost: the replica takes over, and nothing is said that is not so', async () => {
    const store = await open();
    await store.set('session:1', 'before', 60_000);
    const [master] = servers.servers;
    const client = await createClient({ url: master?.url ?? '' }).connect();
    await client.sendCommand(['WAIT', '1', '2000']);
    await client.close();
    await master?.stop();
    const after = () => store.get('session:1').catch((error: unknown) => (error as { code?: string }).code);
    for (let answer = await after(); answer !== 'before'; answer = await after()) {
      expect(answer).toBe('unavailable');
      await wait(100);
    }
    await store.set('session:2', 'after', 60_000);
    expect(await store.take('session:2')).toBe('after');
    await store.close();
  }, 60_000);
});

describe.skipIf(withoutRedis)('an address', () => {
  const openAt = (url: string) =>
    createRedisStore({ url, sharedKey: deriveStoreKeys(randomBytes(32)).derive, log }).then(
      () => 'opened',
      (error: unknown) => error,
    );

  test.each(['redis+cluster', 'redis+sentinel'])('of %s where nothing answers is told at the start', async (scheme) => {
    const error = await openAt(
      `${scheme}://user:a-password@127.0.0.1:${await freePort()},127.0.0.1:${await freePort()}/x`,
    );
    expect(error).toMatchObject({ name: 'StoreOpenError', code: 'cannot-open' });
    expect(String(error)).not.toContain('a-password');
  });

  test.each(['redis+cluster://', 'redis+cluster://a-password@', 'redis+sentinel://h:port/x', 'http://h'])(
    '%s is refused without being repeated',
    async (url) => {
      const error = await openAt(url);
      expect(error).toMatchObject({ name: 'StoreOpenError', code: 'cannot-open' });
      expect(String(error)).not.toContain(url);
    },
  );
});
