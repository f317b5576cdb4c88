import { expect, test } from 'vitest';
import { compareRecords } from '../../../../src/record/changes/compare-records.ts';
import { condition, decided, decision, medicine, source } from '../decide/decided-record.ts';

const dose = (text: string): object => ({ dosage: [{ text }] });
const clinical = (code: string): object => ({
  clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code }] },
});

function wordsOf(before: readonly object[], after: readonly object[], more: readonly object[] = []): string[] {
  const others = more.length === 0 ? [] : [source('hospital', more)];
  return compareRecords(decided([source('gp', before), ...others]), decided([source('gp', after), ...others])).map(
    (change) => change.words,
  );
}

test('the same pull twice is no change', () => {
  const pull = [medicine('m', 'Furosemide 40mg tablets', dose('one daily')), condition('c', 'Asthma')];
  expect(wordsOf(pull, [...pull].reverse())).toEqual([]);
});

test('a new record is new, and one that agrees with a known one is not', () => {
  const known = [medicine('m', 'Furosemide 40mg tablets')];
  expect(wordsOf(known, [...known, condition('c', 'Asthma')])).toEqual(['New: Asthma (no status said), from gp']);
  expect(wordsOf(known, [...known, medicine('m2', 'Furosemide 40mg tablets')])).toEqual([]);
});

test('stopped, and current again', () => {
  const active = [medicine('m', 'Furosemide 40mg tablets')];
  const stopped = [medicine('m', 'Furosemide 40mg tablets', { status: 'stopped' })];
  expect(wordsOf(active, stopped)).toEqual(['Stopped: Furosemide 40mg tablets, says gp (active → stopped)']);
  expect(wordsOf(stopped, active)).toEqual(['Current again: Furosemide 40mg tablets, says gp (stopped → active)']);
  expect(
    wordsOf([condition('c', 'Asthma', clinical('active'))], [condition('c', 'Asthma', clinical('resolved'))]),
  ).toEqual(['Stopped: Asthma, says gp (active → resolved)']);
});

test('a dose that changed, by who says so; other words for the same dose are none', () => {
  const at = (text: string): object[] => [medicine('m', 'Furosemide 40mg tablets', dose(text))];
  expect(wordsOf(at('one tablet daily'), at('two tablets daily'))).toEqual([
    'Dose changed: Furosemide 40mg tablets, says gp (one tablet daily → two tablets daily)',
  ]);
  expect(wordsOf(at('ONE TABLET DAILY'), at('1 tablet once a day'))).toEqual([]);
  expect(wordsOf(at('as directed'), at('see yellow book'))).toHaveLength(1);
});

test('a strength that changed', () => {
  const changes = compareRecords(
    decided([source('gp', [medicine('m', 'Furosemide 20mg tablets')])]),
    decided([source('gp', [medicine('m', 'Furosemide 40mg tablets')])]),
  );
  expect(changes).toMatchObject([
    {
      kind: 'strength',
      source: 'gp',
      from: 'Furosemide 20mg tablets',
      to: 'Furosemide 40mg tablets',
      type: 'medicine',
    },
  ]);
});

test('newly disputed, and agreed again', () => {
  const active = [medicine('m', 'Furosemide 40mg tablets')];
  const stopped = [medicine('m', 'Furosemide 40mg tablets', { status: 'stopped' })];
  const hospital = [medicine('h', 'Furosemide 40mg tablets')];
  expect(wordsOf(active, stopped, hospital)).toContain(
    'Furosemide 40mg tablets: the sources now differ in whether it is current',
  );
  expect(wordsOf(stopped, active, hospital)).toContain(
    'Furosemide 40mg tablets: the sources no longer differ in whether it is current',
  );
});

test('what is not returned is not called deleted', () => {
  const both = [medicine('m', 'Furosemide 40mg tablets'), condition('c', 'Asthma')];
  expect(wordsOf(both, both.slice(0, 1))).toEqual([
    'No longer returned by gp: Asthma (gp Condition/c). Nobody said why',
  ]);
});

test('a source that gives nothing at all is told once', () => {
  const gp = source('gp', [condition('c', 'Asthma')]);
  const hospital = source('hospital', [condition('a', 'Gout'), condition('b', 'Asthma')]);
  const words = compareRecords(decided([gp, hospital]), decided([gp])).map((change) => change.words);
  expect(words).toEqual(['hospital gave nothing this time; it gave 2 before. That does not say that they are gone']);
});

test('things the person joined or parted between the pulls are followed', () => {
  const sources = [
    source('gp', [condition('g', 'Diabetes')]),
    source('hospital', [condition('h', 'Type 2 diabetes mellitus')]),
  ];
  const apart = decided(sources);
  const joined = decided(sources, [decision('same', 'gp Condition/g', 'hospital Condition/h')]);
  expect(compareRecords(apart, joined).map((change) => change.kind)).toEqual(['disputed', 'joined']);
  const split = compareRecords(joined, apart);
  expect(split.filter((change) => change.kind === 'split')).toMatchObject([
    {
      before: joined.unified.map((item) => `Condition/${item.resource.id}`),
      words: expect.stringContaining('Diabetes') as string,
    },
  ]);
  expect(split.some((change) => change.kind === 'new')).toBe(false);
});

test('the answer does not depend on the order of sources', () => {
  const gp = source('gp', [medicine('m', 'Furosemide 40mg tablets', dose('one daily')), condition('c', 'Gout')]);
  const later = source('gp', [medicine('m', 'Furosemide 40mg tablets', dose('two daily'))]);
  const hospital = source('hospital', [medicine('h', 'Lasix 40mg tablets'), condition('c', 'Asthma')]);
  expect(compareRecords(decided([gp, hospital]), decided([later, hospital]))).toEqual(
    compareRecords(decided([hospital, gp]), decided([hospital, later])),
  );
});

test('a record that now tells of something else under its old id is not passed over', () => {
  expect(wordsOf([condition('c', 'Asthma')], [condition('c', 'Gout')])).toEqual([
    'Named otherwise: Gout, says gp (Asthma → Gout)',
  ]);
  const [before, after] = [medicine('m', 'Ramipril 5mg capsules'), medicine('m', 'Bisoprolol 5mg tablets')];
  expect(wordsOf([before], [after])).toEqual([
    'Named otherwise: Bisoprolol 5mg tablets, says gp (Ramipril 5mg capsules → Bisoprolol 5mg tablets)',
  ]);
  expect(wordsOf([condition('c', 'Asthma')], [condition('c', 'ASTHMA ')])).toEqual([]);
});
