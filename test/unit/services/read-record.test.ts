import { afterEach, describe, expect, test } from 'vitest';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import type { Person } from '../../../src/ports/people.ts';
import { SourceError, type PullResult } from '../../../src/ports/source-connector.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import { createAccountSync, type AccountSync } from '../../../src/services/sync-account.ts';
import { createFakeSource, EMPTY_PULL, type FakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const FRESH_MS = 60_000;

let opened: AccountSync | undefined;
afterEach(async () => {
  await opened?.close();
});

async function setUp(readDeadlineMs = 5_000) {
  const gp = createFakeSource('gp');
  const hospital = createFakeSource('hospital');
  const context = await makeContext(gp, hospital);
  const person = await signIn(context);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  opened = sync;
  const reader = createRecordReader(context, sync, { readDeadlineMs, freshForMs: FRESH_MS });
  gives(gp, 'Gout');
  gives(hospital, 'Asthma');
  const accounts = {
    gp: await linkedAccount(context, person, gp),
    hospital: await linkedAccount(context, person, hospital),
  };
  return { gp, hospital, context, person, reader, accounts };
}

/** The source holds these conditions now, each under an id of its own. */
function gives(source: FakeSource, ...texts: readonly string[]): { pulls: number } {
  const counted = { pulls: 0 };
  const resources: PullResult['resources'] = texts.map((text) => {
    const json = {
      resourceType: 'Condition',
      id: `c-${text.toLowerCase()}`,
      subject: { reference: 'Patient/p1' },
      code: { text },
    };
    return { json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'Condition' };
  });
  source.pull = () => {
    counted.pulls++;
    const state = resources.length === 0 ? ('nothing-there' as const) : ('done' as const);
    const outcomes = [{ type: 'Condition', state, received: resources.length, reason: undefined }];
    return Promise.resolve({ ...EMPTY_PULL, resources, outcomes });
  };
  return counted;
}

function grant(person: Person, sources?: readonly string[]): AccessGrant {
  return {
    actor: { issuer: 'https://sign-in.example', sub: 'user-1' },
    clientId: 'an-app',
    subjectId: person.id,
    scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
    sources,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
}

function texts(answer: Awaited<ReturnType<ReturnType<typeof createRecordReader>['read']>>): readonly string[] {
  return answer.record.unified.flatMap(({ resource }) =>
    resource.resourceType === 'Condition' ? [resource.code?.text ?? ''] : [],
  );
}

function states(answer: Awaited<ReturnType<ReturnType<typeof createRecordReader>['read']>>) {
  return Object.fromEntries(answer.completeness.map((item) => [item.source, item.state]));
}

describe('reading a record', () => {
  test('asks what is due once, gives all, and asks again when it is no longer fresh', async () => {
    const { gp, context, person, reader } = await setUp();
    const counted = gives(gp, 'Gout');
    const first = await reader.read(grant(person));
    expect(texts(first).toSorted()).toEqual(['Asthma', 'Gout']);
    expect(states(first)).toEqual({ gp: 'complete', hospital: 'complete' });
    expect(await reader.read(grant(person))).toBe(first);
    expect(counted.pulls).toBe(1);
    context.advance(FRESH_MS);
    const later = await reader.read(grant(person));
    expect(counted.pulls).toBe(2);
    // Completeness says when: the answer differs, the records in it do not.
    expect(later.digest).not.toBe(first.digest);
    expect(later.stamps).toEqual(first.stamps);
  });

  test('an unknown subject is not found', async () => {
    const { reader, person } = await setUp();
    await expect(reader.read({ ...grant(person), subjectId: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what is changed gets a version, what is gone is remembered, what is no longer returned is counted', async () => {
    const { gp, context, person, reader } = await setUp();
    gives(gp, 'Gout', 'Migraine');
    const first = await reader.read(grant(person));
    gives(gp, 'Migraine');
    context.advance(FRESH_MS);
    const second = await reader.read(grant(person));
    expect(texts(second).toSorted()).toEqual(['Asthma', 'Migraine']);
    expect(second.completeness.find((item) => item.source === 'gp')?.noLongerReturned).toBe(1);
    const gone = [...second.gone.keys()];
    expect(gone).toContain('Condition/gp-c-gout');
    for (const reference of gone) expect(first.stamps.has(reference)).toBe(true);
    expect(second.stamps.get('Condition/gp-c-migraine')).toEqual(first.stamps.get('Condition/gp-c-migraine'));
  });

  test('a failing source: its older data, called stale, and asked again soon', async () => {
    const { gp, context, person, reader } = await setUp();
    await reader.read(grant(person));
    gp.pull = () => Promise.reject(new SourceError('unreachable', 'The source cannot be reached.'));
    context.advance(FRESH_MS);
    const answer = await reader.read(grant(person));
    expect(texts(answer).toSorted()).toEqual(['Asthma', 'Gout']);
    expect(answer.completeness.find((item) => item.source === 'gp')).toMatchObject({
      state: 'stale',
      lastSuccess: '2026-11-21T09:00:00.000Z',
      reason: 'The source cannot be reached.',
    });
    const counted = gives(gp, 'Gout');
    context.advance(14_000);
    await reader.read(grant(person));
    expect(counted.pulls).toBe(0);
    context.advance(1_000);
    expect(states(await reader.read(grant(person)))).toEqual({ gp: 'complete', hospital: 'complete' });
  });

  test('a slow source does not hold up the others; what it gave in the background is there next time', async () => {
    const { gp, person, reader } = await setUp(50);
    const whole = gp.pull;
    let release: () => void = () => undefined;
    gp.pull = async (context) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return whole(context);
    };
    const early = await reader.read(grant(person));
    expect(texts(early)).toEqual(['Asthma']);
    expect(early.completeness.find((item) => item.source === 'gp')).toMatchObject({ state: 'failed' });
    release();
    await expect.poll(async () => states(await reader.read(grant(person)))['gp']).toBe('complete');
  });

  test('a viewer of one source sees nothing of another: not in content, counts, completeness, versions or ids', async () => {
    const { gp, hospital, person, reader, context, accounts } = await setUp();
    gives(gp, 'Gout');
    gives(hospital, 'Gout', 'Asthma');
    const narrow = await reader.read(grant(person, ['gp']));
    expect(texts(narrow)).toEqual(['Gout']);
    expect(states(narrow)).toEqual({ gp: 'complete', withheld: 'withheld' });
    expect(JSON.stringify([narrow.completeness, narrow.record])).not.toMatch(/hospital/i);
    const all = await reader.read(grant(person));
    expect(texts(all).toSorted()).toEqual(['Asthma', 'Gout']);
    await context.store.deleteAccount(person.id, accounts.hospital.id);
    const alone = await reader.read(grant(person, ['gp']));
    expect(alone.digest).toBe(narrow.digest);
    expect(alone.stamps).toEqual(narrow.stamps);
  });

  test('an account that awaits an answer is not read, and is told', async () => {
    const { gp, context, person, reader, accounts } = await setUp();
    const counted = gives(gp, 'Gout');
    await context.store.putAccount({ ...accounts.gp, state: 'awaiting-confirmation' });
    const answer = await reader.read(grant(person));
    expect(counted.pulls).toBe(0);
    expect(texts(answer)).toEqual(['Asthma']);
    expect(answer.completeness.find((item) => item.source === 'gp')?.reason).toContain('whose account');
  });

  test('a source that was taken out of the configuration still names what it gave', async () => {
    const { context, person, reader } = await setUp();
    await reader.read(grant(person));
    const connectors = new Map([...context.connectors].filter(([name]) => name !== 'gp'));
    const sync = createAccountSync({ ...context, connectors }, { pullDeadlineMs: 1_000, onProgress: () => undefined });
    const later = createRecordReader({ ...context, connectors }, sync, { readDeadlineMs: 1_000, freshForMs: 0 });
    expect(texts(await later.read(grant(person))).toSorted()).toEqual(['Asthma', 'Gout']);
  });

  test('readers at the same time get the same answer and one version', async () => {
    const { person, reader } = await setUp();
    const answers = await Promise.all([1, 2, 3, 4].map(() => reader.read(grant(person))));
    expect(new Set(answers.map((answer) => answer.digest)).size).toBe(1);
    for (const stamp of answers[0]?.stamps.values() ?? []) expect(stamp.versionId).toBe('1');
  });
});
