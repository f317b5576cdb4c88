/** Milo, a child with asthma and epilepsy, and Dana, the parent who signs in and reads for him. */
import { testNhsNumber } from '../../nhs-number.ts';
import type { PersonIdentity } from '../person.ts';

export const milo: PersonIdentity = {
  key: 'milo',
  nhsNumber: testNhsNumber('218305'),
  given: ['Milo'],
  family: 'Exampleton',
  birthDate: '2017-05-23',
  gender: 'male',
  language: 'en',
};

export const dana: PersonIdentity = {
  key: 'dana',
  nhsNumber: testNhsNumber('218312'),
  given: ['Dana'],
  family: 'Exampleton',
  birthDate: '1985-08-02',
  gender: 'female',
  language: 'en',
};
