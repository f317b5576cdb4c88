/** Engines that go away under a gateway and come back: clear answers meanwhile, and then all is as before, by itself. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import { hasPostgres, startPostgres } from '../servers/postgres-server.ts';
import { hasRedis, startRedis } from '../servers/redis-server.ts';
import { isMissing } from '../support/needs.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const RECOVERY = { timeout: 30_000, interval: 100 };

function watch({ config }: Harness) {
  const status = async (path: string): Promise<number> => (await fetch(`${config.publicUrl}${path}`)).status;
  return { ready: () => status('/health/ready'), live: () => status('/health/live') };
}

/** The record as a client app reads it. */
async function readAsApp({ config }: Harness, visitor: Visitor, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${config.fhirBaseUrl}/Patient/${await visitor.subjectId()}/$everything`, { headers });
  return { status: answer.status, text: await answer.text() };
}

/** Says that it passes, and nothing of what went wrong inside. */
function expectClear(text: string): void {
  expect(text).toContain('Try again later');
  expect(text).not.toMatch(/ECONN|SQLITE|postgres|redis|sql|stack|node_modules|\.ts\b/i);
}

function expectClearOutcome(text: string): void {
  expect(JSON.parse(text)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'transient' }] });
  expectClear(text);
}

describe.skipIf(isMissing('PostgreSQL', hasPostgres()) || isMissing('redis-server', hasRedis()))(
  'PostgreSQL and Redis',
  () => {
    test('killed and back, under load: 503 meanwhile, then everything as before', async () => {
      const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
      closing.push(
        () => postgres.close(),
        () => redis.close(),
      );
      const settings = { postgresUrl: await postgres.createDatabase(), redisUrl: redis.url, freshForMs: 0 };
      const harness = await startHarness({ settings });
      closing.push(() => harness.close());
      const { ready, live } = watch(harness);
      const zofia = harness.visit('zofia');
      await zofia.linkAll('specialist');
      const [subjectId, token] = [await zofia.subjectId(), await zofia.token()];
      const app = { ...zofia, subjectId: () => Promise.resolve(subjectId) };
      const before = await zofia.everything();

      for (const engine of [postgres, redis]) {
        const isDurable = engine === postgres;
        const statuses = new Set<number>();
        let isLoaded = true;
        const load = Promise.all(
          [1, 2].map(async () => {
            while (isLoaded) statuses.add(await readAsApp(harness, app, token).then(({ status }) => status));
          }),
        );
        closing.push(() => {
          isLoaded = false;
          return load.catch(() => undefined);
        });
        await engine.stop();
        await expect.poll(ready, RECOVERY).toBe(503);
        expect(await live()).toBe(200);
        // Without what is shared a token may still be enough to read.
        const answer = await readAsApp(harness, app, token);
        expect(isDurable ? [503] : [200, 503]).toContain(answer.status);
        if (answer.status === 503) expectClearOutcome(answer.text);
        const page = await zofia.browser.fetch(`${harness.config.publicUrl}/accounts`);
        expect(page.status).toBe(503);
        expectClear(await page.text());

        await engine.start();
        await expect.poll(ready, RECOVERY).toBe(200);
        await expect.poll(async () => (await readAsApp(harness, app, token)).status, RECOVERY).toBe(200);
        isLoaded = false;
        await load;
        expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
        // Redis comes back empty: the person signs in anew, and nothing else is gone.
        if (!isDurable) await zofia.signIn();
        const after = await zofia.everything();
        expect(after.resources.length).toBe(before.resources.length);
        expect((await zofia.sources())['specialist']).toMatchObject({ state: 'complete' });
        expect((await zofia.browser.fetch(`${harness.config.publicUrl}/accounts`)).status).toBe(200);
      }
      expect(harness.logged()).not.toContain(token);
    }, 120_000);
  },
);

/** Of its own, so that filling it harms nobody. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'phr-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  closing.push(() => {
    // Lazily: a driver may hold its file open a little longer than its store.
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const canMount = spawnSync('unshare', ['-m', 'true']).status === 0;

describe.skipIf(isMissing('a small disk (the right to mount one)', canMount))('the disk', () => {
  test('full and free again: 503 meanwhile, then everything as before', async () => {
    const disk = mountSmallDisk();
    if (disk === undefined) throw new Error('The small disk could not be mounted.');
    const usual = process.env['TMPDIR'];
    mkdirSync(join(disk, 'data'));
    process.env['TMPDIR'] = join(disk, 'data');
    const harness = await startHarness({ settings: { freshForMs: 0 } }).finally(() => {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    });
    closing.push(() => harness.close());
    const { ready, live } = watch(harness);
    const zofia = harness.visit('zofia');
    await zofia.linkAll('specialist');
    const token = await zofia.token();
    const before = await zofia.everything();
    expect(await ready()).toBe(200);

    const filler = join(disk, 'filler');
    fill(filler);
    // What SQLite had already set aside is used up first.
    await expect.poll(async () => (await readAsApp(harness, zofia, token)).status, RECOVERY).toBe(503);
    await expect.poll(ready, RECOVERY).toBe(503);
    expect(await live()).toBe(200);
    expectClearOutcome((await readAsApp(harness, zofia, token)).text);

    rmSync(filler);
    await expect.poll(ready, RECOVERY).toBe(200);
    const after = await zofia.everything();
    expect(after.resources.length).toBe(before.resources.length);
    expect((await zofia.sources())['specialist']).toMatchObject({ state: 'complete' });
    expect((await readAsApp(harness, zofia, token)).status).toBe(200);
  }, 60_000);
});

/** To the last byte. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
    for (;;) {
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
