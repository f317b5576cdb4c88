/** Somebody stops acting for another while they are signed in and look at that record: it is closed, the pages are not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './app-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterAll(() => harness.close());

test('who acts for somebody no more is back at their own record, and can sign out', async () => {
  const parent = harness.visit('milo');
  const childId = await parent.linkAll('hospital');
  const { store } = harness.gateway.services;
  const child = await store.getPerson(childId);
  const name = child?.name.text ?? 'nobody';
  expect(await parent.page('/accounts')).toContain(name);
  const own = await store.findPersonByIdentity({ issuer: harness.sandbox.signIn.issuer, sub: parent.user.sub });
  const actorId = own?.id ?? '';
  const held = (await store.listRepresentations(actorId)).find(({ subjectId }) => subjectId === childId);
  if (held === undefined) throw new Error('nobody is represented');
  await store.addRepresentation({ ...held, until: new Date().toISOString() });

  const accounts = await parent.browser.fetch(`${harness.config.publicUrl}/accounts`);
  expect(accounts.status).toBe(200);
  expect(await accounts.text()).not.toContain(name);
  // A form that was made for the child's record does nothing to the parent's own.
  for (const path of ['/link/gp/unlink', '/link/hospital', '/apps/stop', '/link/hospital/confirm']) {
    expect((await parent.post(path, { shown: childId, app: 'any', answer: 'no' })).status, path).toBe(409);
  }
  expect((await parent.post('/accounts/subject', { subject: childId })).status).toBe(404);
  expect((await parent.post('/sign-out')).status).toBe(303);
});
