/** Zofia: an older person with several long-term conditions, whose first language is Polish. */
import { testNhsNumber } from '../../nhs-number.ts';
import type { PersonIdentity } from '../person.ts';

export const zofia: PersonIdentity = {
  key: 'zofia',
  nhsNumber: testNhsNumber('104726'),
  given: ['Zofia', 'Bronisława'],
  // "Example-ska": nobody is called so.
  family: 'Przykładowska',
  birthDate: '1947-03-11',
  gender: 'female',
  language: 'pl',
};
