import { afterEach, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from './app-harness.ts';

const ALL = ['gp', 'hospital', 'specialist'] as const;
/** The lists of this person's GP record carry a warning, so it is never called complete. */
const GP_STATE = 'partial';

let harness: Harness | undefined;

async function start(options: Parameters<typeof startHarness>[0] = {}): Promise<Harness> {
  harness = await startHarness(options);
  return harness;
}

afterEach(async () => {
  await harness?.close();
  harness = undefined;
});

describe('reading three linked sources', () => {
  test('all whole; read again the same, with the same versions', async () => {
    const { visit } = await start({ settings: { freshForMs: 0 } });
    const zofia = visit('zofia');
    await zofia.linkAll(...ALL);
    const first = await zofia.everything();
    const again = await zofia.everything();
    const versions = (answer: typeof first) =>
      answer.resources.map((item) => `${item.resourceType}/${item.id} ${item.meta?.versionId ?? ''}`).toSorted();
    expect(versions(again)).toEqual(versions(first));
    expect(await zofia.sources()).toMatchObject({
      gp: { state: GP_STATE },
      hospital: { state: 'complete' },
      specialist: { state: 'complete' },
    });
    expect(await zofia.page('/medicines')).toContain('all that it offers was read');
  });

  test('one that goes down: the others whole and fresh, its data older and so called', async () => {
    const { visit, sandbox } = await start({ settings: { freshForMs: 0, readDeadlineMs: 20_000 } });
    const zofia = visit('zofia');
    await zofia.linkAll(...ALL);
    const before = await zofia.sources();
    await sandbox.sources.find((source) => source.name === 'hospital')?.close();
    const after = await zofia.sources();
    expect(after['hospital']).toMatchObject({ state: 'stale', resources: before['hospital']?.resources });
    expect(after['hospital']?.reason).toBeTruthy();
    expect(after['gp']).toMatchObject({ state: GP_STATE, resources: before['gp']?.resources });
    expect(after['specialist']).toMatchObject({ state: 'complete', resources: before['specialist']?.resources });
    expect(await zofia.page('/medicines')).toContain('Older data is shown');
    expect(await zofia.page('/accounts')).toContain('did not answer');
  });

  test('one that takes no token any more: told as such, the others whole, signing in there again heals it', async () => {
    const { visit, gateway } = await start({ settings: { freshForMs: 0 } });
    const { store } = gateway.services;
    const zofia = visit('zofia');
    const subjectId = await zofia.linkAll(...ALL);
    const before = await zofia.sources();
    const account = await zofia.account('specialist');
    await store.putTokens(subjectId, account.id, {
      accessToken: 'no-longer-valid',
      refreshToken: 'no-longer-valid',
      expiresAt: undefined,
      scope: account.grantedScope,
    });
    expect(await zofia.sources()).toMatchObject({
      gp: { state: GP_STATE },
      hospital: { state: 'complete' },
      specialist: { state: 'needs-sign-in', resources: before['specialist']?.resources },
    });
    expect((await zofia.account('specialist')).state).toBe('needs-sign-in');
    expect(await zofia.page('/accounts')).toContain('Sign in there again');
    await zofia.link('specialist', { record: 'zofia' });
    expect(await zofia.sources()).toMatchObject({ specialist: { state: 'complete' } });
  });

  test('one that is slow: the answer comes at the deadline without it, and has it soon after', async () => {
    const { visit } = await start({
      settings: { freshForMs: 60_000, readDeadlineMs: 1_000 },
      sandbox: { quirks: { hospital: { delayMs: 1_200 } } },
    });
    const zofia = visit('zofia');
    await zofia.linkAll('gp', 'hospital');
    const startedAt = performance.now();
    const early = await zofia.sources();
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(early).toMatchObject({ gp: { state: GP_STATE }, hospital: { state: 'failed', resources: 0 } });
    expect(early['hospital']?.reason).toContain('still being read');
    await expect.poll(async () => (await zofia.sources())['hospital']?.state, { timeout: 45_000 }).toBe('complete');
  });

  test('tokens that rotate are renewed while it is read, time and again, and never lost', async () => {
    const { visit } = await start({
      settings: { freshForMs: 0 },
      // Long enough to link on a loaded machine: a token must live until the identity was compared.
      sandbox: { quirks: { specialist: { accessTokenTtlS: 3 }, hospital: { accessTokenTtlS: 3 } } },
    });
    const zofia = visit('zofia');
    await zofia.linkAll('hospital', 'specialist');
    for (let round = 0; round < 2; round++) {
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      expect(await zofia.sources()).toMatchObject({
        hospital: { state: 'complete' },
        specialist: { state: 'complete' },
      });
    }
  });
});
