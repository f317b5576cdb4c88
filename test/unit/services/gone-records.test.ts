/** What becomes of a unified record whose members come to stand for something else, over the real store and ledger. */
import { afterEach, expect, test } from 'vitest';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import { createAccountSync, type AccountSync } from '../../../src/services/sync-account.ts';
import { createFakeSource, EMPTY_PULL, type FakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const FRESH_MS = 60_000;

let opened: AccountSync | undefined;
afterEach(async () => {
  await opened?.close();
});

/** The source holds one condition under one id, whatever it says. */
function says(source: FakeSource, text: string): void {
  const json = { resourceType: 'Condition', id: 'c1', subject: { reference: 'Patient/p1' }, code: { text } };
  source.pull = () =>
    Promise.resolve({
      ...EMPTY_PULL,
      resources: [{ json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'Condition' }],
      outcomes: [{ type: 'Condition', state: 'done' as const, received: 1, reason: undefined }],
    });
}

test('its id names the record that now holds them, after another change too, and none when they are gone as well', async () => {
  const gp = createFakeSource('gp');
  const context = await makeContext(gp);
  const person = await signIn(context);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  opened = sync;
  const reader = createRecordReader(context, sync, { readDeadlineMs: 5_000, freshForMs: FRESH_MS });
  const grant: AccessGrant = {
    actor: { issuer: 'https://sign-in.example', sub: 'user-1' },
    clientId: 'an-app',
    subjectId: person.id,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
  const readAfter = async (text: string) => {
    says(gp, text);
    context.advance(FRESH_MS);
    const answer = await reader.read(grant);
    const [unified] = answer.record.unified;
    if (unified === undefined) throw new Error('there is a condition');
    return { answer, reference: `Condition/${unified.resource.id}` };
  };

  says(gp, 'Gout');
  await linkedAccount(context, person, gp);
  const gout = await readAfter('Gout');
  const migraine = await readAfter('Migraine');
  expect(migraine.reference).not.toBe(gout.reference);
  expect(migraine.answer.gone.get(gout.reference)).toMatchObject({ versionId: '1', successors: [migraine.reference] });

  const asthma = await readAfter('Asthma');
  expect(asthma.answer.gone.get(gout.reference)?.successors).toEqual([asthma.reference]);
  expect(asthma.answer.gone.get(migraine.reference)?.successors).toEqual([asthma.reference]);

  const back = await readAfter('Gout');
  expect(back.reference).toBe(gout.reference);
  expect(back.answer.gone.has(gout.reference)).toBe(false);
  expect(back.answer.stamps.get(gout.reference)?.versionId).toBe('2');

  gp.pull = () =>
    Promise.resolve({
      ...EMPTY_PULL,
      outcomes: [{ type: 'Condition', state: 'nothing-there' as const, received: 0, reason: undefined }],
    });
  context.advance(FRESH_MS);
  expect((await reader.read(grant)).gone.get(gout.reference)?.successors).toEqual([]);
});
