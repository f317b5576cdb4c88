import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/ports/people.ts';
import { checkIdentity } from '../../../src/services/identity-gate.ts';
import { NHS_NUMBER_SYSTEM } from '../../../src/services/nhs-number.ts';
import { readPatientFacts } from '../../../src/services/patient-facts.ts';
import { NHS_NUMBER, OTHER_NHS_NUMBER } from './make-context.ts';

const SUBJECT: Pick<Person, 'identifiers' | 'name' | 'birthDate'> = {
  identifiers: [{ system: NHS_NUMBER_SYSTEM, value: NHS_NUMBER, verifiedBy: 'https://sign-in.example' }],
  name: { text: undefined, family: 'Okafor', given: ['Ada'] },
  birthDate: '1950-03-02',
};
const WITHOUT_NUMBER = { ...SUBJECT, identifiers: [] };

function gate(subject: typeof SUBJECT, patient: Record<string, unknown>, others: Person['identifiers'] = []) {
  const facts = readPatientFacts({ resourceType: 'Patient', ...patient });
  if (facts === undefined) throw new Error('no facts');
  return checkIdentity(subject, facts, others);
}

function nhs(value: string, more: Record<string, unknown> = {}) {
  return { system: NHS_NUMBER_SYSTEM, value, ...more };
}

const UNTRACED = {
  extension: [
    {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
      valueCodeableConcept: { coding: [{ code: 'number-present-but-not-traced' }] },
    },
  ],
};

describe('the identity gate', () => {
  test('matches on the NHS number alone, spaces or not, R4 and STU3 names', () => {
    expect(gate(SUBJECT, { identifier: [nhs('999 000 1014')] })).toMatchObject({ result: 'match', contradicted: [] });
    const stu3 = { identifier: [nhs(NHS_NUMBER)], name: [{ family: 'Ökafor' }], birthDate: '1950-03-02' };
    expect(gate({ ...SUBJECT, name: { ...SUBJECT.name, family: 'ÖKAFOR' } }, stu3).agreed).toEqual([
      'nhs-number',
      'birth-date',
      'family-name',
    ]);
  });

  test.each([
    ['the OID', 'urn:oid:2.16.840.1.113883.2.1.4.1'],
    ['a slash too many', `${NHS_NUMBER_SYSTEM}/`],
  ])('takes the number under %s', (_, system) => {
    expect(gate(SUBJECT, { identifier: [{ system, value: NHS_NUMBER }] }).result).toBe('match');
  });

  test('another NHS number is a mismatch, whatever else agrees', () => {
    const patient = {
      identifier: [nhs(OTHER_NHS_NUMBER)],
      name: [{ family: 'Okafor', given: ['Ada'] }],
      birthDate: '1950-03-02',
    };
    expect(gate(SUBJECT, patient)).toMatchObject({ result: 'mismatch', contradicted: ['nhs-number'] });
  });

  test('two numbers of which one is another person’s are a mismatch; one marked old is none', () => {
    expect(gate(SUBJECT, { identifier: [nhs(NHS_NUMBER), nhs(OTHER_NHS_NUMBER)] }).result).toBe('mismatch');
    expect(gate(SUBJECT, { identifier: [nhs(NHS_NUMBER), nhs(OTHER_NHS_NUMBER, { use: 'old' })] }).result).toBe(
      'match',
    );
  });

  test('another birth date is a mismatch although the number agrees', () => {
    const outcome = gate(SUBJECT, { identifier: [nhs(NHS_NUMBER)], birthDate: '1950-02-03' });
    expect(outcome).toMatchObject({ result: 'mismatch', agreed: ['nhs-number'], contradicted: ['birth-date'] });
  });

  test.each([
    ['1950', 'match'],
    ['1950-03', 'match'],
    ['1951', 'mismatch'],
    ['1950-04', 'mismatch'],
    ['not a date', 'match'],
  ])('a birth date %s beside the number gives %s', (birthDate, result) => {
    expect(gate(SUBJECT, { identifier: [nhs(NHS_NUMBER)], birthDate }).result).toBe(result);
  });

  test('name, gender and birth date without a shared identifier are not enough', () => {
    const patient = { name: [{ family: 'Okafor', given: ['Ada'] }], gender: 'female', birthDate: '1950-03-02' };
    expect(gate(SUBJECT, patient).result).toBe('insufficient');
    expect(gate(WITHOUT_NUMBER, { ...patient, identifier: [nhs(NHS_NUMBER)] }).result).toBe('insufficient');
  });

  test('another name or gender contradicts nothing', () => {
    const patient = { identifier: [nhs(NHS_NUMBER)], name: [{ family: 'Married' }], gender: 'male' };
    expect(gate(SUBJECT, patient).result).toBe('match');
  });

  test('an invalid or untraced number proves nothing', () => {
    expect(gate(SUBJECT, { identifier: [nhs('9990001015')] }).result).toBe('insufficient');
    expect(gate(SUBJECT, { identifier: [nhs(NHS_NUMBER, UNTRACED)] }).result).toBe('insufficient');
  });

  test('the number of the one who acts is not that of the one they look after', () => {
    const actor = [{ system: NHS_NUMBER_SYSTEM, value: OTHER_NHS_NUMBER, verifiedBy: 'https://sign-in.example' }];
    expect(gate(WITHOUT_NUMBER, { identifier: [nhs(OTHER_NHS_NUMBER)] }, actor).result).toBe('mismatch');
  });

  test('an identifier that another source verified proves it as well', () => {
    const known = { system: 'https://hospital.example/mrn', value: 'H-1', verifiedBy: 'hospital' };
    const subject = { ...SUBJECT, identifiers: [known] };
    expect(gate(subject, { identifier: [{ system: known.system, value: 'H-1' }] }).result).toBe('match');
    expect(gate(subject, { identifier: [{ system: known.system, value: 'H-2' }] }).result).toBe('insufficient');
  });

  test.each([[null], [[]], ['Patient'], [{ resourceType: 'Practitioner' }]])('%j is no Patient', (json) => {
    expect(readPatientFacts(json)).toBeUndefined();
  });

  test('a Patient full of wrong types gives no facts and no error', () => {
    const facts = readPatientFacts({
      resourceType: 'Patient',
      id: 7,
      identifier: 'x',
      name: { family: 3 },
      birthDate: [],
    });
    expect(facts).toMatchObject({ id: undefined, nhsNumbers: [], birthDate: undefined, nameText: undefined });
  });
});
