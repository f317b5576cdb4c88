import { expect, test } from 'vitest';
import type { Answer, ToldIssue } from '../../bench/quality/answer.ts';
import { exactBaseline, similarBaseline, similarity, triplesOf } from '../../bench/quality/baselines.ts';
import type { LabelledPerson, LabelledRecord, Part } from '../../bench/quality/labels.ts';
import { score, sliceKey } from '../../bench/quality/score.ts';
import { figures, type GroupFigures } from '../../bench/quality/score-groups.ts';

function record(source: string, id: string, entity: string, more: Partial<LabelledRecord> = {}): LabelledRecord {
  return {
    key: `${source}/${id}`,
    source,
    kind: 'medicine',
    entity,
    part: 'seen',
    coded: false,
    words: `${entity} words`,
    code: undefined,
    standing: 'asserted',
    copy: 'no',
    mayJoin: [],
    ...more,
  };
}

/** Two things, each told by two sources. */
const RECORDS = [
  record('gp', '1', 'a'),
  record('hospital', '1', 'a'),
  record('gp', '2', 'b'),
  record('hospital', '2', 'b'),
];

function person(more: Partial<LabelledPerson> = {}, parts: Readonly<Record<string, Part>> = {}): LabelledPerson {
  const records = more.records ?? RECORDS;
  const entities = [...new Set(records.map((one) => one.entity))].map((id) => ({
    id,
    kind: 'medicine' as const,
    part: parts[id] ?? ('seen' as const),
    trap: 'plain',
  }));
  return { id: 'p', sources: [], records, entities, differences: [], neutral: [], relations: [], ...more };
}

function answer(groups: readonly (readonly string[])[], more: Partial<Answer> = {}): Answer {
  return {
    groups: new Map(groups.flatMap((keys, index) => keys.map((key) => [key, `group ${index}`] as const))),
    issues: [],
    copies: new Set(),
    lostValues: [],
    ...more,
  };
}

function figuresOf(who: LabelledPerson, said: Answer, part: Part = 'seen'): GroupFigures {
  const tally = score([who], () => said).groups.get(sliceKey(part, 'medicine', 'all'));
  if (!tally) throw new Error('no tally');
  return figures(tally);
}

const PERFECT = answer([
  ['gp/1', 'hospital/1'],
  ['gp/2', 'hospital/2'],
]);

test('perfect', () => {
  expect(figuresOf(person(), PERFECT)).toEqual({
    precision: 1,
    recall: 1,
    f1: 1,
    bcubed: 1,
    crossRecall: 1,
    falsePairs: 0,
  });
});

test('all merged: everything found, four of six pairs false', () => {
  const of = figuresOf(person(), answer([['gp/1', 'hospital/1', 'gp/2', 'hospital/2']]));
  expect(of).toMatchObject({ recall: 1, crossRecall: 1, falsePairs: 4 });
  expect(of.precision).toBeCloseTo(2 / 6);
  expect(of.bcubed).toBeCloseTo((2 * 0.5 * 1) / 1.5);
});

test('all apart: nothing found, nothing false', () => {
  const of = figuresOf(person(), answer([['gp/1'], ['hospital/1'], ['gp/2'], ['hospital/2']]));
  expect(of).toMatchObject({ recall: 0, crossRecall: 0, falsePairs: 0 });
  expect(of.precision).toBeNaN();
  expect(of.bcubed).toBeCloseTo((2 * 1 * 0.5) / 1.5);
});

test('records in no group are apart and lost', () => {
  const scores = score([person()], () => answer([['gp/1', 'hospital/1']]));
  expect(scores.issues.seen.lost.value).toBe(2);
  expect(scores.missedPairs.seen).toHaveLength(1);
});

test('a pair that matching leaves open counts neither way', () => {
  const records = [...RECORDS, record('hospital', '3', 'c', { mayJoin: ['a'] })];
  const joined = answer([
    ['gp/1', 'hospital/1', 'hospital/3'],
    ['gp/2', 'hospital/2'],
  ]);
  expect(figuresOf(person({ records }), joined)).toMatchObject({ precision: 1, recall: 1 });
  const wrong = answer([
    ['gp/1', 'hospital/1'],
    ['gp/2', 'hospital/2', 'hospital/3'],
  ]);
  expect(figuresOf(person({ records }), wrong).falsePairs).toBe(2);
});

test('a false merge across the parts is counted in the part that is only scored', () => {
  const who = person({}, { b: 'held-out' });
  const all = answer([['gp/1', 'hospital/1', 'gp/2', 'hospital/2']]);
  expect(figuresOf(who, all, 'seen').falsePairs).toBe(0);
  expect(figuresOf(who, all, 'held-out').falsePairs).toBe(4);
});

test('records that must not be linked are told where they are', () => {
  const records = [...RECORDS, record('gp', '3', 'c', { standing: 'unlinked' })];
  const scores = score([person({ records })], () =>
    answer([
      ['gp/1', 'hospital/1', 'gp/3'],
      ['gp/2', 'hospital/2'],
    ]),
  );
  expect(scores.issues.seen.linkedWrongly.value).toBe(1);
});

function issue(code: string, ...records: string[]): ToldIssue {
  return { code, reason: undefined, records, values: [] };
}

test('differences: found, hidden, left apart, told for nothing, open', () => {
  const who = person({
    differences: [
      { code: 'dose-differs', entity: 'a' },
      { code: 'form-differs', entity: 'a' },
      { code: 'form-differs', entity: 'b' },
    ],
    neutral: [{ code: 'period-differs', entity: 'b' }],
  });
  const issues = [
    issue('dose-differs', 'gp/1', 'hospital/1'),
    issue('route-differs', 'gp/1'),
    issue('period-differs', 'gp/2'),
    issue('possible-duplicate', 'gp/1', 'gp/2'),
  ];
  const { differences } = score([who], () => answer([['gp/1', 'hospital/1'], ['gp/2'], ['hospital/2']], { issues }))
    .issues.seen;
  expect(differences.get('dose-differs')).toMatchObject({ expected: 1, found: 1, told: 1, toldRight: 1 });
  expect(differences.get('form-differs')).toMatchObject({ expected: 2, found: 0, hidden: 1, apart: 1 });
  expect(differences.get('route-differs')).toMatchObject({ expected: 0, told: 1, toldRight: 0 });
  expect(differences.has('period-differs')).toBe(false);
  expect(differences.has('possible-duplicate')).toBe(false);
});

test('relations and copies', () => {
  const records = [
    record('gp', '1', 'a'),
    record('hospital', '1', 'a', { copy: 'yes' }),
    record('gp', '2', 'b'),
    record('hospital', '2', 'b', { copy: 'either' }),
  ];
  const who = person({ records, relations: [{ entities: ['a', 'b'], why: 'strength' }] });
  const told = score([who], () => ({
    ...PERFECT,
    issues: [issue('possible-duplicate', 'gp/1', 'gp/2')],
    copies: new Set(['hospital/1', 'hospital/2', 'gp/2']),
  })).issues.seen;
  expect(told.relations).toMatchObject({ expected: 1, found: 1 });
  expect(told.copies).toEqual({ expected: 1, found: 1, wrong: 1 });
  expect(score([who], () => PERFECT).issues.seen).toMatchObject({
    relations: { found: 0 },
    copies: { found: 0, wrong: 0 },
  });
});

test('the baselines join equal codes or words, and similar words, through others too', () => {
  const records = [
    record('gp', '1', 'a', { words: 'Amlodipine 5mg tablets', code: 's|1' }),
    record('hospital', '1', 'a', { words: 'AMLODIPINE 5MG TABLETS' }),
    record('hospital', '2', 'a', { words: 'Istin', code: 's|1' }),
    record('specialist', '1', 'b', { words: 'Amlodipine 10mg tablets' }),
    record('specialist', '2', 'c', { words: '' }),
    record('gp', '2', 'd', { words: '' }),
  ];
  const exact = exactBaseline(person({ records })).groups;
  expect(exact.get('hospital/1')).toBe(exact.get('hospital/2'));
  expect(exact.get('specialist/1')).not.toBe(exact.get('gp/1'));
  expect(exact.get('specialist/2')).not.toBe(exact.get('gp/2'));
  const similar = similarBaseline(person({ records })).groups;
  expect(similar.get('specialist/1')).toBe(similar.get('gp/1'));
  expect(similar.get('hospital/2')).not.toBe(similar.get('gp/1'));
  expect(similarity(triplesOf('same'), triplesOf('SAME'))).toBe(1);
});
