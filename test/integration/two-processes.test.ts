/**
 * Two gateway processes behind nginx, on one PostgreSQL and one Redis: one is killed under a load of reads, links and renewals.
 * Whatever was answered with success is so afterwards, nobody has to sign in again, and no source's refresh token is lost.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createGatewayVisitor } from '../../src/demo/gateway-visitor.ts';
import { readEverything } from '../../src/demo/read-everything.ts';
import { createBrowser, WalkError } from '../../src/sandbox/browser/browser.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { createPostgresStore } from '../../src/store/durable/postgres/create-postgres-store.ts';
import { freePort } from '../servers/free-port.ts';
import {
  sandboxSettings,
  startGatewayProcess,
  type GatewayProcess,
  type Settings,
} from '../servers/gateway-process.ts';
import { hasNginx, startNginx } from '../servers/nginx.ts';
import { hasPostgres, startPostgres, type PostgresServer } from '../servers/postgres-server.ts';
import { hasRedis, startRedis, type RedisServer } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';

const isLeftOut =
  isMissing('PostgreSQL', hasPostgres()) || isMissing('redis-server', hasRedis()) || isMissing('nginx', hasNginx());

/** Of reads, people added and links, before one is killed and after. */
const EACH = 2;
const PATIENCE = { timeout: 60_000, interval: 20 };
/** Access tokens of the sources live this long: readings renew them all the time. */
const TOKEN_LIFETIME_S = 1;

describe.skipIf(isLeftOut)('two gateway processes behind a proxy', () => {
  let folder: string;
  let postgres: PostgresServer;
  let redis: RedisServer;
  let sandbox: Sandbox;
  let proxy: { close(): Promise<void> };
  let settings: Settings;
  let publicUrl: string;
  let ports: readonly [number, number];
  let gateways: GatewayProcess[];
  let store: DurableStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phr-two-'));
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    ports = [await freePort(), await freePort()];
    const proxyPort = await freePort();
    publicUrl = `http://127.0.0.1:${proxyPort}`;
    const quirks = { accessTokenTtlS: TOKEN_LIFETIME_S };
    sandbox = await startSandbox({
      redirectUri: (source) => `${publicUrl}/link/${source}/callback`,
      signInRedirectUri: `${publicUrl}/sign-in/callback`,
      quirks: { hospital: quirks, specialist: quirks },
    });
    const operatorKey = randomBytes(32);
    const postgresUrl = await postgres.createDatabase();
    settings = {
      ...(await sandboxSettings(sandbox, publicUrl, folder)),
      PHR_OPERATOR_KEY: operatorKey.toString('base64'),
      PHR_POSTGRES_URL: postgresUrl,
      PHR_REDIS_URL: redis.url,
      PHR_FRESH_FOR_S: '0',
      PHR_RATE_LIMIT_PER_MINUTE: '0',
      PHR_TRUST_PROXY_HOPS: '1',
    };
    gateways = await Promise.all(ports.map((port) => startGatewayProcess(port, settings)));
    proxy = await startNginx(proxyPort, ports);
    store = await createPostgresStore({ url: postgresUrl, operatorKey, log: createLog({ level: 'silent' }) });
  }, 120_000);
  afterAll(async () => {
    await proxy.close();
    await Promise.all(gateways.map((gateway) => gateway.kill()));
    await store.close();
    await sandbox.close();
    await Promise.all([redis.close(), postgres.close()]);
    await rm(folder, { recursive: true });
  });

  /** Somebody at a browser of their own, on whichever gateway the proxy chooses. */
  function visitorOf(userName: string) {
    const user = sandbox.users.find((item) => item.userName === userName);
    if (user === undefined) throw new Error(userName);
    const browser = createBrowser();
    const pages = createGatewayVisitor(publicUrl, browser, user);
    const idOf = async () => {
      const identity = { issuer: sandbox.signIn.issuer, sub: user.sub };
      return (await store.findPersonByIdentity(identity))?.id ?? '';
    };
    return { user, browser, ...pages, idOf };
  }

  test('one is killed: nothing that was acknowledged is lost, and nobody has to sign in again', async () => {
    const zofia = visitorOf('zofia');
    await zofia.signIn();
    for (const source of sandbox.sources) await zofia.link(source.name, { record: 'zofia' });
    const patient = await zofia.idOf();
    const token = sandbox.signIn.issueAccessToken({
      sub: zofia.user.sub,
      patient,
      scope: 'patient/*.rs',
      audience: `${publicUrl}/fhir/R4`,
    });
    const whole = (await readEverything(`${publicUrl}/fhir/R4`, patient, await token)).resources.length;
    expect(whole).toBeGreaterThan(50);

    let isOver = false;
    const acknowledged = { reads: 0, people: [] as string[], links: 0 };
    const wrong: string[] = [];
    const reading = async () => {
      while (!isOver) {
        const answer = await readEverything(`${publicUrl}/fhir/R4`, patient, await token).catch(() => undefined);
        if (answer === undefined) continue;
        acknowledged.reads += 1;
        if (answer.resources.length !== whole) wrong.push(`${answer.resources.length} of ${whole} resources`);
      }
    };
    const adding = async () => {
      for (let n = 0; !isOver; n++) {
        const given = `Child ${n}`;
        const person = { given, family: 'Invented', birthDate: '2019-04-05', relationship: 'parent' as const };
        await zofia.addPerson(person).then(
          () => acknowledged.people.push(given),
          (error: unknown) => {
            if (!(error instanceof WalkError || error instanceof TypeError)) throw error;
          },
        );
      }
    };
    const relinking = async () => {
      const again = visitorOf('zofia');
      await again.signIn();
      while (!isOver) {
        await again.link('specialist', { record: 'zofia' }).then(
          () => (acknowledged.links += 1),
          (error: unknown) => {
            if (!(error instanceof WalkError || error instanceof TypeError)) throw error;
          },
        );
      }
    };
    const load = Promise.all([reading(), reading(), reading(), adding(), relinking()]);
    const done = () => [acknowledged.reads, acknowledged.people.length, acknowledged.links];
    const grownBy = (count: number, since: readonly number[]) =>
      done().every((now, at) => now >= (since[at] ?? 0) + count);
    await vi.waitUntil(() => grownBy(EACH, [0, 0, 0]), PATIENCE);
    await gateways[0]?.kill();
    const before = done();
    await vi.waitUntil(() => grownBy(EACH, before), PATIENCE);
    isOver = true;
    await load;
    expect(wrong).toEqual([]);

    const represented = await store.listRepresentations(patient);
    const names = await Promise.all(
      represented.map(async ({ subjectId }) => (await store.getPerson(subjectId))?.name.given[0]),
    );
    expect(acknowledged.people.filter((name) => !names.includes(name))).toEqual([]);

    // The one that was killed comes back; every sign-in at every source still holds.
    gateways[0] = await startGatewayProcess(ports[0], settings);
    for (const { url } of gateways) {
      const answer = await readEverything(`${url}/fhir/R4`, patient, await token);
      expect(answer.resources.length).toBe(whole);
    }
    const accounts = await store.listAccounts(patient);
    expect(accounts.map(({ source, state }) => `${source} ${state}`).toSorted()).toEqual(
      sandbox.sources.map(({ name }) => `${name} active`).toSorted(),
    );
  }, 180_000);

  test('one is stopped: it finishes what it has begun, and ends with 0', async () => {
    const zofia = visitorOf('zofia');
    await zofia.signIn();
    const [first] = gateways;
    if (first === undefined) throw new Error('no gateway');
    const answers = Array.from({ length: 8 }, () => zofia.browser.fetch(`${publicUrl}/accounts`));
    const code = await first.stop();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 200));
    expect(code).toBe(0);
    expect(first.output()).toContain('stopped');
  }, 60_000);
});
