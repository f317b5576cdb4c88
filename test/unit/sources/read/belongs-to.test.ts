import { describe, expect, it } from 'vitest';
import { belongsTo, idsOfPerson } from '../../../../src/sources/read/belongs-to.ts';

const IDS = idsOfPerson('anna', {
  resourceType: 'Patient',
  id: 'anna',
  link: [{ other: { reference: 'Patient/anna-old' } }, { other: { reference: 'RelatedPerson/7' } }],
});

describe('belongsTo', () => {
  it.each<[string, unknown]>([
    ['a relative reference', { subject: { reference: 'Patient/anna' } }],
    ['an absolute one, of whatever address', { patient: { reference: 'http://inner:8080/fhir/Patient/anna' } }],
    ['a versioned one', { patient: { reference: 'Patient/anna/_history/3' } }],
    ['an id the Patient links to', { subject: { reference: 'Patient/anna-old' } }],
    ['nobody', { resourceType: 'Medication' }],
    ['a group', { subject: { reference: 'Group/ben' } }],
    ['an identifier only', { subject: { identifier: { value: '1' } } }],
    ['something contained', { subject: { reference: '#p' } }],
    ['the Patient', { resourceType: 'Patient', id: 'anna' }],
    ['an odd subject', { subject: 'Patient/ben' }],
    ['no object', 7],
  ])('is true of %s', (_name, resource) => {
    expect(belongsTo(IDS, resource)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a relative reference', { subject: { reference: 'Patient/ben' } }],
    ['an absolute one', { patient: { reference: 'https://portal.example/fhir/Patient/ben' } }],
    ['a versioned one', { subject: { reference: 'Patient/ben/_history/1' } }],
    ['one of several', { subject: [{ reference: 'Patient/anna' }, { reference: 'Patient/ben' }] }],
    ['a beneficiary', { beneficiary: { reference: 'Patient/ben' } }],
    ['the one a task is for', { for: { reference: 'Patient/ben' } }],
    ['a Patient', { resourceType: 'Patient', id: 'ben' }],
    ['an id that only begins alike', { subject: { reference: 'Patient/anna2' } }],
  ])('is false of another person: %s', (_name, resource) => {
    expect(belongsTo(IDS, resource)).toBe(false);
  });
});
