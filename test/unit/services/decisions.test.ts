import { afterEach, describe, expect, test } from 'vitest';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import type { Person } from '../../../src/ports/people.ts';
import type { PullResult } from '../../../src/ports/source-connector.ts';
import { EXTENSION } from '../../../src/record/fhir/canonical.ts';
import { addDecision, listDecisions, withdrawDecision } from '../../../src/services/decisions.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import type { RecordAnswer } from '../../../src/services/record-reader.ts';
import { represent } from '../../../src/services/represent.ts';
import { createAccountSync, type AccountSync } from '../../../src/services/sync-account.ts';
import { createFakeSource, EMPTY_PULL, type FakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const LABEL_SYSTEM = 'https://labels.example';

let opened: AccountSync | undefined;
afterEach(async () => {
  await opened?.close();
});

/** @param conditions by id: their words, and a label where there is one. */
function gives(source: FakeSource, conditions: Readonly<Record<string, readonly [string, string?]>>): void {
  const resources: PullResult['resources'] = Object.entries(conditions).map(([id, [text, label]]) => {
    const security = label === undefined ? {} : { meta: { security: [{ system: LABEL_SYSTEM, code: label }] } };
    const json = { resourceType: 'Condition', id, ...security, subject: { reference: 'Patient/p1' }, code: { text } };
    return { json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'Condition' };
  });
  const outcomes = [{ type: 'Condition', state: 'done' as const, received: resources.length, reason: undefined }];
  source.pull = () => Promise.resolve({ ...EMPTY_PULL, resources, outcomes });
}

async function setUp() {
  const [gp, hospital] = [createFakeSource('gp'), createFakeSource('hospital')];
  gives(gp, { g1: ['Wheezy chest'], g2: ['Gout'] });
  gives(hospital, { h1: ['Reactive airways'], h2: ['Gout', 'secret'] });
  const context = await makeContext(gp, hospital);
  const person = await signIn(context);
  await linkedAccount(context, person, gp);
  await linkedAccount(context, person, hospital);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  opened = sync;
  const reader = createRecordReader(context, sync, { readDeadlineMs: 5_000, freshForMs: 60_000 });
  const read = (limits: Partial<AccessGrant> = {}) => reader.read({ ...grantOf(person), ...limits });
  return { context, person, gp, read, whose: { actorId: person.id, subjectId: person.id } };
}

function grantOf(person: Person): AccessGrant {
  return {
    actor: { issuer: 'https://sign-in.example', sub: 'user-1' },
    clientId: 'an-app',
    subjectId: person.id,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
}

const item = (source: string, originalId: string) => ({ source, resourceType: 'Condition', originalId });
const chest = [item('gp', 'g1'), item('hospital', 'h1')] as const;
const gout = [item('gp', 'g2'), item('hospital', 'h2')] as const;

/** Ids of the source records of each unified one. */
function groups({ record }: RecordAnswer): readonly string[] {
  return record.unified.map(({ members }) => members.map(({ originalId }) => originalId).join('+')).toSorted();
}

function decisionsTold({ record }: RecordAnswer): readonly unknown[] {
  return record.unified.flatMap(({ provenance }) =>
    (provenance.extension ?? []).filter(({ url }) => url === EXTENSION.personDecision),
  );
}

describe('a decision', () => {
  test('shapes the record, is told with who and when, gives it another version, and can be taken back', async () => {
    const { read, context, whose, person } = await setUp();
    const before = await read();
    expect(groups(before)).toEqual(['g1', 'g2+h2', 'h1']);
    const same = await addDecision(context, whose, { kind: 'same', items: chest, reason: 'my doctor said so' });
    const joined = await read();
    expect(groups(joined)).toEqual(['g1+h1', 'g2+h2']);
    expect(joined.digest).not.toBe(before.digest);
    expect(decisionsTold(joined)).toMatchObject([
      {
        extension: [
          { url: 'decision', valueCode: 'same' },
          { url: 'actor', valueReference: { reference: `Patient/${person.id}` } },
          { url: 'date', valueDateTime: same.at },
        ],
      },
    ]);
    // The person's own words are for nobody else.
    expect(JSON.stringify(joined.record)).not.toContain('my doctor said so');
    context.advance(1_000);
    await addDecision(context, whose, { kind: 'not-same', items: gout });
    expect(groups(await read())).toEqual(['g1+h1', 'g2', 'h2']);
    await withdrawDecision(context, whose, same.id);
    const after = await read();
    expect(groups(after)).toEqual(['g1', 'g2', 'h1', 'h2']);
    expect(decisionsTold(after).length).toBeGreaterThan(0);
    expect(await listDecisions(context, whose)).toMatchObject([
      {
        id: same.id,
        kind: 'same',
        actorId: person.id,
        withdrawnBy: person.id,
        withdrawnAt: '2026-11-21T09:00:01.000Z',
      },
      { kind: 'not-same', withdrawnAt: undefined },
    ]);
  });

  test('survives that the source gives everything anew, and that an item was gone for a while', async () => {
    const { read, context, whose, gp } = await setUp();
    await addDecision(context, whose, { kind: 'same', items: chest });
    gives(gp, { g2: ['Gout'] });
    context.advance(60_000);
    expect(groups(await read())).toEqual(['g2+h2', 'h1']);
    gives(gp, { g1: ['Wheezy chest, again'], g2: ['Gout'] });
    context.advance(60_000);
    expect(groups(await read())).toEqual(['g1+h1', 'g2+h2']);
  });

  test('that names what a viewer may not see is as if it had never been taken', async () => {
    const { read, context, whose } = await setUp();
    const limits = [
      { sources: ['gp'] },
      { labels: { codes: [], unlabelled: true } },
      { sources: ['gp', 'hospital'], labels: { codes: [`${LABEL_SYSTEM}|other`], unlabelled: true } },
    ];
    const before = [];
    for (const limit of limits) before.push(await read(limit));
    await addDecision(context, whose, { kind: 'not-same', items: gout });
    for (const [index, limit] of limits.entries()) {
      const after = await read(limit);
      expect(after.digest).toBe(before[index]?.digest);
      expect(after.stamps).toEqual(before[index]?.stamps);
      expect(decisionsTold(after)).toEqual([]);
    }
    const all = await read({ labels: { codes: [`${LABEL_SYSTEM}|secret`], unlabelled: true } });
    expect(groups(all)).toEqual(['g1', 'g2', 'h1', 'h2']);
  });

  test('by a parent for a child names the parent by their id at the gateway', async () => {
    const { context, person } = await setUp();
    const child = await represent(context, person, {
      given: 'Bee',
      family: 'Okafor',
      birthDate: '2019-05-05',
      relationship: 'parent',
    });
    const whose = { actorId: person.id, subjectId: child.id };
    await addDecision(context, whose, { kind: 'same', items: chest });
    expect(await listDecisions(context, whose)).toMatchObject([{ actorId: person.id }]);
    expect(await listDecisions(context, { ...whose, subjectId: person.id })).toEqual([]);
  });
});

describe('refused', () => {
  test('for a record that is not theirs, whether or not there is one', async () => {
    const { context, whose } = await setUp();
    const stranger = await signIn(context, { sub: 'user-2' });
    const decision = await addDecision(context, whose, { kind: 'same', items: chest });
    for (const subjectId of [whose.subjectId, 'nobody']) {
      const theirs = { actorId: stranger.id, subjectId };
      const refused = { code: 'not-found' };
      await expect(addDecision(context, theirs, { kind: 'same', items: chest })).rejects.toMatchObject(refused);
      await expect(listDecisions(context, theirs)).rejects.toMatchObject(refused);
      await expect(withdrawDecision(context, theirs, decision.id)).rejects.toMatchObject(refused);
    }
    // A decision of somebody else is not found under one's own record.
    const own = { actorId: stranger.id, subjectId: stranger.id };
    await expect(withdrawDecision(context, own, decision.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listDecisions(context, whose)).toMatchObject([{ withdrawnAt: undefined }]);
  });

  test('to be taken back twice', async () => {
    const { context, whose } = await setUp();
    const { id } = await addDecision(context, whose, { kind: 'same', items: chest });
    await withdrawDecision(context, whose, id);
    await expect(withdrawDecision(context, whose, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['one record twice', [item('gp', 'g1'), item('gp', 'g1')] as const, undefined],
    ['an empty name', [item('gp', ''), item('gp', 'g1')] as const, undefined],
    ['an endless name', [item('gp', 'x'.repeat(600)), item('gp', 'g1')] as const, undefined],
    ['no reference', [{ reference: 'Condition' }, item('gp', 'g1')] as const, undefined],
    ['a reason without end', chest, 'x'.repeat(5_000)],
  ])('%s', async (_name, items, reason) => {
    const { context, whose } = await setUp();
    const said = reason === undefined ? {} : { reason };
    await expect(addDecision(context, whose, { kind: 'same', items, ...said })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await listDecisions(context, whose)).toEqual([]);
  });
});

test('the access log tells that something was decided, and not about what', async () => {
  const { context, whose } = await setUp();
  const { id } = await addDecision(context, whose, { kind: 'not-same', items: chest, reason: 'private' });
  await withdrawDecision(context, whose, id);
  const lines = (await context.store.listAudit(whose.subjectId, { limit: 100 })).filter(
    ({ action }) => action === 'decision',
  );
  expect(lines.map(({ notes, actorId }) => [notes, actorId])).toEqual(
    expect.arrayContaining([
      [['not-same'], whose.actorId],
      [['withdrawn'], whose.actorId],
    ]),
  );
  expect(JSON.stringify(lines)).not.toMatch(/private|g1|h1/);
});
