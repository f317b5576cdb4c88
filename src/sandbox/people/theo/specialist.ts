/** What the specialist record holds about Theo: an account, and nothing in it. */
import type { FhirResource } from 'fhir/r4.js';
import { specialistFrame } from '../builders/specialist-record.ts';
import { theo } from './identity.ts';

export const theoSpecialist: readonly FhirResource[] = specialistFrame({ identity: theo }, 'No clinic yet');
