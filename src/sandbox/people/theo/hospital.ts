/** What the hospital portal holds about Theo: one visit, and that no allergies are known. */
import type { FhirResource } from 'fhir/r4.js';
import { hospitalAllergy } from '../builders/hospital/hospital-allergy.ts';
import { hospitalFrame } from '../builders/hospital/hospital-frame.ts';
import { hospitalVisit } from '../builders/hospital/hospital-visit.ts';
import type { HospitalContext } from '../builders/hospital/hospital-context.ts';
import { ALLERGEN } from '../tables/codes.ts';
import { theo } from './identity.ts';

const context: HospitalContext = { identity: theo };

export const theoHospital: readonly FhirResource[] = [
  ...hospitalFrame(context),
  hospitalAllergy(context, {
    id: 'a-1',
    words: 'No known allergies',
    codes: [ALLERGEN.noKnownAllergy],
    recorded: '2025-03-08',
  }),
  hospitalVisit(context, { id: 'visit-1', words: 'Emergency department attendance', from: '2025-03-08' }),
];
