/** Theo, with almost nothing recorded. */
import { testNhsNumber } from '../../nhs-number.ts';
import type { PersonIdentity } from '../person.ts';

export const theo: PersonIdentity = {
  key: 'theo',
  nhsNumber: testNhsNumber('450918'),
  given: ['Theo'],
  family: 'Nulldale',
  birthDate: '1998-01-30',
  gender: 'male',
  language: 'en',
};
