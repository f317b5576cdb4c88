/** A source that is read without a sign-in there (SMART App Launch 2.2, "Backend Services"), over real OAuth of the sandbox. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf } from '../support/audit-of.ts';
import { startHarness, type Harness } from './app-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ sandbox: { quirks: { hospital: { access: 'backend', accessTokenTtlS: 3600 } } } });
});
afterAll(() => harness.close());

async function agree(person: string) {
  const visitor = harness.visit(person);
  await visitor.signIn();
  const answer = await visitor.post('/link/hospital/agree');
  return { visitor, answer };
}

describe('linking by agreement', () => {
  test('the page asks for agreement instead of a sign-in', async () => {
    const visitor = harness.visit('zofia');
    await visitor.signIn();
    const page = await visitor.page('/accounts');
    expect(page).toContain('action="/link/hospital/agree"');
    expect(page).toContain('I agree that this service looks for my record at');
    expect(page).not.toContain('action="/link/hospital"');
  });

  test('finds the one Patient by the verified identifier, keeps the agreement, and reads the record', async () => {
    const { visitor, answer } = await agree('zofia');
    expect(answer.headers.get('location')).toBe('/accounts?told=linked');
    const account = await visitor.account('hospital');
    expect(account.identity.result).toBe('match');
    expect(account.actorId).toBe(await visitor.subjectId());
    expect(account.consent?.words).toContain('I agree');
    expect(account.consent?.scope).toContain('system/Condition.rs');
    expect(account.sourcePatientId).toBe(
      harness.sandbox.sources.find(({ name }) => name === 'hospital')?.patients.get('zofia'),
    );
    expect((await visitor.sources())['hospital']?.state).toBe('complete');
    const log = await auditOf(harness.gateway.services.store, account.subjectId);
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'link', outcome: 'success', notes: ['by agreement'] }),
    );
  });

  test('its token lasts at most 300 seconds and comes without a refresh token', async () => {
    const { visitor } = await agree('zofia');
    const account = await visitor.account('hospital');
    const tokens = await harness.gateway.services.store.getTokens(account.subjectId, account.id);
    expect(tokens?.refreshToken).toBeUndefined();
    expect(Date.parse(tokens?.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(300_000);
  });

  test('a token that has ended is replaced without the person', async () => {
    const { visitor } = await agree('zofia');
    const { store } = harness.gateway.services;
    const account = await visitor.account('hospital');
    const tokens = await store.getTokens(account.subjectId, account.id);
    if (tokens === undefined) throw new Error('no tokens');
    await store.putTokens(account.subjectId, account.id, { ...tokens, accessToken: 'ended', expiresAt: undefined });
    await store.putAccount({ ...account, lastTriedAt: undefined });
    expect((await visitor.sources())['hospital']?.state).toBe('complete');
    expect((await visitor.account('hospital')).state).toBe('active');
  });

  test('reads nothing of anybody else', async () => {
    const { visitor } = await agree('zofia');
    await visitor.everything();
    const account = await visitor.account('hospital');
    const rows = await harness.gateway.services.store.listResources(account.subjectId, account.id);
    const patients = new Set(
      rows.filter(({ resourceType }) => resourceType === 'Patient').map((row) => row.originalId),
    );
    expect([...patients]).toEqual([account.sourcePatientId]);
  });

  test('is looked over as what it is', async () => {
    const found = (await harness.gateway.services.connectors.get('hospital')?.check()) ?? [];
    expect(found.filter(({ level }) => level === 'wrong' || level === 'missing')).toEqual([]);
    const text = found.map((finding) => finding.text).join('\n');
    expect(text).toContain('client credentials, without a sign-in');
    expect(text).toContain('knows every scope');
    expect(text).not.toContain('offline_access');
  });

  test('the sign-in way is closed there', async () => {
    const { visitor } = await agree('zofia');
    expect((await visitor.post('/link/hospital')).status).toBeGreaterThanOrEqual(400);
  });

  test('a source with a sign-in cannot be agreed to', async () => {
    const { visitor } = await agree('zofia');
    expect((await visitor.post('/link/gp/agree')).status).toBe(404);
  });

  test('without the form’s own token nothing is linked', async () => {
    const visitor = harness.visit('rhiannon');
    await visitor.signIn();
    const answer = await visitor.browser.fetch(`${harness.config.publicUrl}/link/hospital/agree`, { method: 'POST' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expect(visitor.account('hospital')).rejects.toThrow('not linked');
  });
});
