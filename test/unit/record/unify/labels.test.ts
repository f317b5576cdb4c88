import type { Coding } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import type { R4Resource } from '../../../../src/record/fhir/types.ts';
import { reconcile } from '../../../../src/record/reconcile.ts';
import type { SourceInput } from '../../../../src/record/source-input.ts';

const SYSTEM = 'https://labels.example';
const NONE_KNOWN = { coding: [{ system: 'http://snomed.info/sct', code: '716186003', display: 'No known allergy' }] };

type Labelled = readonly [type: string, id: string, content: object, ...labels: string[]];

function source(name: string, ...items: readonly Labelled[]): SourceInput {
  return {
    name,
    baseUrl: `https://sources.invalid/${name}`,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: 'p',
    resources: items.map(([resourceType, id, content, ...labels]) => ({
      json: {
        resourceType,
        id,
        meta: { security: labels.map((code) => ({ system: SYSTEM, code })) },
        subject: { reference: 'Patient/p' },
        ...content,
      },
      at: id,
    })),
    unreadable: [],
  };
}

const record = reconcile({
  patient: { resourceType: 'Patient', id: 'person' },
  sources: [
    source(
      'gp',
      ['Condition', 'c1', { code: { text: 'Asthma' }, onsetDateTime: '2001-02-03' }, 'mind', 'plain'],
      ['AllergyIntolerance', 'a1', { code: { text: 'Penicillin' }, patient: { reference: 'Patient/p' } }, 'sexual'],
      [
        'MedicationRequest',
        'm1',
        { status: 'active', medicationCodeableConcept: { text: 'Ramipril 5 mg tablets' } },
        'x',
      ],
    ),
    source(
      'hospital',
      ['Condition', 'c2', { code: { text: 'Asthma' }, onsetDateTime: '2011-02-03' }, 'plain', 'genetic'],
      ['AllergyIntolerance', 'a2', { code: NONE_KNOWN, patient: { reference: 'Patient/p' } }],
      ['MedicationRequest', 'm2', { status: 'active', medicationCodeableConcept: { text: 'Ramipril 10 mg tablets' } }],
    ),
  ],
  completeness: [],
  idKey: new Uint8Array(32),
  recordedAt: undefined,
});

function codes(resource: R4Resource): string[] {
  return (resource.meta?.security ?? []).map(({ code }: Coding) => code ?? '').sort();
}

test('a unified record carries every label of its members, and so do its Linkage and its Provenance', () => {
  const labels = record.unified.map(({ resource, linkage, provenance, members }) => {
    const all = [...new Set(members.flatMap((member) => codes(member.resource)))].sort();
    expect([resource, linkage, provenance].map(codes)).toEqual([all, all, all]);
    return all.join(' ');
  });
  expect(labels).toContain('genetic mind plain');
});

test('what is told of records is as sensitive as they are', () => {
  const byReference = new Map<string, R4Resource>(
    record.unified.map(({ resource }) => [`${resource.resourceType}/${resource.id}`, resource]),
  );
  const unifiedOf = new Map<string, R4Resource>(
    record.unified.flatMap(({ resource, members }) =>
      members.map((member) => [`${member.resource.resourceType}/${member.resource.id}`, resource] as const),
    ),
  );
  expect(new Set(record.issues.map(({ code }) => code?.coding?.[0]?.code)).size).toBeGreaterThan(1);
  for (const issue of record.issues) {
    const about = (issue.implicated ?? []).flatMap(
      ({ reference = '' }) => byReference.get(reference) ?? unifiedOf.get(reference) ?? [],
    );
    expect(about.length).toBeGreaterThan(0);
    expect(codes(issue)).toEqual([...new Set(about.flatMap(codes))].sort());
  }
  expect(record.issues.some((issue) => codes(issue).length > 0)).toBe(true);
});
