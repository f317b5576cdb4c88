import { expect, test } from 'vitest';
import type { Person } from '../../../src/ports/people.ts';
import { gatewayPatient } from '../../../src/services/gateway-patient.ts';

const person: Person = {
  id: 'person-1',
  identities: [],
  identifiers: [
    { system: 'https://people.example', value: '1', verifiedBy: 'https://sign-in.example' },
    { system: 'https://gp.example', value: '2', verifiedBy: 'gp' },
    { system: 'https://hospital.example', value: '3', verifiedBy: 'hospital' },
  ],
  name: { text: undefined, family: undefined, given: [] },
  birthDate: undefined,
  createdAt: '2026-01-01T00:00:00Z',
};
const values = (sources?: readonly string[]) => gatewayPatient(person, sources).identifier?.map(({ value }) => value);

test('an identifier that a source vouched for is told to those who may see the source', () => {
  expect(values()).toEqual(['1', '2', '3']);
  expect(values(['hospital'])).toEqual(['1', '3']);
  expect(values([])).toEqual(['1']);
});
