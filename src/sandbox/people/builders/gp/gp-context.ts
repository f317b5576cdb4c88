/** What all items of a GP Connect record (STU3) have in common: whose it is, profiles, business identifiers, codes. */
import type { CodeableConcept, Extension } from 'fhir/r3.js';
import { patientIdAt } from '../../person.ts';
import type { PersonIdentity } from '../../person.ts';
import type { KnownCode } from '../../tables/codes.ts';

export const GPC = 'https://fhir.nhs.uk/STU3/StructureDefinition';
/** Business identifiers of the practice: persistent, and what copies elsewhere are recognised by. */
export const GP_RECORD_IDS = 'https://harbour-lane-surgery.example/record-id';

export const PRACTICE = 'harbour-lane-surgery';
export const DOCTOR = 'dr-inventa';

export interface GpContext {
  readonly identity: PersonIdentity;
}

export function profile(name: string): { profile: string[] } {
  return { profile: [`${GPC}/CareConnect-GPC-${name}-1`] };
}

/** Business identifier of an item of the GP record. */
export function gpRecordId(context: GpContext, id: string): { system: string; value: string } {
  return { system: GP_RECORD_IDS, value: `${context.identity.nhsNumber.slice(3)}-${id}`.toUpperCase() };
}

export function subject(context: GpContext): { reference: string } {
  return { reference: `Patient/${patientIdAt('gp', context.identity)}` };
}

export function concept(words: string, codes: readonly KnownCode[] | undefined): CodeableConcept {
  return codes === undefined || codes.length === 0
    ? { text: words }
    : { coding: codes.map((code) => ({ ...code })), text: words };
}

export function coded(url: string, system: string, code: string, display: string): Extension {
  return { url: `${GPC}/${url}`, valueCodeableConcept: { coding: [{ system, code, display }] } };
}
