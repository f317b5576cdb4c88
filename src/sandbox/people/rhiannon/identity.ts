/** Rhiannon: rheumatoid arthritis, and a condition and medicines that her specialist record marks as mental health. */
import { testNhsNumber } from '../../nhs-number.ts';
import type { PersonIdentity } from '../person.ts';

export const rhiannon: PersonIdentity = {
  key: 'rhiannon',
  nhsNumber: testNhsNumber('346120'),
  given: ['Rhiannon'],
  family: 'Placeholder-Pugh',
  birthDate: '1979-12-04',
  gender: 'female',
  language: 'cy',
};
