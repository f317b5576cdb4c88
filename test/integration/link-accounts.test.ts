import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { auditOf } from '../support/audit-of.ts';

const ALL = ['gp', 'hospital', 'specialist'] as const;

let harness: Harness;
/** What must not be found in the log. */
const seenTokens: string[] = [];

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

/** Begins a link and goes through the source's pages. @returns the address the source sends the browser back to. */
async function callbackOf(visitor: Visitor, source: string, choice: { record?: string; deny?: boolean } = {}) {
  const begun = await visitor.post(`/link/${source}`);
  expect(begun.status).toBe(303);
  const callback = `${harness.config.publicUrl}/link/${source}/callback`;
  const record = choice.record ?? visitor.person;
  return visitor.browser.walk(
    begun.headers.get('location') ?? '',
    { ...visitor.user, ...choice, record },
    { until: (url) => url.href.startsWith(callback) },
  );
}

describe('linking through the real pages of each source', () => {
  test.each(ALL)(
    '%s: begun with state, PKCE and its own redirect URI; kept, read, unlinked, revoked',
    async (source) => {
      const visitor = harness.visit('zofia');
      await visitor.signIn();
      const begun = await visitor.post(`/link/${source}`);
      const asked = new URL(begun.headers.get('location') ?? '').searchParams;
      expect(asked.get('state')?.length).toBeGreaterThanOrEqual(22);
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('redirect_uri')).toBe(`${harness.config.publicUrl}/link/${source}/callback`);

      expect(await visitor.link(source, { record: 'zofia' })).toBe('proved');
      const account = await visitor.account(source);
      expect(account).toMatchObject({ state: 'active', identity: { result: 'match', contradicted: [] } });
      expect(account.sourcePatientId).toBe(
        harness.sandbox.sources.find((item) => item.name === source)?.patients.get('zofia'),
      );
      const tokens = await harness.gateway.services.store.getTokens(await visitor.subjectId(), account.id);
      if (tokens !== undefined) seenTokens.push(tokens.accessToken, tokens.refreshToken ?? 'none');
      const read = await visitor.sources();
      expect(read[source]?.resources).toBeGreaterThan(5);

      const unlinked = await visitor.post(`/link/${source}/unlink`);
      expect(unlinked.headers.get('location')).toMatch(/^\/accounts\?told=unlinked-(revoked|not-offered)$/);
      expect(await visitor.sources()).toEqual({});
      const left = (await visitor.everything()).resources.map((item) => item.resourceType);
      expect(left.toSorted()).toEqual(['Device', 'Patient']);
      if (unlinked.headers.get('location')?.endsWith('revoked') === true && tokens !== undefined) {
        const connector = harness.gateway.services.connectors.get(source);
        await expect(connector?.refresh(tokens)).rejects.toMatchObject({ code: 'needs-sign-in' });
      }
    },
  );

  test('linking again keeps the account and its data and takes the new tokens', async () => {
    const visitor = harness.visit('zofia');
    await visitor.linkAll('hospital');
    const first = await visitor.account('hospital');
    const before = await visitor.everything();
    const { store } = harness.gateway.services;
    const tokens = await store.getTokens(first.subjectId, first.id);
    await visitor.link('hospital', { record: 'zofia' });
    const again = await visitor.account('hospital');
    expect(again.id).toBe(first.id);
    expect((await store.getTokens(first.subjectId, first.id))?.accessToken).not.toBe(tokens?.accessToken);
    expect((await visitor.everything()).resources.length).toBe(before.resources.length);
    await visitor.post('/link/hospital/unlink');
  });
});

describe('a link that must not be', () => {
  test('another person’s record: told, nothing kept, the access given back', async () => {
    const { store } = harness.gateway.services;
    const dana = harness.visit('milo');
    await dana.signIn();
    // Dana's own subject, the child's record.
    const back = await dana.browser.fetch(await callbackOf(dana, 'gp', { record: 'milo' }));
    expect(back.status).toBe(403);
    expect(await back.text()).toContain('belongs to someone else');
    const actor = await store.findPersonByIdentity({ issuer: harness.sandbox.signIn.issuer, sub: dana.user.sub });
    expect(await store.listAccounts(actor?.id ?? '')).toEqual([]);
    expect(await auditOf(store, actor?.id ?? '')).toMatchObject([{ action: 'link', outcome: 'failure' }]);
  });

  test('a callback in another browser, in none, or twice', async () => {
    const visitor = harness.visit('rhiannon');
    const stranger = harness.visit('theo');
    await visitor.signIn();
    await stranger.signIn();
    const stolen = await callbackOf(visitor, 'hospital');
    expect((await stranger.browser.fetch(stolen)).status).toBe(400);
    expect((await fetch(stolen, { redirect: 'manual' })).status).toBe(401);
    // The state was used up by the attempt.
    expect((await visitor.browser.fetch(stolen)).status).toBe(400);

    const good = await callbackOf(visitor, 'hospital');
    expect((await visitor.browser.fetch(good)).status).toBe(303);
    const replay = await visitor.browser.fetch(good);
    expect(replay.status).toBe(400);
    expect(await replay.text()).toContain('used already');
    await visitor.post('/link/hospital/unlink');
  });

  test('a state of our own making, or a callback of another source', async () => {
    const visitor = harness.visit('rhiannon');
    await visitor.signIn();
    const callback = new URL(await callbackOf(visitor, 'hospital'));
    const elsewhere = new URL(callback);
    elsewhere.pathname = '/link/specialist/callback';
    expect((await visitor.browser.fetch(elsewhere)).status).toBe(400);
    callback.searchParams.set('state', 'a'.repeat(43));
    expect((await visitor.browser.fetch(callback)).status).toBe(400);
    callback.searchParams.delete('state');
    expect((await visitor.browser.fetch(callback)).status).toBe(400);
  });

  test('the person says no at the source', async () => {
    const visitor = harness.visit('rhiannon');
    await visitor.signIn();
    const callback = await callbackOf(visitor, 'specialist', { deny: true });
    expect(new URL(callback).searchParams.get('error')).toBe('access_denied');
    const page = await visitor.browser.fetch(callback);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('This account is not linked');
    expect(await visitor.page('/accounts')).not.toContain('Unlink and delete');
  });
});

describe('a parent and a child', () => {
  test('the parent confirms the first account, the number it brings proves the next; the parent’s own record stays apart', async () => {
    const { store } = harness.gateway.services;
    const dana = harness.visit('milo');
    await dana.signIn();
    await dana.addPerson({
      given: 'Milo',
      family: 'Example',
      birthDate: await birthDateOf('milo'),
      relationship: 'parent',
    });
    const callback = await callbackOf(dana, 'gp');
    const arrived = await dana.browser.fetch(callback);
    expect(arrived.headers.get('location')).toBe('/link/gp/confirm');
    const subjectId = await dana.subjectId();
    const account = await dana.account('gp');
    expect(account).toMatchObject({ state: 'awaiting-confirmation', identity: { result: 'insufficient' } });
    expect((await dana.sources())['gp']).toMatchObject({ state: 'failed', resources: 0 });
    expect(await store.listResources(subjectId, account.id)).toEqual([]);

    expect(await dana.page('/link/gp/confirm')).toContain('Whose account is this?');
    expect((await dana.post('/link/gp/confirm')).status).toBe(400);
    expect((await dana.post('/link/gp/confirm', { answer: 'yes' })).headers.get('location')).toBe(
      '/accounts?told=confirmed',
    );
    expect((await store.getPerson(subjectId))?.identifiers).toMatchObject([{ verifiedBy: 'gp' }]);
    expect(await dana.link('hospital', { record: 'milo' })).toBe('proved');

    const actor = await store.findPersonByIdentity({ issuer: harness.sandbox.signIn.issuer, sub: dana.user.sub });
    expect(actor?.id).not.toBe(subjectId);
    expect(await store.listAccounts(actor?.id ?? '')).toEqual([]);
    const actions = (await auditOf(store, subjectId)).filter((entry) => entry.actorId === actor?.id);
    expect(actions.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['represent', 'link', 'confirm-identity']),
    );
  });

  test('the parent says that it is someone else', async () => {
    const dana = harness.visit('milo');
    await dana.signIn();
    await dana.addPerson({
      given: 'Milo',
      family: 'Another',
      birthDate: await birthDateOf('milo'),
      relationship: 'parent',
    });
    await dana.browser.fetch(await callbackOf(dana, 'specialist'));
    const answered = await dana.post('/link/specialist/confirm', { answer: 'no' });
    expect(answered.headers.get('location')).toBe('/accounts?told=declined');
    expect(await dana.page('/accounts')).not.toContain('Unlink and delete');
  });
});

async function birthDateOf(person: string): Promise<string> {
  const { SANDBOX_PEOPLE } = await import('../../src/sandbox/people/sandbox-people.ts');
  return SANDBOX_PEOPLE.find((item) => item.identity.key === person)?.identity.birthDate ?? '';
}

test('nothing secret and nobody’s name or number was logged in all this', async () => {
  const { SANDBOX_PEOPLE } = await import('../../src/sandbox/people/sandbox-people.ts');
  const log = harness.logged();
  expect(log).toContain('account read');
  for (const { identity, readBy } of SANDBOX_PEOPLE) {
    for (const one of [identity, readBy?.identity]) {
      if (one === undefined) continue;
      expect(log).not.toContain(one.nhsNumber);
      expect(log).not.toContain(one.family);
      expect(log).not.toContain(one.birthDate);
    }
  }
  for (const user of harness.sandbox.users) expect(log).not.toContain(user.password);
  expect(log).not.toMatch(/eyJ[\w-]{10,}\./);
  expect(seenTokens.length).toBeGreaterThanOrEqual(6);
  for (const token of seenTokens) expect(log).not.toContain(token);
  expect(log).not.toMatch(/(code_verifier|access_token|refresh_token|Bearer)/i);
});
