import { describe, expect, it } from 'vitest';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import type { NormalisedSource } from '../../../../src/record/normalise/source-record.ts';
import { sourceInputOf } from './source-input-of.ts';

const normalise = (resources: readonly unknown[], more = {}): NormalisedSource =>
  normaliseSource(sourceInputOf(resources, more), 'me');
const references = (result: NormalisedSource): string[] =>
  result.records.map(({ resource }) => `${resource.resourceType}/${resource.id}`);

const PATIENT = { resourceType: 'Patient', id: '1' };
const statement = (more: object): object => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: { text: 'Ramipril' },
  subject: { reference: 'Patient/1' },
  ...more,
});

describe('ids', () => {
  it('carry the source and the original id', () => {
    const result = normalise([PATIENT, statement({ id: 'a.B-9' })]);
    expect(references(result)).toEqual(['MedicationStatement/gp-a.B-9', 'Patient/gp-1']);
    expect(result.records.map(({ originalId }) => originalId)).toEqual(['a.B-9', '1']);
    expect(result.patients).toEqual(['Patient/gp-1']);
  });

  it('are a hash where the original is missing, too long or no FHIR id, and find the references to it', () => {
    const ids = ['a_b=', 'x'.repeat(62), undefined, 7];
    const result = normalise([
      ...ids.map((id, i) => ({ resourceType: 'Medication', id, code: { text: `m${i}` } })),
      statement({
        id: 's',
        medicationCodeableConcept: undefined,
        medicationReference: { reference: 'Medication/a_b=' },
      }),
    ]);
    const medications = result.records.filter(({ resource }) => resource.resourceType === 'Medication');
    expect(medications.map(({ resource }) => /^gp-([0-9a-f]{32}|7)$/.test(resource.id))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const named = medications.find(({ originalId }) => originalId === 'a_b=');
    expect(named?.resource.meta?.source).toBe('https://gp.example/fhir/Medication/a_b=');
    expect(result.records.find(({ originalId }) => originalId === 's')?.resource).toMatchObject({
      medicationReference: { reference: `Medication/${named?.resource.id ?? ''}` },
    });
  });

  it('without original id come from the business identifier: other content keeps it', () => {
    const identified = (text: string): object =>
      statement({ identifier: [{ system: 'urn:x', value: '1' }], note: [{ text }] });
    expect(references(normalise([identified('a')]))).toEqual(references(normalise([identified('b')])));
    expect(references(normalise([statement({ dateAsserted: '2020' })]))).not.toEqual(
      references(normalise([statement({ dateAsserted: '2021' })])),
    );
  });

  it('exact repeats are one record that counts its deliveries', () => {
    const result = normalise([statement({ id: 'a' }), { id: 'a', ...statement({}) }, statement({}), statement({})]);
    expect(result.records.map(({ deliveries }) => deliveries)).toEqual([2, 2]);
  });

  it('the same id with other content: the newest keeps it, none is lost, in any order', () => {
    const versions = ['2', '10', '9'].map((versionId) =>
      statement({ id: 'a', meta: { versionId }, dateAsserted: `201${versionId.charAt(0)}` }),
    );
    const result = normalise(versions);
    expect(result.records).toHaveLength(3);
    const plain = result.records.find(({ resource }) => resource.id === 'gp-a');
    expect(plain?.resource.meta?.versionId).toBe('10');
    expect(references(normalise([...versions].reverse()))).toEqual(references(result));
    const pointing = normalise([
      ...versions,
      {
        resourceType: 'Basic',
        id: 'b',
        code: { text: 'x' },
        author: { reference: 'MedicationStatement/a/_history/9' },
      },
    ]);
    const older = pointing.records.find(({ resource }) => resource.meta?.versionId === '9');
    expect(pointing.records.find(({ originalId }) => originalId === 'b')?.resource).toMatchObject({
      author: { reference: `MedicationStatement/${older?.resource.id ?? ''}` },
    });
  });

  it('never take the id of the gateway’s own Patient', () => {
    const result = normaliseSource(sourceInputOf([PATIENT]), 'gp-1');
    expect(references(result)).not.toContain('Patient/gp-1');
    expect(result.records).toHaveLength(1);
  });

  it('of two older types that become one type stay apart, and references tell them apart', () => {
    const result = normalise([
      {
        resourceType: 'ProcedureRequest',
        id: '1',
        status: 'active',
        intent: 'order',
        code: { text: 'p' },
        subject: { reference: 'Patient/1' },
      },
      {
        resourceType: 'ReferralRequest',
        id: '1',
        status: 'active',
        intent: 'order',
        subject: { reference: 'Patient/1' },
        basedOn: [{ reference: 'ProcedureRequest/1' }],
      },
    ]);
    const [a, b] = result.records.map(({ resource }) => resource);
    expect([a?.resourceType, b?.resourceType]).toEqual(['ServiceRequest', 'ServiceRequest']);
    const procedure = [a, b].find((r) => r?.resourceType === 'ServiceRequest' && r.code?.text === 'p');
    const referral = [a, b].find((r) => r !== procedure);
    expect(referral).toMatchObject({ basedOn: [{ reference: `ServiceRequest/${procedure?.id ?? ''}` }] });
  });
});
