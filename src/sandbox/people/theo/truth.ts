/** The truth about Theo. */
import { allergy, gpTherapyItems, medicine } from '../truth.ts';
import type { PersonTruth } from '../truth.ts';

export const theoTruth: PersonTruth = {
  person: 'theo',
  rows: [
    medicine({
      key: 'flucloxacillin',
      name: 'Flucloxacillin course, August 2026',
      told: { gp: 'acute, words only' },
      items: { gp: gpTherapyItems('flucloxacillin', 1) },
      level: 'only-here',
      unified: { status: 'completed', words: 'flucloxacillin' },
    }),
    allergy({
      key: 'no-known-allergies',
      name: '"No known allergies"; the GP’s empty List says nothing either way',
      told: { hospital: 'SNOMED CT', gp: 'a List without entries: none recorded, not none known' },
      items: { hospital: ['AllergyIntolerance/a-1'] },
      level: 'only-here',
      unified: { status: 'active', words: 'no known allerg' },
    }),
  ],
  unlinked: [],
  warnings: [],
};
