import { describe, expect, test } from 'vitest';
import type { Dosage, Extension } from 'fhir/r4.js';
import { EXTENSION, RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../../../src/record/fhir/canonical.ts';
import { dosageText } from '../../../src/services/dosage-text.ts';
import { issueWords } from '../../../src/services/issue-words.ts';
import { recordRows } from '../../../src/services/record-rows.ts';
import type { R4Resource } from '../../../src/record/fhir/types.ts';

const UNIFIED = { tag: [{ system: RECORD_KIND_SYSTEM, code: 'unified' }] };

function member(source: string, id: string): R4Resource {
  return {
    resourceType: 'MedicationRequest',
    id,
    meta: { tag: [{ system: SOURCE_NAME_SYSTEM, code: source }] },
    status: 'active',
    intent: 'order',
    subject: {},
    medicationCodeableConcept: { text: 'Ramipril' },
  };
}

function reported(url: string, part: Extension, source: string): Extension {
  return { url, extension: [part, { url: 'source', valueReference: { reference: source } }] };
}

const MEMBERS = [member('gp', 'a'), member('hospital', 'b'), member('specialist', 'c')];
const MEDICINE: R4Resource = {
  resourceType: 'MedicationStatement',
  id: 'u1',
  meta: UNIFIED,
  status: 'unknown',
  subject: {},
  medicationCodeableConcept: { text: 'Ramipril' },
  derivedFrom: ['a', 'b', 'c'].map((id) => ({ reference: `MedicationRequest/${id}` })),
  dosage: [{ text: 'sources differ: gp: one; hospital: two' }],
  extension: [
    { url: EXTENSION.matchLevel, valueCode: 'same-but-differs' },
    reported(EXTENSION.reportedDosage, { url: 'dosage', valueDosage: { text: 'one a day' } }, 'MedicationRequest/a'),
    reported(EXTENSION.reportedDosage, { url: 'dosage', valueDosage: { text: 'two a day' } }, 'MedicationRequest/b'),
    reported(EXTENSION.reportedStatus, { url: 'value', valueCode: 'active' }, 'MedicationRequest/a'),
    reported(EXTENSION.reportedStatus, { url: 'value', valueCode: 'stopped' }, 'MedicationRequest/b'),
  ],
};
const PROVENANCE: R4Resource = {
  resourceType: 'Provenance',
  id: 'p1',
  target: [{ reference: 'MedicationStatement/u1' }],
  recorded: '2026-11-21T09:00:00Z',
  agent: [],
  entity: [
    { role: 'source', what: { reference: 'MedicationRequest/a' } },
    { role: 'quotation', what: { reference: 'MedicationRequest/c' } },
  ],
};
const ISSUE: R4Resource = {
  resourceType: 'DetectedIssue',
  id: 'i1',
  status: 'preliminary',
  code: { coding: [{ code: 'dose-differs' }] },
  extension: [
    { url: EXTENSION.unifiedRecord, valueReference: { reference: 'MedicationStatement/u1' } },
    reported(EXTENSION.statedValue, { url: 'value', valueString: 'one a day' }, 'MedicationRequest/a'),
    reported(EXTENSION.statedValue, { url: 'value', valueString: 'two a day' }, 'MedicationRequest/b'),
  ],
  implicated: [{ reference: 'MedicationRequest/a' }, { reference: 'MedicationRequest/b' }],
};

describe('rows for people', () => {
  const [row] = recordRows([...MEMBERS, MEDICINE, PROVENANCE, ISSUE]);

  test('name what, each dose with who says it, each status, and in what the sources differ', () => {
    expect(row).toMatchObject({
      what: 'Ramipril',
      dosesDiffer: true,
      doses: [
        { value: 'one a day', sources: ['gp'] },
        { value: 'two a day', sources: ['hospital'] },
      ],
      statuses: [
        { value: 'active', sources: ['gp'] },
        { value: 'stopped', sources: ['hospital'] },
      ],
      standing: 'differs',
      differences: ['dose'],
    });
  });

  test('a copy is no one who says so', () => {
    expect(row).toMatchObject({ statedBy: ['gp', 'hospital'], copiedBy: ['specialist'] });
  });

  test('an issue is told with the values side by side', () => {
    expect(issueWords([...MEMBERS, MEDICINE, ISSUE])).toEqual([
      {
        code: 'dose-differs',
        kind: 'The dose differs',
        about: ['Ramipril'],
        values: ['one a day (gp)', 'two a day (hospital)'],
        reason: undefined,
      },
    ]);
  });

  test('source records are no rows', () => expect(recordRows(MEMBERS)).toEqual([]));
});

describe('a dosage as text', () => {
  test.each([
    ['', {}],
    ['One each morning', { text: 'One each morning', doseAndRate: [{ doseQuantity: { value: 1 } }] }],
    [
      '5 mg, Oral, 2 × per 1 d, as needed',
      {
        doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }],
        route: { text: 'Oral' },
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
        asNeededBoolean: true,
      },
    ],
    [
      '1 tablet to 2 tablet',
      { doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 2, unit: 'tablet' } } }] },
    ],
  ] as const)('%j', (text, dosage) => expect(dosageText(structuredClone<Dosage>(dosage as Dosage))).toBe(text));

  test('keeps the digits of an exact decimal', () => {
    const exact = { isLosslessNumber: true, value: '1.10' } as unknown as number;
    expect(dosageText({ doseAndRate: [{ doseQuantity: { value: exact, unit: 'ml' } }] })).toBe('1.10 ml');
  });
});
