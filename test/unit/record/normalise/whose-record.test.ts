import { describe, expect, it } from 'vitest';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import type { NormalisedSource } from '../../../../src/record/normalise/source-record.ts';
import { sourceInputOf } from './source-input-of.ts';

const normalise = (resources: readonly unknown[], more = {}): NormalisedSource =>
  normaliseSource(sourceInputOf(resources, more), 'me');
const PATIENT = { resourceType: 'Patient', id: '1' };
const statement = (more: object): object => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: { text: 'Ramipril' },
  subject: { reference: 'Patient/1' },
  ...more,
});

describe('whose record', () => {
  it('does not take the gateway’s id of one Patient for the source’s id of another', () => {
    const result = normalise([
      PATIENT,
      { resourceType: 'Patient', id: 'gp-1' },
      statement({ id: 'a' }),
      statement({ id: 'b' }),
      statement({ id: 'c', subject: { reference: 'Patient/gp-1' } }),
    ]);
    expect(result.records.find(({ originalId }) => originalId === 'c')).toMatchObject({
      standing: 'other-subject',
      resource: { subject: { reference: 'Patient/gp-gp-1' } },
    });
  });

  const items = [
    { resourceType: 'Patient', id: '2' },
    PATIENT,
    statement({ id: 'a' }),
    statement({ id: 'b' }),
    statement({ id: 'c', subject: { reference: 'Patient/2' } }),
    statement({ id: 'd', subject: undefined }),
  ];
  const others = (result: NormalisedSource): unknown[] =>
    result.records.filter(({ standing }) => standing === 'other-subject').map(({ resource }) => resource.id);

  it('is the link’s Patient where the link says so', () => {
    const result = normalise(items, { patientId: '2' });
    expect(result.patients).toEqual(['Patient/gp-2']);
    expect(others(result)).toEqual(['gp-a', 'gp-b', 'gp-1']);
  });

  it('is otherwise the Patient that most items name; the others’ items keep their subject', () => {
    const result = normalise(items);
    expect(result.patients).toEqual(['Patient/gp-1']);
    expect(others(result)).toEqual(['gp-c', 'gp-2']);
    expect(result.records.find(({ originalId }) => originalId === 'c')?.resource).toMatchObject({
      subject: { reference: 'Patient/gp-2' },
    });
    expect(result.records.find(({ originalId }) => originalId === 'd')?.resource).toMatchObject({
      subject: { reference: 'Patient/me' },
    });
  });

  it('is the only subject named, although no Patient was delivered', () => {
    const result = normalise([statement({ id: 'a' }), statement({ id: 'b' })]);
    expect(result.patients).toEqual([]);
    expect(result.records.map(({ resource }) => (resource as { subject?: unknown }).subject)).toEqual([
      { reference: 'Patient/me' },
      { reference: 'Patient/me' },
    ]);
  });

  it('is one person in two versions of a Patient, but not where NHS number or birth date contradict', () => {
    const version = (more: object): object => ({ resourceType: 'Patient', id: '1', ...more });
    const nhs = (value: string): object => ({ identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value }] });
    const newest = { meta: { versionId: '2' }, birthDate: '1950-01-01', ...nhs('9434765919') };
    const persons = (older: object): number =>
      normalise([version(newest), version(older), statement({ id: 'a' })]).patients.length;
    expect(persons({ birthDate: '1950' })).toBe(2);
    expect(persons({ ...nhs('1234567890') })).toBe(2);
    expect(persons({ ...nhs('9434765870') })).toBe(1);
    expect(persons({ birthDate: '1951-01-01' })).toBe(1);
  });

  it('is everybody named where no Patient was delivered and the names do not contradict', () => {
    const result = normalise([statement({ id: 'a' }), statement({ id: 'b', subject: { reference: 'Patient/2' } })]);
    expect(others(result)).toEqual([]);
  });

  it('is one of them where the references name different people', () => {
    const named = (id: string, display: string): object =>
      statement({ id, subject: { reference: `Patient/${display.length}`, display } });
    const result = normalise([named('a', 'Ada One'), named('b', 'Ada One'), named('c', 'Somebody Else')]);
    expect(others(result)).toEqual(['gp-c']);
  });
});
