/** Two gateways that share nothing but PostgreSQL and Redis: whichever a request reaches, the person and their apps notice nothing. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeGateway, type Gateway } from '../../src/app.ts';
import { readEverything } from '../../src/demo/read-everything.ts';
import { beginProgress } from '../../src/services/sync-progress.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { hasRedis, startRedis, type RedisServer } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const isLeftOut = isMissing('PostgreSQL', hasPostgres()) || isMissing('redis-server', hasRedis());

describe.skipIf(isLeftOut)('two gateways on one PostgreSQL and one Redis', () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let first: Harness;
  let second: Gateway;
  let server: Server;
  let secondUrl: string;
  let visitor: Visitor;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    const stores = { postgresUrl: await postgres.createDatabase(), redisUrl: redis.url };
    first = await startHarness({ settings: { ...stores, freshForMs: 0 } });
    second = await composeGateway({
      config: first.config,
      sources: first.sandbox.sources.map((source) => source.config),
      log: createLog({ level: 'silent' }),
      version: '0.0.1',
    });
    server = createServer(second.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    secondUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    visitor = first.visit('zofia');
  }, 60_000);
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await second.close();
    await first.close();
    await redis.close();
    await postgres.close();
  });

  /** The browser's cookies are for the host, whatever the port: it is signed in at both, and sees one gateway. */
  const atSecond = async (path: string, init?: RequestInit) =>
    visitor.browser.fetch(`${secondUrl}${path}`, { ...init, headers: { Origin: first.config.publicUrl } });

  test('signed in at one is signed in at the other', async () => {
    await visitor.signIn();
    const page = await atSecond('/accounts');
    expect(page.status).toBe(200);
    // Each page has a nonce and a mask of its own.
    const same = (html: string) => html.replaceAll(/(nonce|name="csrf" value)="[^"]+"/g, '$1');
    expect(same(await page.text())).toBe(same(await visitor.page('/accounts')));
  });

  test('a link begun at one is completed at the other', async () => {
    const page = await visitor.page('/accounts');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ csrf: hidden('csrf'), shown: hidden('shown') });
    const begun = await atSecond('/link/hospital', { method: 'POST', body });
    const callback = `${first.config.publicUrl}/link/hospital/callback`;
    const back = await visitor.browser.walk(
      begun.headers.get('location') ?? '',
      { ...visitor.user, record: visitor.person },
      { until: (url) => url.href.startsWith(callback) },
    );
    expect((await visitor.browser.fetch(back)).status).toBe(303);
    expect((await visitor.account('hospital')).state).toBe('active');
    // The code of a way back is spent once, at whichever gateway it is tried again.
    expect((await atSecond(back.slice(first.config.publicUrl.length))).status).toBe(400);
  });

  test('both give the same record, and neither takes a source’s refresh token twice', async () => {
    const [patient, token] = [await visitor.subjectId(), await visitor.token()];
    const answers = await Promise.all(
      [first.config.publicUrl, secondUrl, first.config.publicUrl, secondUrl].map((origin) =>
        readEverything(`${origin}/fhir/R4`, patient, token),
      ),
    );
    const counts = answers.map(({ resources }) => resources.length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(50);
    expect((await visitor.account('hospital')).state).toBe('active');
  });

  test('how far a reading at one is, the other tells', async () => {
    const account = await visitor.account('hospital');
    const notes = await beginProgress(first.gateway.services.shared, account.id, 60_000);
    notes.note({ type: 'Goal', state: 'reading', received: 2 });
    const told = async () => (await atSecond('/accounts/progress')).text();
    await expect.poll(told, { timeout: 10_000 }).toContain('Being read: 2 so far');
    await notes.end();
    expect(await told()).not.toContain('so far');
  });

  test('signed out at one is signed out at the other', async () => {
    expect((await visitor.post('/sign-out')).status).toBe(303);
    expect((await atSecond('/accounts')).status).toBe(401);
  });

  test('who leaves at one is gone at the other, which reads at that moment and writes nothing back', async () => {
    await visitor.signIn();
    const subjectId = await visitor.subjectId();
    const { store } = first.gateway.services;
    const accounts = await store.listAccounts(subjectId);
    expect(accounts.length).toBeGreaterThan(0);
    const page = await (await atSecond('/leave')).text();
    const hidden = (name: string): [string, string] => [
      name,
      new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '',
    ];
    const body = new URLSearchParams([hidden('csrf'), hidden('shown'), hidden('receipt'), ['sure', 'yes']]);
    const reading = visitor.everything().catch(() => undefined);
    const left = await atSecond('/leave', { method: 'POST', body });
    expect([left.status, left.headers.get('location')]).toEqual([303, '/leave/receipt']);
    await reading;
    expect(await visitor.page('/leave/receipt')).toContain('Everything is deleted');
    expect((await visitor.browser.fetch(`${first.config.publicUrl}/home`)).status).toBe(401);
    expect(await store.listAccounts(subjectId)).toEqual([]);
    const rows = await Promise.all(accounts.map(({ id }) => store.listResources(subjectId, id)));
    expect(rows.flat()).toEqual([]);
  });
});
