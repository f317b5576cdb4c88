/** The operator's key is changed under running gateways: nobody is signed out, no app loses its consent, no lock is lost. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeGateway, openStoreAdmin, type Gateway } from '../../src/app.ts';
import type { Config } from '../../src/config/load-config.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { hasRedis, startRedis, type RedisServer } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { appClient, discover, launch } from './oauth-apps.ts';

const isLeftOut = isMissing('PostgreSQL', hasPostgres()) || isMissing('redis-server', hasRedis());
const APP = appClient('public-app', { method: 'none' });

describe.skipIf(isLeftOut)('a change of the operator’s key', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let older: Harness;
  let visitor: Visitor;
  let subject: string;
  let refreshToken: string;
  const servers: { readonly gateway: Gateway; readonly server: Server }[] = [];
  const operatorKey = new Uint8Array(randomBytes(32));

  /** Another gateway on the same stores. @returns its origin. */
  async function startGateway(keys: Pick<Config, 'operatorKey' | 'previousOperatorKey'>): Promise<string> {
    const gateway = await composeGateway({
      config: { ...older.config, previousOperatorKey: undefined, ...keys },
      sources: older.sandbox.sources.map((source) => source.config),
      clients: [APP],
      log: createLog({ level: 'silent' }),
      version: '0.0.1',
    });
    const server = createServer(gateway.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push({ gateway, server });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const stores = { postgresUrl: await postgres.createDatabase(), redisUrl: redis.url };
    older = await startHarness({ clients: [APP], settings: stores });
    visitor = older.visit('zofia');
    subject = await visitor.linkAll('hospital');
    const { tokens } = await launch(older, visitor, await discover(older, APP.clientId));
    refreshToken = tokens.refresh_token ?? '';
  }, 60_000);
  afterAll(async () => {
    for (const { gateway, server } of servers) {
      await new Promise((resolve) => server.close(resolve));
      await gateway.close();
    }
    await older.close();
    await redis.close();
    await postgres.close();
  });

  /** Still signed in, the app's consent still holds, and what it gives still opens the record. */
  async function expectAllAsBefore(origin: string): Promise<void> {
    expect((await visitor.browser.fetch(`${origin}/accounts`)).status).toBe(200);
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: APP.clientId,
    });
    const answer = await fetch(`${origin}/oauth/token`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    const tokens = (await answer.json()) as { readonly access_token: string; readonly refresh_token: string };
    refreshToken = tokens.refresh_token;
    const search = `${origin}/fhir/R4/Condition?patient=${subject}`;
    const found = await fetch(search, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
    expect(found.status).toBe(200);
    expect(((await found.json()) as { readonly total: number }).total).toBeGreaterThan(0);
  }

  test('at every step everything goes on, whichever gateway is asked', async () => {
    const both = { operatorKey, previousOperatorKey: older.config.operatorKey };
    const first = await startGateway(both);
    await expectAllAsBefore(older.config.publicUrl);
    await expectAllAsBefore(first);
    const lock = await older.gateway.services.shared.tryLock('refresh:x', 60_000);
    expect(lock).toBeDefined();
    expect(await servers[0]?.gateway.services.shared.tryLock('refresh:x', 60_000)).toBeUndefined();
    const second = await startGateway(both);
    expect(await openStoreAdmin({ ...older.config, ...both }).changeOperatorKey()).toBeGreaterThan(0);
    await expectAllAsBefore(first);
    await expectAllAsBefore(second);
    const last = await startGateway({ operatorKey });
    await expectAllAsBefore(last);
    await expectAllAsBefore(first);
    await expect(startGateway({ operatorKey: older.config.operatorKey })).rejects.toMatchObject({
      code: 'wrong-operator-key',
    });
  });
});
