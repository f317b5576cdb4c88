/** A vaccination given at the hospital. */
import type { Immunization } from 'fhir/r4.js';
import type { KnownCode } from '../../tables/codes.ts';
import { r4Concept } from '../r4-parts.ts';
import { subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export function hospitalVaccination(
  context: HospitalContext,
  vaccination: {
    readonly id: string;
    readonly words: string;
    readonly on: string;
    readonly codes?: readonly KnownCode[];
  },
): Immunization {
  return {
    resourceType: 'Immunization',
    id: vaccination.id,
    status: 'completed',
    vaccineCode: r4Concept(vaccination.words, vaccination.codes),
    patient: subject(context),
    occurrenceDateTime: vaccination.on,
  };
}
