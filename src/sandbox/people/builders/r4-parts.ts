/** Parts that the two R4 sources' records share. */
import type { CodeableConcept, Dosage, Patient } from 'fhir/r4.js';
import type { PersonIdentity } from '../person.ts';
import type { KnownCode } from '../tables/codes.ts';

export function r4Concept(words: string | undefined, codes: readonly KnownCode[] | undefined): CodeableConcept {
  return {
    ...(codes === undefined || codes.length === 0 ? {} : { coding: codes.map((code) => ({ ...code })) }),
    ...(words === undefined ? {} : { text: words }),
  };
}

export function clinicalStatus(code: 'active' | 'inactive' | 'resolved' | 'remission'): CodeableConcept {
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code }] };
}

export function verificationStatus(
  code: 'confirmed' | 'provisional' | 'refuted' | 'entered-in-error',
): CodeableConcept {
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code }] };
}

export interface R4Dose {
  readonly text: string;
  /** Structure beside the text, as hospital systems give it. */
  readonly amount?: readonly [value: number, unit: string];
  readonly perDay?: number;
  readonly asNeeded?: boolean;
  readonly route?: string;
}

export function r4Dosage(dose: R4Dose): Dosage {
  return {
    text: dose.text,
    ...(dose.perDay === undefined
      ? {}
      : { timing: { repeat: { frequency: dose.perDay, period: 1, periodUnit: 'd' } } }),
    ...(dose.asNeeded === undefined ? {} : { asNeededBoolean: dose.asNeeded }),
    ...(dose.route === undefined ? {} : { route: { text: dose.route } }),
    ...(dose.amount === undefined
      ? {}
      : { doseAndRate: [{ doseQuantity: { value: dose.amount[0], unit: dose.amount[1] } }] }),
  };
}

export function r4Patient(identity: PersonIdentity, id: string, extra: Partial<Patient>): Patient {
  return {
    resourceType: 'Patient',
    id,
    identifier: [{ use: 'official', system: 'https://fhir.nhs.uk/Id/nhs-number', value: identity.nhsNumber }],
    active: true,
    name: [{ use: 'official', family: identity.family, given: [...identity.given] }],
    gender: identity.gender,
    birthDate: identity.birthDate,
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: identity.language }] }, preferred: true },
    ],
    ...extra,
  };
}
