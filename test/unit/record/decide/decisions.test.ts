import { describe, expect, test } from 'vitest';
import { EXTENSION } from '../../../../src/record/fhir/canonical.ts';
import { everything } from '../../../../src/record/views/everything.ts';
import { extensionFaults } from '../../../fixtures/extension-conformance.ts';
import { faultsOf } from '../../../fixtures/fhir-validation.ts';
import type { ReconciledRecord } from '../../../../src/record/reconciled-record.ts';
import {
  allergy,
  condition,
  decided,
  decision,
  groupsOf,
  idOf,
  issueCodes,
  medicine,
  membersOf,
  source,
} from './decided-record.ts';

const M = 'MedicationStatement';
const furosemide = [
  source('gp', [medicine('g1', 'Furosemide 40mg tablets')]),
  source('hospital', [medicine('h1', 'Furosemide 40 mg tablet')]),
  source('specialist', [medicine('s1', 'Lasix 40mg tablets')]),
];
const diabetes = [
  source('gp', [condition('g1', 'Diabetes')]),
  source('hospital', [condition('h1', 'Type 2 diabetes mellitus')]),
];

function toldOf(record: ReconciledRecord): string[] {
  return record.outcome.issue
    .filter((issue) => issue.details?.coding?.[0]?.code === 'decision')
    .map((issue) => issue.details?.text ?? '');
}

function rulesOf(record: ReconciledRecord, members: string): string[] {
  const unified = record.unified.find((item) => membersOf(item) === members);
  return (unified?.provenance.extension ?? [])
    .filter((extension) => extension.url === EXTENSION.matchRule)
    .map((extension) => extension.extension?.find((part) => part.url === 'rule')?.valueCode ?? '');
}

describe('not the same', () => {
  test('the item named second leaves, the others stay and keep their id', () => {
    const before = decided(furosemide);
    expect(groupsOf(before)).toEqual(['gp/g1 hospital/h1 specialist/s1']);
    const after = decided(furosemide, [decision('not-same', `gp ${M}/g1`, `hospital ${M}/h1`)]);
    expect(groupsOf(after)).toEqual(['gp/g1 specialist/s1', 'hospital/h1']);
    expect(idOf(after, 'gp/g1 specialist/s1')).toBe(before.unified[0]?.resource.id);
    expect(rulesOf(after, 'hospital/h1')).toEqual(['P-not-same']);
    expect(issueCodes(after)).not.toContain('possible-duplicate');
  });

  test('what its own source links to it leaves with it', () => {
    const linked = [
      source('gp', [
        medicine('g1', 'Furosemide 40mg tablets', { basedOn: [{ reference: 'MedicationRequest/p1' }] }),
        {
          resourceType: 'MedicationRequest',
          id: 'p1',
          status: 'active',
          intent: 'plan',
          subject: { reference: 'Patient/p' },
          medicationCodeableConcept: { text: 'Furosemide 40mg tablets' },
        },
      ]),
      source('hospital', [medicine('h1', 'Furosemide 40mg tablets')]),
    ];
    const record = decided(linked, [decision('not-same', `hospital ${M}/h1`, `gp ${M}/g1`)]);
    expect(groupsOf(record)).toEqual(['gp/g1 gp/p1', 'hospital/h1']);
  });

  test('the part that left has an id of its own, whoever else is there', () => {
    const split = [decision('not-same', `gp ${M}/g1`, `hospital ${M}/h1`)];
    const all = decided(furosemide, split);
    const fewer = decided(furosemide.slice(0, 2), split);
    expect(idOf(fewer, 'hospital/h1')).toBe(idOf(all, 'hospital/h1'));
    expect(idOf(all, 'hospital/h1')).not.toBe(idOf(all, 'gp/g1 specialist/s1'));
  });

  test('two that left one group and were not compared are an open question', () => {
    const record = decided(furosemide, [
      decision('not-same', `gp ${M}/g1`, `hospital ${M}/h1`),
      decision('not-same', `gp ${M}/g1`, `specialist ${M}/s1`),
    ]);
    expect(groupsOf(record)).toEqual(['gp/g1', 'hospital/h1', 'specialist/s1']);
    const [issue, ...others] = record.issues;
    expect(others).toEqual([]);
    expect(issue?.extension?.[0]?.valueCoding?.code).toBe('decision');
    expect(issue?.implicated?.map((one) => one.reference)).toEqual(
      [`${M}/${idOf(record, 'hospital/h1') ?? ''}`, `${M}/${idOf(record, 'specialist/s1') ?? ''}`].sort(),
    );
  });

  test('a possible duplicate that was answered is no open question', () => {
    expect(issueCodes(decided(diabetes))).toEqual(['possible-duplicate']);
    const record = decided(diabetes, [decision('not-same', 'gp Condition/g1', 'hospital Condition/h1')]);
    expect(issueCodes(record)).toEqual([]);
    expect(groupsOf(record)).toEqual(['gp/g1', 'hospital/h1']);
    expect(record.unified.map((item) => item.provenance.extension?.at(-1)?.url)).toEqual([
      EXTENSION.personDecision,
      EXTENSION.personDecision,
    ]);
  });
});

describe('the same', () => {
  test('joins two groups, names what differs, asks no more, and says who decided', () => {
    const record = decided(diabetes, [decision('same', 'gp Condition/g1', 'hospital Condition/h1')]);
    expect(groupsOf(record)).toEqual(['gp/g1 hospital/h1']);
    expect(issueCodes(record)).toEqual(['name-differs']);
    expect(rulesOf(record, 'gp/g1 hospital/h1')).toEqual(['P-same', 'P-same']);
    expect(record.unified[0]?.provenance.extension?.at(-1)).toEqual({
      url: EXTENSION.personDecision,
      extension: [
        { url: 'decision', valueCode: 'same' },
        { url: 'actor', valueReference: { identifier: { value: 'anna' } } },
        { url: 'date', valueDateTime: '2026-03-01T10:00:00Z' },
      ],
    });
  });

  test('no code of either name is given as the code of both', () => {
    const coded = [
      source('gp', [
        condition('g1', 'Diabetes', { code: { text: 'Diabetes', coding: [{ system: 'urn:x', code: '1' }] } }),
      ]),
      diabetes[1] as ReturnType<typeof source>,
    ];
    const record = decided(coded, [decision('same', 'gp Condition/g1', 'hospital Condition/h1')]);
    const [unified] = record.unified;
    expect(unified?.resource).toMatchObject({
      code: { text: expect.stringContaining('not named the same') as string },
    });
    expect(JSON.stringify(unified?.resource)).toContain('"code":"1"');
    expect(unified?.resource).not.toHaveProperty('code.coding');
  });

  test('joins whole groups, transitively', () => {
    const sources = [
      source('gp', [medicine('g1', 'water tablet'), medicine('g2', 'heart tablet')]),
      source('hospital', [medicine('h1', 'Furosemide 40mg tablets')]),
      source('specialist', [medicine('s1', 'Furosemide 40mg tablets')]),
    ];
    const record = decided(sources, [
      decision('same', `gp ${M}/g1`, `hospital ${M}/h1`),
      decision('same', `gp ${M}/g2`, `gp ${M}/g1`),
    ]);
    expect(groupsOf(record)).toEqual(['gp/g1 gp/g2 hospital/h1 specialist/s1']);
    expect(issueCodes(record)).toEqual([]);
  });

  test('two strengths of one source that the person joins are told as a difference, not as a change', () => {
    const sources = [
      source('gp', [
        medicine('g1', 'Warfarin 1mg tablets', { effectiveDateTime: '2024-01-01' }),
        medicine('g2', 'Warfarin 5mg tablets', { effectiveDateTime: '2024-02-01' }),
      ]),
    ];
    const record = decided(sources, [decision('same', `gp ${M}/g1`, `gp ${M}/g2`)]);
    expect(groupsOf(record)).toEqual(['gp/g1 gp/g2']);
    expect(issueCodes(record)).toContain('strength-differs');
    expect(JSON.stringify(record.unified[0]?.resource)).not.toContain(EXTENSION.change);
  });

  test('a joined record keeps its id when one of its items is no longer there', () => {
    const joined = [decision('same', 'gp Condition/g1', 'hospital Condition/h1')];
    const both = decided(diabetes, joined);
    const one = decided([source('gp', []), diabetes[1] as ReturnType<typeof source>], joined);
    expect(idOf(one, 'hospital/h1')).toBe(idOf(both, 'gp/g1 hospital/h1'));
    expect(toldOf(one)).toEqual([expect.stringContaining('gp Condition/g1 is not in the record now')]);
    expect(JSON.stringify(one.unified)).not.toContain(EXTENSION.personDecision);
  });
});

describe('what cannot be followed', () => {
  test('a decision about a source that is not part of this record is not told of', () => {
    const record = decided(diabetes, [decision('same', 'gp Condition/g1', 'secret Condition/x')]);
    expect(toldOf(record)).toEqual([]);
    expect(groupsOf(record)).toEqual(['gp/g1', 'hospital/h1']);
  });

  test('a medicine and a condition are never one', () => {
    const sources = [source('gp', [condition('c', 'Diabetes'), medicine('m', 'Metformin 500mg tablets')])];
    const record = decided(sources, [decision('same', 'gp Condition/c', `gp ${M}/m`)]);
    expect(groupsOf(record)).toEqual(['gp/c', 'gp/m']);
    expect(toldOf(record)).toEqual([expect.stringContaining('different kinds of things')]);
  });

  test('an allergy and "no known allergies" are never one', () => {
    const sources = [
      source('gp', [allergy('a', 'Penicillin')]),
      source('hospital', [allergy('n', 'No known allergies')]),
    ];
    const record = decided(sources, [decision('same', 'gp AllergyIntolerance/a', 'hospital AllergyIntolerance/n')]);
    expect(groupsOf(record)).toEqual(['gp/a', 'hospital/n']);
    expect(toldOf(record)).toEqual([expect.stringContaining('rules out')]);
  });

  test('of two that contradict the later is followed and both are told', () => {
    const early = decision('same', 'gp Condition/g1', 'hospital Condition/h1', '2026-03-01T10:00:00Z');
    const late = decision('not-same', 'hospital Condition/h1', 'gp Condition/g1', '2026-03-01T13:00:00+02:00');
    const record = decided(diabetes, [early, late]);
    expect(groupsOf(record)).toEqual(['gp/g1', 'hospital/h1']);
    expect(toldOf(record)).toEqual([expect.stringContaining(early.id)]);
    expect(toldOf(record)[0]).toContain(late.id);
  });

  test('a chain of joins that would undo a later parting is refused where it starts', () => {
    const sources = ['gp', 'hospital', 'specialist'].map((name) => source(name, [condition('c', `Zorblax ${name}`)]));
    const record = decided(sources, [
      decision('same', 'gp Condition/c', 'hospital Condition/c', '2026-01-01T00:00:00Z'),
      decision('same', 'hospital Condition/c', 'specialist Condition/c', '2026-01-02T00:00:00Z'),
      decision('not-same', 'gp Condition/c', 'specialist Condition/c', '2026-01-03T00:00:00Z'),
    ]);
    expect(groupsOf(record)).toEqual(['gp/c', 'hospital/c specialist/c']);
    expect(toldOf(record)).toHaveLength(1);
  });
});

test('what is given out is valid, as its definitions say, and leads nowhere else', () => {
  const bySelf = { ...decision('same', 'gp Condition/g1', 'hospital Condition/h1'), actorId: 'p1' };
  const parted = decision('not-same', `gp ${M}/g1`, `hospital ${M}/h1`);
  const sources = [
    source('gp', [medicine('g1', 'Furosemide 40mg tablets'), condition('g1', 'Diabetes')]),
    source('hospital', [medicine('h1', 'Furosemide 40mg tablets'), condition('h1', 'Type 2 diabetes mellitus')]),
  ];
  const record = decided(sources, [bySelf, parted, decision('same', 'gp Condition/gone', 'gp Condition/g1')]);
  expect(groupsOf(record)).toEqual(['gp/g1', 'gp/g1 hospital/h1', 'hospital/h1']);
  const emitted = [...everything(record, 'all'), record.outcome];
  expect(emitted.flatMap(faultsOf)).toEqual([]);
  expect(emitted.flatMap((resource) => extensionFaults(resource))).toEqual([]);
  const known = new Set(emitted.map((resource) => `${resource.resourceType}/${resource.id}`));
  const named = [...JSON.stringify(emitted).matchAll(/"reference":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(named.filter((reference) => !known.has(reference))).toEqual([]);
  expect(named).toContain('Patient/p1');
});

test('an item without an id is named by the reference the gateway gave it', () => {
  const sources = [
    source('gp', [{ resourceType: 'Condition', subject: { reference: 'Patient/p' }, code: { text: 'Diabetes' } }]),
    diabetes[1] as ReturnType<typeof source>,
  ];
  const ref = decided(sources).sourceRecords.find((record) => record.source === 'gp')?.resource;
  const record = decided(sources, [
    {
      id: 'd',
      kind: 'same',
      items: [
        { reference: `Condition/${ref?.id ?? ''}` },
        { source: 'hospital', resourceType: 'Condition', originalId: 'h1' },
      ],
      actorId: 'Patient/p1',
      at: '2026-03-01T10:00:00Z',
    },
  ]);
  expect(record.unified).toHaveLength(1);
});
