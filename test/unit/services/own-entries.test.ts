import { afterEach, describe, expect, test } from 'vitest';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import type { Person } from '../../../src/ports/people.ts';
import type { EntryContent, OwnMedicine } from '../../../src/ports/person-entries.ts';
import type { PullResult } from '../../../src/ports/source-connector.ts';
import { everything } from '../../../src/record/views/everything.ts';
import { MAX_HELD } from '../../../src/services/own-entry-faults.ts';
import { addEntry, listEntries, withdrawEntry } from '../../../src/services/own-entries.ts';
import { createRecordReader } from '../../../src/services/read-record.ts';
import type { RecordAnswer } from '../../../src/services/record-reader.ts';
import { relatedPersonId } from '../../../src/services/related-person.ts';
import { createAccountSync, type AccountSync } from '../../../src/services/sync-account.ts';
import { auditOf } from '../../support/audit-of.ts';
import { createFakeSource, EMPTY_PULL, type FakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const ID = '6f1d2b34-0000-4000-8000-000000000001';
const OTHER_ID = '6f1d2b34-0000-4000-8000-000000000002';
const paracetamol: OwnMedicine = {
  kind: 'medicine',
  name: 'Paracetamol 500 mg tablets',
  dose: '2 tablets when my knee hurts',
  what: 'knee',
  since: '2024-05',
  use: 'as-needed',
  sort: 'over-the-counter',
};
const allergy: EntryContent = { kind: 'allergy', name: 'Penicillin', reaction: 'rash', sort: 'allergy' };
const question: EntryContent = { kind: 'question', text: 'Why?', of: undefined, state: 'ask' };

let opened: AccountSync | undefined;
afterEach(async () => {
  await opened?.close();
});

function gives(source: FakeSource): void {
  const subject = { reference: 'Patient/p1' };
  const json = {
    resourceType: 'MedicationStatement',
    id: 'm1',
    status: 'stopped',
    subject,
    medicationCodeableConcept: { text: 'Paracetamol 500 mg tablets' },
    dosage: [{ text: '1 tablet daily' }],
  };
  const resources: PullResult['resources'] = [{ json, text: JSON.stringify(json), at: 'entry[0]', readAs: 'All' }];
  const outcomes = [{ type: 'All', state: 'done' as const, received: 1, reason: undefined }];
  source.pull = () => Promise.resolve({ ...EMPTY_PULL, resources, outcomes });
}

async function setUp() {
  const gp = createFakeSource('gp');
  gives(gp);
  const context = await makeContext(gp);
  const person = await signIn(context);
  await linkedAccount(context, person, gp);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  opened = sync;
  const reader = createRecordReader(context, sync, { readDeadlineMs: 5_000, freshForMs: 60_000 });
  const read = (limits: Partial<AccessGrant> = {}) => reader.read({ ...grantOf(person), ...limits });
  return { context, person, read, whose: { actorId: person.id, subjectId: person.id } };
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

function textOf(answer: RecordAnswer): string {
  return JSON.stringify([everything(answer.record, 'all'), answer.completeness]);
}

describe('an entry', () => {
  test('is kept once, changed by another in its place, taken back once, and each is in the access log by its kind only', async () => {
    const { context, whose } = await setUp();
    expect(await addEntry(context, whose, paracetamol, { id: ID })).toBe('added');
    expect(await addEntry(context, whose, paracetamol, { id: ID })).toBe('known');
    const stronger = { ...paracetamol, dose: '1 tablet' };
    expect(await addEntry(context, whose, stronger, { id: OTHER_ID, replaces: ID })).toBe('added');
    expect(await addEntry(context, whose, allergy, { id: ID.replace('1', 'a'), replaces: ID })).toBe('gone');
    await withdrawEntry(context, whose, OTHER_ID);
    await expect(withdrawEntry(context, whose, OTHER_ID)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listEntries(context, whose)).map(({ id, withdrawnBy }) => [id, withdrawnBy])).toEqual([
      [ID, whose.actorId],
      [OTHER_ID, whose.actorId],
    ]);
    const lines = (await auditOf(context.store, whose.subjectId)).filter(({ action }) => action === 'entry');
    expect(lines.map(({ notes }) => notes)).toEqual([['medicine'], ['medicine', 'changed'], ['withdrawn']]);
    expect(JSON.stringify(lines)).not.toContain('Paracetamol');
  });

  test('is refused with a fault, under another kind of id, and by somebody else', async () => {
    const { context, whose } = await setUp();
    const other = await signIn(context, { sub: 'user-2' });
    const stranger = { actorId: other.id, subjectId: whose.subjectId };
    await expect(addEntry(context, whose, { ...paracetamol, name: ' ' }, { id: ID })).rejects.toMatchObject({
      code: 'bad-request',
    });
    await expect(addEntry(context, whose, paracetamol, { id: '../x' })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(addEntry(context, stranger, paracetamol, { id: ID })).rejects.toMatchObject({ code: 'not-found' });
    await addEntry(context, whose, paracetamol, { id: ID });
    await expect(listEntries(context, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(withdrawEntry(context, stranger, ID)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listEntries(context, whose)).toHaveLength(1);
  });
});

describe('how many entries there may be', () => {
  test('holds for those who come at the same moment; changing one and sending one twice go on', async () => {
    const { context, whose } = await setUp();
    const idOf = (n: number) => ID.replace('1', 'c').slice(0, -4) + n.toString(16).padStart(4, '0');
    for (let n = 0; n < MAX_HELD - 1; n += 1) {
      const entry = { id: idOf(n), content: question, actorId: whose.actorId, at: '2026-01-01T00:00:00.000Z' };
      await context.store.addEntry(whose.subjectId, entry);
    }
    const many = Array.from({ length: 4 }, (_, n) => addEntry(context, whose, question, { id: idOf(MAX_HELD + n) }));
    const ends = (await Promise.allSettled(many)).map(({ status }) => status);
    expect(ends.toSorted()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    await expect(addEntry(context, whose, question, { id: ID })).rejects.toMatchObject({ code: 'conflict' });
    expect(await addEntry(context, whose, question, { id: idOf(0) })).toBe('known');
    expect(await addEntry(context, whose, question, { id: OTHER_ID, replaces: idOf(0) })).toBe('added');
    expect(await context.store.countEntries(whose.subjectId)).toEqual({ ever: MAX_HELD + 1, held: MAX_HELD });
  });
});

describe('own medicines and allergies in the record', () => {
  test('are a source of their own: who says so is the person, and a difference is told and nothing overwritten', async () => {
    const { context, person, read, whose } = await setUp();
    const before = await read();
    expect(before.completeness.map(({ source }) => source)).toEqual(['gp']);
    await addEntry(context, whose, paracetamol, { id: ID });
    await addEntry(context, whose, allergy, { id: OTHER_ID });
    const { record, completeness, digest } = await read();
    expect(digest).not.toBe(before.digest);
    expect(completeness.at(-1)).toMatchObject({ source: 'own', state: 'complete', reason: undefined });
    const own = record.sourceRecords.filter(({ source }) => source === 'own').map(({ resource }) => resource);
    expect(own).toMatchObject([
      { id: `own-${OTHER_ID}`, asserter: { reference: `Patient/${person.id}` }, type: 'allergy' },
      {
        id: `own-${ID}`,
        informationSource: { reference: `Patient/${person.id}` },
        subject: { reference: `Patient/${person.id}` },
        effectivePeriod: { start: '2024-05' },
        meta: { source: `https://sources.invalid/own/MedicationStatement/${ID}` },
      },
    ]);
    const medicine = record.unified.find(({ resource }) => resource.resourceType === 'MedicationStatement');
    expect(medicine?.members.map(({ source }) => source).toSorted()).toEqual(['gp', 'own']);
    expect(medicine?.resource).toMatchObject({ status: 'unknown' });
    const codes = record.issues.flatMap(({ code }) => code?.coding?.[0]?.code ?? []);
    expect(codes).toContain('status-differs');
    const gpRecord = (answer: RecordAnswer) =>
      answer.record.sourceRecords.find(({ source }) => source === 'gp')?.received.text;
    expect(gpRecord(await read())).toBe(gpRecord(before));
  });

  test('are gone when taken back, and the record is as it was', async () => {
    const { context, read, whose } = await setUp();
    const before = await read();
    await addEntry(context, whose, paracetamol, { id: ID });
    expect((await read()).digest).not.toBe(before.digest);
    await withdrawEntry(context, whose, ID);
    const after = await read();
    expect(textOf(after)).toBe(textOf(before));
    expect(after.gone.has(`MedicationStatement/own-${ID}`)).toBe(true);
  });

  test('keep their id when changed, so that a decision about them holds on', async () => {
    const { context, read, whose } = await setUp();
    await addEntry(context, whose, paracetamol, { id: ID });
    await addEntry(context, whose, { ...paracetamol, name: 'Ibuprofen' }, { id: OTHER_ID, replaces: ID });
    const { record } = await read();
    const own = record.sourceRecords.filter(({ source }) => source === 'own');
    expect(own.map(({ originalId, resource }) => [originalId, resource])).toMatchObject([
      [ID, { medicationCodeableConcept: { text: 'Ibuprofen' } }],
    ]);
  });

  test('of a carer say so, without saying who', async () => {
    const { context, person, read } = await setUp();
    const carer = await signIn(context, { sub: 'user-2' });
    await context.store.addRepresentation({
      subjectId: person.id,
      actorId: carer.id,
      relationship: 'carer',
      since: '2026-01-01T00:00:00.000Z',
      until: undefined,
    });
    await addEntry(context, { actorId: carer.id, subjectId: person.id }, paracetamol, { id: ID });
    const answer = await read();
    const statement = answer.record.sourceRecords.find(({ originalId }) => originalId === ID)?.resource;
    const related = `own-${relatedPersonId(person.id, carer.id)}`;
    expect(statement).toMatchObject({ informationSource: { reference: `RelatedPerson/${related}` } });
    expect(answer.record.sourceRecords.map(({ resource }) => resource.id)).toContain(related);
    expect(textOf(answer)).not.toContain(carer.id);
  });

  test('a viewer of some sources or labels sees them only where they are named, and nothing tells of them (L10)', async () => {
    const { context, read, whose } = await setUp();
    const gpOnly = { sources: ['gp'] };
    const labelled = { labels: { codes: ['x|y'], unlabelled: false } };
    const before = [textOf(await read(gpOnly)), textOf(await read(labelled))];
    await addEntry(context, whose, { ...paracetamol, since: '1999' }, { id: ID });
    expect([textOf(await read(gpOnly)), textOf(await read(labelled))]).toEqual(before);
    expect(textOf(await read({ sources: ['gp', 'own'] }))).toContain('1999');
    expect(textOf(await read({ labels: { codes: [], unlabelled: true } }))).toContain('1999');
  });

  test('a question or a note is no part of the record, and the answer stays the same', async () => {
    const { context, read, whose } = await setUp();
    const before = await read();
    await addEntry(context, whose, question, { id: ID });
    const note: EntryContent = { kind: 'note', about: [{ reference: 'MedicationStatement/gp-m1' }], text: 'Mine' };
    await addEntry(context, whose, note, { id: OTHER_ID });
    expect(await read()).toBe(before);
  });
});
