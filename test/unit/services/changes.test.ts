import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../src/ports/people.ts';
import type { PullResult } from '../../../src/ports/source-connector.ts';
import { markAllSeen, markLooked, MOST_DAYS, readChanges, type RecordChanges } from '../../../src/services/changes.ts';
import type { SourceChanges } from '../../../src/services/changes/told-change.ts';
import { addDecision } from '../../../src/services/decisions.ts';
import { addEntry } from '../../../src/services/own-entries.ts';
import { isoNow } from '../../../src/services/service-context.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { createAccountSync, type AccountSync } from '../../../src/services/sync-account.ts';
import { createFakeSource, EMPTY_PULL, type FakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const DAY_MS = 24 * 3_600_000;

let opened: AccountSync | undefined;
afterEach(async () => {
  await opened?.close();
});

interface Item {
  readonly type: 'MedicationStatement' | 'Observation';
  readonly text: string;
  readonly dose?: string;
  readonly status?: string;
}

/** Everything the source has, by id; whole each time. */
function gives(source: FakeSource, items: Readonly<Record<string, Item>>): void {
  const subject = { reference: 'Patient/p1' };
  const resources: PullResult['resources'] = Object.entries(items).map(
    ([id, { type, text, dose, status = 'active' }]) => {
      const json =
        type === 'Observation'
          ? { resourceType: type, id, status: 'final', subject, code: { text } }
          : {
              resourceType: type,
              id,
              status,
              subject,
              medicationCodeableConcept: { text },
              ...(dose === undefined ? {} : { dosage: [{ text: dose }] }),
            };
      return { json, text: JSON.stringify(json), at: 'entry[0]', readAs: type };
    },
  );
  const outcomes = (['MedicationStatement', 'Observation'] as const).map((type) => {
    const received = resources.filter(({ readAs }) => readAs === type).length;
    return { type, state: received > 0 ? ('done' as const) : ('nothing-there' as const), received, reason: undefined };
  });
  source.pull = () => Promise.resolve({ ...EMPTY_PULL, resources, outcomes });
}

const medicine = (text: string, dose?: string, status?: string): Item => ({
  type: 'MedicationStatement',
  text,
  ...(dose === undefined ? {} : { dose }),
  ...(status === undefined ? {} : { status }),
});
const result = (text: string): Item => ({ type: 'Observation', text });

async function setUp() {
  const [gp, hospital] = [createFakeSource('gp'), createFakeSource('hospital')];
  const context = await makeContext(gp, hospital);
  const person = await signIn(context);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  opened = sync;
  const whose = { actorId: person.id, subjectId: person.id };
  const link = async (source: FakeSource) => (await linkedAccount(context, person, source)).id;
  const pull = async (accountId: string) => {
    context.advance(1_000);
    const account = await context.store.getAccount(person.id, accountId);
    if (account !== undefined) await sync.sync(account);
  };
  /** One visit: the page is shown and reaches the person. */
  const visit = async (started?: string, before?: string): Promise<RecordChanges> => {
    context.advance(1_000);
    const visitStartedAt = started ?? isoNow(context);
    context.advance(1_000);
    const changes = await readChanges(context, whose, { visitStartedAt, before });
    await markLooked(context, whose, changes.shown);
    return changes;
  };
  return { context, person, gp, hospital, whose, link, pull, visit };
}

function told(changes: SourceChanges | undefined): readonly string[] {
  return (changes?.changes ?? []).map(
    ({ kind, names, sources, from, to }) =>
      `${kind} ${names.join('+')} [${sources.join()}] ${from.join('/')} > ${to.join('/')}`,
  );
}

describe('since an actor last looked', () => {
  test('a first visit has no since; nothing new is nothing new', async () => {
    const { gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin', '1 daily') });
    const account = await link(gp);
    await pull(account);
    expect((await visit()).since).toBeUndefined();
    await pull(account);
    expect((await visit()).since?.changes).toEqual({ changes: [], newSources: [], newItems: [] });
  });

  test('new, stopped, another dose, no longer given; results are counted', async () => {
    const { gp, link, pull, visit } = await setUp();
    gives(gp, {
      m1: medicine('Warfarin', '1 daily'),
      m2: medicine('Ramipril', '1 daily'),
      m3: medicine('Aspirin'),
      m4: medicine('Digoxin'),
      o1: result('Sodium'),
    });
    const account = await link(gp);
    await pull(account);
    await visit();
    gives(gp, {
      m1: medicine('Warfarin', '2 daily'),
      m2: medicine('Ramipril', '1 daily', 'stopped'),
      m4: medicine('Digoxin'),
      m5: medicine('Metformin'),
      o1: result('Sodium'),
      o2: result('Potassium'),
      o3: result('Urea'),
    });
    await pull(account);
    const { since } = await visit();
    expect(told(since?.changes)).toEqual([
      'no-longer-returned Aspirin [gp]  > ',
      'new Metformin [gp]  > ',
      'stopped Ramipril [gp] active > stopped',
      'dose Warfarin [gp] 1 daily > 2 daily',
    ]);
    expect(since?.changes.newItems).toEqual([{ source: 'gp', resourceType: 'Observation', count: 2 }]);
  });

  test('what is new stays new for the visit, through more readings, and is seen at the next one', async () => {
    const { context, gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    const account = await link(gp);
    await pull(account);
    await visit();
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    await pull(account);
    const started = isoNow(context);
    for (let time = 0; time < 3; time++) {
      expect(told((await visit(started)).since?.changes)).toEqual(['new Aspirin [gp]  > ']);
      await pull(account);
    }
    expect(told((await visit()).since?.changes)).toEqual([]);
  });

  test('what the person said they have seen is seen at once', async () => {
    const { context, gp, link, pull, visit, whose } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    const account = await link(gp);
    await pull(account);
    await visit();
    gives(gp, {});
    await pull(account);
    const started = isoNow(context);
    const { since, shown } = await visit(started);
    expect(told(since?.changes)).not.toEqual([]);
    await markAllSeen(context, whose, shown.shown);
    expect(told((await visit(started)).since?.changes)).toEqual([]);
  });

  test('only what their window showed is marked as seen; what another window showed later stays new', async () => {
    const { context, gp, link, pull, visit, whose } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    const account = await link(gp);
    await pull(account);
    await visit();
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    await pull(account);
    const started = isoNow(context);
    const one = await visit(started);
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin'), m3: medicine('Digoxin') });
    await pull(account);
    const other = await visit(started);
    expect(told(other.since?.changes)).toEqual(['new Aspirin [gp]  > ', 'new Digoxin [gp]  > ']);
    await markAllSeen(context, whose, one.shown.shown);
    expect(told((await visit(started)).since?.changes)).toEqual(['new Digoxin [gp]  > ']);
    await markAllSeen(context, whose, other.shown.shown);
    await markAllSeen(context, whose, one.shown.shown);
    expect(told((await visit(started)).since?.changes)).toEqual([]);
    // A mark of what was never shown marks nothing.
    await markAllSeen(context, whose, { at: '2999-01-01T00:00:00Z', wholeAt: {} });
    expect(told((await visit(started)).since?.changes)).toEqual([]);
  });

  test('nobody is told twice that they are here for the first time, also where every account was unlinked and linked anew', async () => {
    const { context, gp, link, pull, visit, whose } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    await pull(await link(gp));
    const started = isoNow(context);
    const first = await visit(started);
    expect(first.since).toBeUndefined();
    await unlinkAccount(context, { ...whose, source: 'gp' });
    const emptied = await visit(started);
    expect(emptied.since?.at).toBe(first.shown.shown.at);
    await pull(await link(gp));
    expect((await visit(started)).since?.changes.newSources).toMatchObject([{ source: 'gp', names: ['Warfarin'] }]);
    expect((await visit()).since?.changes.newSources).toEqual([]);
  });

  test('what was gone when last looked is not told as gone again, however often it is read', async () => {
    const { gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    const account = await link(gp);
    await pull(account);
    await pull(account);
    gives(gp, { m1: medicine('Warfarin') });
    await pull(account);
    await visit();
    await pull(account);
    await pull(account);
    expect(told((await visit()).since?.changes)).toEqual([]);
  });

  test('an item that came back with its old text is told as it was seen', async () => {
    const { gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin', '1 daily') });
    const account = await link(gp);
    await pull(account);
    gives(gp, { m1: medicine('Warfarin', '2 daily') });
    await pull(account);
    await visit();
    gives(gp, { m1: medicine('Warfarin', '1 daily') });
    await pull(account);
    expect(told((await visit()).since?.changes)).toEqual(['dose Warfarin [gp] 2 daily > 1 daily']);
  });

  test('a source that is linked is one line with its things, and what changed elsewhere is still told', async () => {
    const { gp, hospital, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    gives(hospital, { h1: medicine('Warfarin'), h2: medicine('Ramipril'), o1: result('Sodium') });
    const account = await link(gp);
    await pull(account);
    await visit();
    await pull(await link(hospital));
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    await pull(account);
    const { since } = await visit();
    expect(told(since?.changes)).toEqual(['new Aspirin [gp]  > ']);
    expect(since?.changes.newSources).toEqual([{ source: 'hospital', count: 3, names: ['Ramipril', 'Warfarin'] }]);
    expect((await visit()).since?.changes.newSources).toEqual([]);
  });

  test('own entries and decisions are no change of a source; they are given with their texts', async () => {
    const { context, gp, whose, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    await pull(await link(gp));
    await visit();
    const item = (originalId: string) => ({ source: 'gp', resourceType: 'MedicationStatement', originalId });
    await addDecision(context, whose, { kind: 'same', items: [item('m1'), item('m2')] });
    const own = { kind: 'allergy', name: 'Nuts', reaction: undefined, sort: 'allergy' } as const;
    await addEntry(context, whose, own, { id: context.newId() });
    const { since, entries, decisions } = await visit();
    expect(told(since?.changes)).toEqual([]);
    expect([entries.length, decisions.length]).toEqual([1, 1]);
  });

  test('each actor has a mark of their own, and nobody looks at another’s record', async () => {
    const { context, person, gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin') });
    const account = await link(gp);
    await pull(account);
    await visit();
    const carer: Person = await signIn(context, { sub: 'user-2' });
    const theirs = { actorId: carer.id, subjectId: person.id };
    const look = { visitStartedAt: isoNow(context), before: undefined };
    await expect(readChanges(context, theirs, look)).rejects.toMatchObject({ code: 'not-found' });
    const mark = { at: isoNow(context), wholeAt: {} };
    await expect(markAllSeen(context, theirs, mark)).rejects.toMatchObject({ code: 'not-found' });
    await context.store.addRepresentation({
      ...theirs,
      relationship: 'carer',
      since: '2026-01-01T00:00:00.000Z',
      until: undefined,
    });
    expect((await readChanges(context, theirs, look)).since).toBeUndefined();
  });
});

describe('the history', () => {
  test('has each day on which something changed, newest first, and goes on to older ones', async () => {
    const { context, gp, link, pull, visit } = await setUp();
    const days = MOST_DAYS + 3;
    const account = await link(gp);
    for (let day = 0; day < days; day++) {
      gives(gp, Object.fromEntries(Array.from({ length: day + 1 }, (_, at) => [`m${at}`, medicine(`Invented ${at}`)])));
      await pull(account);
      await pull(account);
      context.advance(DAY_MS);
    }
    const { history } = await visit();
    expect(history.days.map((day) => told(day))).toEqual(
      Array.from({ length: MOST_DAYS }, (_, at) => [`new Invented ${days - 1 - at} [gp]  > `]),
    );
    expect(history.days[0]?.at.slice(0, 10)).toBe('2026-12-03');
    const { history: older } = await visit(undefined, history.older);
    expect(older.days.map((day) => told(day))).toEqual([['new Invented 2 [gp]  > '], ['new Invented 1 [gp]  > '], []]);
    expect(older.days.at(-1)?.newSources).toMatchObject([{ source: 'gp', names: ['Invented 0'] }]);
    expect(older.older).toBeUndefined();
  });

  test('tells on which day something was given no more, and keeps telling it', async () => {
    const { context, gp, link, pull, visit } = await setUp();
    gives(gp, { m1: medicine('Warfarin'), m2: medicine('Aspirin') });
    const account = await link(gp);
    await pull(account);
    context.advance(DAY_MS);
    gives(gp, { m1: medicine('Warfarin') });
    await pull(account);
    context.advance(DAY_MS);
    gives(gp, { m1: medicine('Warfarin', '1 daily') });
    await pull(account);
    const days = (await visit()).history.days.map((day) => [day.at.slice(0, 10), told(day)] as const);
    expect(days.flatMap(([, lines]) => lines)).toContain('no-longer-returned Aspirin [gp]  > ');
    expect(days.map(([at]) => at)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21'].slice(3 - days.length));
  });
});
