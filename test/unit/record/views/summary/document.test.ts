import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  complete,
  compositionOf,
  entriesOf,
  sectionOf,
  summarised,
  wordsOf,
  type Delivered,
} from '../../../../support/summarised.ts';
import { allergy, medicine, patient, subject, valid } from '../../../../support/summary-parts.ts';

const MEDICINES = '10160-0';

describe('the document', () => {
  const record: Delivered = {
    gp: [
      patient,
      { resourceType: 'Practitioner', id: 'd', name: [{ family: 'Adeyemi' }] },
      {
        ...allergy('a', 'Penicillin'),
        recorder: { reference: 'Practitioner/d' },
        encounter: { reference: 'Encounter/e' },
      },
      medicine('m', 'Metformin 500mg tablets', 'active', { context: { reference: 'Encounter/e' } }),
    ],
    hospital: [medicine('m', 'Metformin 500 mg tablets')],
  };

  test('carries its identifier, its time, the gateway as author and the completeness of each source', () => {
    const bundle = valid(record);
    expect(bundle).toMatchObject({ type: 'document', timestamp: '2026-11-20T10:00:00Z' });
    expect(bundle.identifier?.value).toBe(`urn:uuid:${bundle.id ?? ''}`);
    expect(compositionOf(bundle)).toMatchObject({ author: [{ reference: 'Device/phr-gateway' }], status: 'final' });
    expect(compositionOf(bundle).text?.div).toContain('gp: read in full');
  });

  test('tells what each medicine rests on by the address at its source, and copies no extension of the gateway', () => {
    const bundle = valid(record);
    const provenance = bundle.entry?.map(({ resource }) => resource).find((one) => one?.resourceType === 'Provenance');
    expect(JSON.stringify(provenance)).toContain('https://gp.example/fhir/');
    expect(JSON.stringify(bundle)).not.toContain('StructureDefinition/match-level');
  });

  test('is the same for the same record, however it came, and another as soon as something is another', () => {
    const bundle = summarised(record);
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(record), { minLength: 2 }), (names) => {
        const shuffled = Object.fromEntries(names.map((name) => [name, [...(record[name] ?? [])].reverse()]));
        const completeness = Object.keys(record).map(complete);
        expect(summarised(shuffled, { completeness })).toEqual(bundle);
      }),
      { numRuns: 5 },
    );
    expect(summarised(record, { asOf: '2026-11-21T10:00:00Z' }).id).not.toBe(bundle.id);
    expect(summarised({ ...record, gp: [patient] }).id).not.toBe(bundle.id);
  });

  test("a source's words are text, whatever they look like", () => {
    const evil = '<img src=x onerror="alert(1)">&\u202Eend';
    const bundle = valid({
      gp: [patient, allergy('a', evil), medicine('m', evil, 'active', { dosage: [{ text: evil }] })],
    });
    const divs = compositionOf(bundle).section?.map(({ text }) => text?.div ?? '') ?? [];
    for (const div of divs) {
      expect(div).not.toContain('<img');
      expect(div).not.toContain('\u202E');
    }
    expect(sectionOf(bundle, MEDICINES)?.text?.div).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;');
  });

  test('labels of what is in it are labels of the document', () => {
    const label = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };
    const bundle = valid({ gp: [patient, allergy('a', 'Penicillin', { meta: { security: [label] } })] });
    expect(bundle.meta?.security).toEqual([label]);
  });

  test('shows the newest of each result, with its unit and how many there are', () => {
    const result = (id: string, value: number, day: string) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      category: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
      ],
      code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }], text: 'Potassium' },
      subject,
      effectiveDateTime: day,
      valueQuantity: { value, unit: 'mmol/L' },
    });
    const bundle = valid({ gp: [patient, result('1', 4.1, '2026-01-02'), result('2', 5.2, '2026-03-02')] });
    expect(entriesOf(bundle, '30954-2')).toHaveLength(1);
    expect(wordsOf(bundle, '30954-2')).toContain('Potassium 5.2 mmol/L 2026-03-02 latest of 2');
  });

  test('entries of a GP journal without a value are no results; what is measured at the bedside is a vital sign', () => {
    const entry = (id: string, text: string, more: object = {}) => ({
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { text },
      subject,
      effectiveDateTime: '2026-03-02',
      ...more,
    });
    const bundle = valid({
      gp: [
        patient,
        entry('1', 'Asthma'),
        entry('2', 'Systolic blood pressure', { valueQuantity: { value: 139, unit: 'mmHg' } }),
        entry('3', 'Peak flow', { valueQuantity: { value: 400, unit: 'L/min' } }),
        entry('4', 'Main spoken language', { valueString: 'Polish' }),
      ],
    });
    expect(wordsOf(bundle, '8716-3')).toContain('Systolic blood pressure 139 mmHg');
    expect(wordsOf(bundle, '30954-2')).toContain('Peak flow 400 L/min');
    expect(wordsOf(bundle, 'Other things recorded')).toContain('Main spoken language: Polish');
    expect(JSON.stringify(bundle)).not.toContain('Asthma');
  });

  test('a vaccination has the name that GP Connect gives in its extension', () => {
    const vaccination = {
      resourceType: 'Immunization',
      id: 'i',
      status: 'completed',
      vaccineCode: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' }] },
      patient: subject,
      occurrenceDateTime: '2026-10-08',
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-VaccinationProcedure-1',
          valueCodeableConcept: { text: 'Influenza vaccination' },
        },
      ],
    };
    expect(wordsOf(valid({ gp: [patient, vaccination] }), '11369-6')).toContain('Influenza vaccination');
  });
});
