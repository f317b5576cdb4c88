/** One person, two windows, two records: a form does what its page said, to the record that its page showed, or nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHarness, type Harness } from './app-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterAll(() => harness.close());

test("unlinking in the child's window, while the other one shows the parent, deletes nothing", async () => {
  const parent = harness.visit('milo');
  const childId = await parent.linkAll('hospital');
  const { store } = harness.gateway.services;
  const unlink = '/link/hospital/unlink';
  const [, form = ''] = (await parent.page(unlink)).split(`action="${unlink}"`);
  const fields = [...(form.split('</form>')[0] ?? '').matchAll(/name="(\w+)" value="([^"]+)"/g)];
  const body = new URLSearchParams(fields.map(([, name = '', value = '']): [string, string] => [name, value]));
  expect([...body.keys()]).toEqual(['csrf', 'shown']);
  const actor = await store.findPersonByIdentity({ issuer: harness.sandbox.signIn.issuer, sub: parent.user.sub });
  expect((await parent.post('/accounts/subject', { subject: actor?.id ?? '' })).status).toBe(303);
  // The parent has an account at the same source.
  const childs = await parent.account('hospital');
  await store.putAccount({ ...childs, id: 'account-of-the-parent', subjectId: actor?.id ?? '' });

  const post = () => parent.browser.fetch(`${harness.config.publicUrl}${unlink}`, { method: 'POST', body });
  const refused = await post();
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('Nothing was done');
  expect(await store.listAccounts(actor?.id ?? '')).toHaveLength(1);
  expect(await store.listAccounts(childId)).toHaveLength(1);

  expect((await parent.post('/accounts/subject', { subject: childId })).status).toBe(303);
  expect((await post()).status).toBe(303);
  expect(await store.listAccounts(actor?.id ?? '')).toHaveLength(1);
  expect(await store.listAccounts(childId)).toEqual([]);
});
