/** Somebody leaves: nothing of theirs is kept, the sources were told, what cannot be told is named, and a receipt is had once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterAll(() => harness.close());

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

async function sendLeave(who: Visitor, fields: readonly (readonly [string, string])[], page?: string) {
  const html = page ?? (await who.page('/leave'));
  const own = ['csrf', 'shown', 'receipt'].map((name) => [name, hidden(html, name)] as [string, string]);
  const body = new URLSearchParams([...own, ...fields.map(([name, value]) => [name, value])] as [string, string][]);
  return who.browser.fetch(`${harness.config.publicUrl}/leave`, { method: 'POST', body, redirect: 'manual' });
}

describe('leaving', () => {
  test('asks for the tick, then deletes everything, tells the sources, signs out and gives a receipt', async () => {
    const who = harness.visit('zofia');
    const subjectId = await who.linkAll('hospital', 'gp');
    await who.everything();
    const { store, shared } = harness.gateway.services;
    const accounts = await store.listAccounts(subjectId);
    const tokens = await Promise.all(accounts.map(({ id }) => store.getTokens(subjectId, id)));
    expect(tokens.every((item) => item !== undefined)).toBe(true);

    const elsewhere = harness.visit('zofia');
    await elsewhere.signIn();
    const appToken = await who.token();
    const read = () =>
      fetch(`${harness.config.fhirBaseUrl}/Patient/${subjectId}/$everything`, {
        headers: { Authorization: `Bearer ${appToken}` },
      });
    expect((await read()).status).toBe(200);

    const unsure = await sendLeave(who, []);
    expect(unsure.status).toBe(400);
    expect(await unsure.text()).toContain('href="#sure"');
    expect(await store.getPerson(subjectId)).toBeDefined();

    const page = await who.page('/leave');
    const done = await sendLeave(who, [['sure', 'yes']], page);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/leave/receipt']);
    expect(await store.getPerson(subjectId)).toBeUndefined();
    expect(await store.listAccounts(subjectId)).toEqual([]);
    await expect(store.recordKey(subjectId)).rejects.toThrow();

    // Signed out everywhere, and nothing of what was worked out before is given to an app.
    expect((await elsewhere.browser.fetch(`${harness.config.publicUrl}/home`)).status).toBe(401);
    expect((await read()).status).toBeGreaterThanOrEqual(400);
    // The source takes the token no more.
    const hospital = harness.sandbox.sources.find(({ name }) => name === 'hospital');
    const old = tokens[accounts.findIndex(({ source }) => source === 'hospital')]?.accessToken ?? '';
    const asked = await fetch(`${hospital?.baseUrl ?? ''}/Patient`, { headers: { Authorization: `Bearer ${old}` } });
    expect(asked.status).toBe(401);

    const receipt = await who.page('/leave/receipt');
    expect(receipt).toContain('Everything is deleted');
    expect(receipt).not.toContain(who.user.userName);
    expect(receipt.match(/It has ended our access\.|no way to end the access/g)).toHaveLength(2);
    const file = await who.browser.fetch(`${harness.config.publicUrl}/leave/receipt.txt`);
    expect(file.headers.get('content-disposition')).toContain('receipt.txt');
    expect(await file.text()).toContain('Everything is deleted\r\n');

    // Pressed twice: the same receipt, and nothing goes wrong.
    expect((await sendLeave(who, [['sure', 'yes']], page)).headers.get('location')).toBe('/leave/receipt');
    expect((await who.browser.fetch(`${harness.config.publicUrl}/home`)).status).toBe(401);
    const other = harness.visit('zofia');
    expect(await other.page('/leave/receipt')).toContain('There is no receipt any more');
    expect(await shared.get(`progress:${accounts[0]?.id ?? ''}`)).toBeUndefined();
  });

  test('a reading under way is stopped and writes nothing back', async () => {
    const who = harness.visit('zofia');
    await who.signIn();
    await who.link('hospital', { record: who.person });
    const subjectId = await who.subjectId();
    const [account] = await harness.gateway.services.store.listAccounts(subjectId);
    const done = await sendLeave(who, [['sure', 'yes']]);
    expect(done.status).toBe(303);
    expect(await harness.gateway.services.store.listAccounts(subjectId)).toEqual([]);
    expect(await harness.gateway.services.store.listResources(subjectId, account?.id ?? '')).toEqual([]);
  });

  test('a parent says of the child’s record, which nobody else can reach, that it goes too', async () => {
    const parent = harness.visit('milo');
    const childId = await parent.linkAll('hospital');
    const { store } = harness.gateway.services;
    const own = await store.findPersonByIdentity({ issuer: harness.sandbox.signIn.issuer, sub: parent.user.sub });
    const actorId = own?.id ?? '';
    await parent.post('/accounts/subject', { subject: actorId });

    const unnamed = await sendLeave(parent, [['sure', 'yes']]);
    expect(unnamed.status).toBe(400);
    expect(await unnamed.text()).toContain(`href="#record-${childId}"`);
    expect(await store.getPerson(childId)).toBeDefined();
    expect(
      (
        await sendLeave(parent, [
          ['sure', 'yes'],
          ['record', childId],
        ])
      ).status,
    ).toBe(303);
    expect(await store.getPerson(childId)).toBeUndefined();
    expect(await store.getPerson(actorId)).toBeUndefined();
    expect(await parent.page('/leave/receipt')).toContain('1 record of a person you looked after is deleted.');
  });

  test('the record of a child alone goes, and the parent stays', async () => {
    const parent = harness.visit('milo');
    const childId = await parent.linkAll('hospital');
    const { store } = harness.gateway.services;
    expect((await sendLeave(parent, [['sure', 'yes']])).status).toBe(303);
    expect(await store.getPerson(childId)).toBeUndefined();
    const receipt = await parent.page('/leave/receipt');
    expect(receipt).toContain('The record is deleted');
    expect((await parent.browser.fetch(`${harness.config.publicUrl}/accounts`)).status).toBe(200);
    expect(await parent.page('/accounts')).not.toContain(childId);
  });

  test('a record that another person can reach stays theirs, without the keys of who leaves', async () => {
    const parent = harness.visit('milo');
    const childId = await parent.linkAll('hospital');
    const other = harness.visit('zofia');
    await other.signIn();
    const { store } = harness.gateway.services;
    const otherId = await other.subjectId();
    await store.addRepresentation({
      subjectId: childId,
      actorId: otherId,
      relationship: 'carer',
      since: '2026-01-01T00:00:00.000Z',
      until: undefined,
    });
    expect((await sendLeave(parent, [['sure', 'yes']])).status).toBe(303);
    expect(await parent.page('/leave/receipt')).toContain('You no longer look after this record');
    expect(await store.getPerson(childId)).toBeDefined();
    const [account] = await store.listAccounts(childId);
    expect(account?.state).toBe('needs-sign-in');
    expect(await store.getTokens(childId, account?.id ?? '')).toBeUndefined();
    expect((await parent.post('/accounts/subject', { subject: childId })).status).toBe(404);
  });

  test('nobody leaves by a form of another session or by a page of another record', async () => {
    const who = harness.visit('zofia');
    await who.linkAll('hospital');
    const subjectId = await who.subjectId();
    const page = await who.page('/leave');
    const forged = await who.browser.fetch(`${harness.config.publicUrl}/leave`, {
      method: 'POST',
      body: new URLSearchParams({ sure: 'yes', csrf: 'x', shown: subjectId, receipt: hidden(page, 'receipt') }),
    });
    expect(forged.status).toBe(403);
    expect((await who.post('/leave', { sure: 'yes', shown: 'someone-else' })).status).toBe(409);
    expect(await harness.gateway.services.store.getPerson(subjectId)).toBeDefined();
  });
});
