/**
 * A specialist's record (R4) from a compact description: statements by the clinic and by the person, copies of the GP's
 * items that keep the GP's business identifiers, and one sensitivity label per item in `meta.security`.
 */
import type {
  AllergyIntolerance,
  Condition,
  FhirResource,
  Identifier,
  MedicationStatement,
  Meta,
  Observation,
} from 'fhir/r4.js';
import type { PersonIdentity } from '../person.ts';
import { patientIdAt } from '../person.ts';
import type { KnownCode } from '../tables/codes.ts';
import { gpRecordId } from './gp/gp-context.ts';
import { clinicalStatus, r4Concept, r4Dosage, r4Patient, verificationStatus } from './r4-parts.ts';
import type { R4Dose } from './r4-parts.ts';

/** The labels of this source: one per item; an item with none is for those who hold all four. */
export const PRIVACY_LABELS = 'https://specialist-record.example/CodeSystem/privacy-label';
const SPECIALIST_IDS = 'https://specialist-record.example/data-point';

export type PrivacyLabel = 'GENERAL_HEALTH' | 'SEXUAL_HEALTH' | 'MENTAL_HEALTH' | 'SOCIAL_CARE';

const LABEL_NAMES: Readonly<Record<PrivacyLabel, string>> = {
  GENERAL_HEALTH: 'General health',
  SEXUAL_HEALTH: 'Sexual health',
  MENTAL_HEALTH: 'Mental health',
  SOCIAL_CARE: 'Social care',
};

export interface SpecialistContext {
  readonly identity: PersonIdentity;
}

interface Item {
  readonly id: string;
  /** Undefined: the item carries no label. */
  readonly label: PrivacyLabel | undefined;
  /** Original id of the GP's item that this repeats. */
  readonly copyOfGp?: string;
  /** Who said it; the clinic where it is not said. */
  readonly by?: 'clinic' | 'patient' | 'parent';
  readonly recorded: string;
}

function meta({ label }: Item): { meta?: Meta } {
  return label === undefined
    ? {}
    : { meta: { security: [{ system: PRIVACY_LABELS, code: label, display: LABEL_NAMES[label] }] } };
}

function identifiers(context: SpecialistContext, item: Item): { identifier: Identifier[] } {
  const own = { system: SPECIALIST_IDS, value: `${context.identity.key}-${item.id}` };
  return { identifier: item.copyOfGp === undefined ? [own] : [own, gpRecordId(context, item.copyOfGp)] };
}

function subject(context: SpecialistContext): { reference: string } {
  return { reference: `Patient/${patientIdAt('specialist', context.identity)}` };
}

function author(context: SpecialistContext, item: Item): { reference: string } | { display: string } {
  if (item.copyOfGp !== undefined) return { display: 'Harbour Lane Surgery' };
  if (item.by === 'patient') return subject(context);
  return item.by === 'parent' ? { reference: 'RelatedPerson/parent' } : { reference: 'Organization/clinic' };
}

export interface SpecialistMedicine extends Item {
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly status: MedicationStatement['status'];
  readonly dose?: R4Dose;
  readonly from?: string;
  readonly to?: string;
}

export function specialistMedicine(context: SpecialistContext, item: SpecialistMedicine): MedicationStatement {
  return {
    resourceType: 'MedicationStatement',
    id: item.id,
    ...meta(item),
    ...identifiers(context, item),
    status: item.status,
    medicationCodeableConcept: r4Concept(item.words, item.codes),
    subject: subject(context),
    ...(item.from === undefined
      ? {}
      : { effectivePeriod: item.to === undefined ? { start: item.from } : { start: item.from, end: item.to } }),
    dateAsserted: item.recorded,
    informationSource: author(context, item),
    ...(item.dose === undefined ? {} : { dosage: [r4Dosage(item.dose)] }),
  };
}

export interface SpecialistCondition extends Item {
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly status?: 'active' | 'inactive' | 'resolved';
  readonly onset?: string;
  readonly severity?: string;
}

export function specialistCondition(context: SpecialistContext, item: SpecialistCondition): Condition {
  return {
    resourceType: 'Condition',
    id: item.id,
    ...meta(item),
    ...identifiers(context, item),
    clinicalStatus: clinicalStatus(item.status ?? 'active'),
    verificationStatus: verificationStatus('confirmed'),
    ...(item.severity === undefined ? {} : { severity: { text: item.severity } }),
    code: r4Concept(item.words, item.codes),
    subject: subject(context),
    ...(item.onset === undefined ? {} : { onsetDateTime: item.onset }),
    recordedDate: item.recorded,
    asserter: item.by === 'patient' ? subject(context) : { display: 'Specialist clinic' },
  };
}

export interface SpecialistAllergy extends Item {
  readonly words: string;
  readonly codes?: readonly KnownCode[];
}

export function specialistAllergy(context: SpecialistContext, item: SpecialistAllergy): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    id: item.id,
    ...meta(item),
    ...identifiers(context, item),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' }],
    },
    code: r4Concept(item.words, item.codes),
    patient: subject(context),
    recordedDate: item.recorded,
  };
}

export interface SpecialistReading extends Item {
  readonly words: string;
  readonly value: readonly [value: number, unit: string];
}

/** A measurement, often taken at home. */
export function specialistReading(context: SpecialistContext, item: SpecialistReading): Observation {
  return {
    resourceType: 'Observation',
    id: item.id,
    ...meta(item),
    ...identifiers(context, item),
    status: 'final',
    code: { text: item.words },
    subject: subject(context),
    effectiveDateTime: item.recorded,
    valueQuantity: { value: item.value[0], unit: item.value[1] },
  };
}

/** Patient and clinic; for a child also the parent who writes into the record. */
export function specialistFrame(
  context: SpecialistContext,
  clinic: string,
  parent?: PersonIdentity,
): readonly FhirResource[] {
  const { identity } = context;
  const relative: readonly FhirResource[] =
    parent === undefined
      ? []
      : [
          {
            resourceType: 'RelatedPerson',
            id: 'parent',
            patient: subject(context),
            relationship: [
              {
                coding: [
                  { system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'PRN', display: 'parent' },
                ],
              },
            ],
            name: [{ family: parent.family, given: [...parent.given] }],
          },
        ];
  return [
    r4Patient(identity, patientIdAt('specialist', identity), {}),
    { resourceType: 'Organization', id: 'clinic', name: clinic },
    ...relative,
  ];
}
