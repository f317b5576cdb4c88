/** A hospital portal's record (R4) from a compact description: orders, dispenses, problems in two codings, results. */
import type {
  AllergyIntolerance,
  Condition,
  DiagnosticReport,
  DocumentReference,
  Encounter,
  FhirResource,
  Immunization,
  Medication,
  MedicationDispense,
  MedicationRequest,
  Observation,
  Procedure,
} from 'fhir/r4.js';
import type { PersonIdentity } from '../person.ts';
import { patientIdAt } from '../person.ts';
import { LOINC } from '../tables/codes.ts';
import type { KnownCode } from '../tables/codes.ts';
import { clinicalStatus, r4Concept, r4Dosage, r4Patient, verificationStatus } from './r4-parts.ts';
import type { R4Dose } from './r4-parts.ts';

/** Business identifiers of the hospital. */
export const HOSPITAL_ORDER_IDS = 'https://st-invented-hospital.example/order-id';

const HOSPITAL = 'st-invented-hospital';
const CONSULTANT = 'consultant-fictiva';

export interface HospitalContext {
  readonly identity: PersonIdentity;
}

function subject(context: HospitalContext): { reference: string } {
  return { reference: `Patient/${patientIdAt('hospital', context.identity)}` };
}

function category(code: string): { coding: { system: string; code: string }[] }[] {
  return [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] }];
}

export interface HospitalOrder {
  readonly id: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  /** How the product is given: in the order, as a Medication of its own, or inside the order. */
  readonly product?: 'inline' | 'reference' | 'contained';
  readonly form?: string;
  readonly status: MedicationRequest['status'];
  readonly on: string;
  readonly dose: R4Dose;
  readonly reason?: string;
  /** Days on which the hospital pharmacy supplied it. */
  readonly dispensedOn?: readonly string[];
  readonly doNotPerform?: boolean;
  /** Patient id of somebody else: filed into the wrong record. */
  readonly misfiledFrom?: string;
}

function medication(order: HospitalOrder, id: string): Medication {
  return {
    resourceType: 'Medication',
    id,
    code: r4Concept(order.words, order.codes),
    ...(order.form === undefined ? {} : { form: { text: order.form } }),
  };
}

function dispense(context: HospitalContext, order: HospitalOrder, on: string, index: number): MedicationDispense {
  return {
    resourceType: 'MedicationDispense',
    id: `${order.id}-dispense-${String(index + 1)}`,
    status: 'completed',
    medicationCodeableConcept: r4Concept(order.words, order.codes),
    subject: subject(context),
    authorizingPrescription: [{ reference: `MedicationRequest/${order.id}` }],
    whenHandedOver: `${on}T14:00:00Z`,
    dosageInstruction: [r4Dosage(order.dose)],
  };
}

/** The order, its Medication where that is a resource of its own, and what was dispensed on it. */
export function hospitalOrder(context: HospitalContext, order: HospitalOrder): readonly FhirResource[] {
  const { product = 'inline' } = order;
  const request: MedicationRequest = {
    resourceType: 'MedicationRequest',
    id: order.id,
    ...(product === 'contained' ? { contained: [medication(order, 'product')] } : {}),
    identifier: [{ system: HOSPITAL_ORDER_IDS, value: `${context.identity.key}-${order.id}` }],
    status: order.status,
    intent: 'order',
    ...(order.doNotPerform === undefined ? {} : { doNotPerform: order.doNotPerform }),
    ...(product === 'inline'
      ? { medicationCodeableConcept: r4Concept(order.words, order.codes) }
      : {
          medicationReference: { reference: product === 'contained' ? '#product' : `Medication/${order.id}-product` },
        }),
    subject: order.misfiledFrom === undefined ? subject(context) : { reference: `Patient/${order.misfiledFrom}` },
    authoredOn: `${order.on}T10:00:00Z`,
    requester: { reference: `Practitioner/${CONSULTANT}` },
    ...(order.reason === undefined ? {} : { reasonCode: [{ text: order.reason }] }),
    dosageInstruction: [r4Dosage(order.dose)],
  };
  const dispenses = (order.dispensedOn ?? []).map((on, index) => dispense(context, order, on, index));
  return [...(product === 'reference' ? [medication(order, `${order.id}-product`)] : []), request, ...dispenses];
}

export interface HospitalCondition {
  readonly id: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly status?: 'active' | 'inactive' | 'resolved';
  readonly verification?: 'confirmed' | 'provisional' | 'refuted' | 'entered-in-error';
  readonly onset?: string;
  readonly abated?: string;
  readonly severity?: string;
  readonly bodySite?: string;
  readonly kind?: 'problem-list-item' | 'encounter-diagnosis';
}

export function hospitalCondition(context: HospitalContext, condition: HospitalCondition): Condition {
  const { verification = 'confirmed' } = condition;
  return {
    resourceType: 'Condition',
    id: condition.id,
    // R4 con-3, con-5: a refuted or mistaken condition has no clinical status.
    ...(verification === 'refuted' || verification === 'entered-in-error'
      ? {}
      : { clinicalStatus: clinicalStatus(condition.status ?? 'active') }),
    verificationStatus: verificationStatus(verification),
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-category',
            code: condition.kind ?? 'problem-list-item',
          },
        ],
      },
    ],
    ...(condition.severity === undefined ? {} : { severity: { text: condition.severity } }),
    code: r4Concept(condition.words, condition.codes),
    ...(condition.bodySite === undefined ? {} : { bodySite: [{ text: condition.bodySite }] }),
    subject: subject(context),
    ...(condition.onset === undefined ? {} : { onsetDateTime: condition.onset }),
    ...(condition.abated === undefined ? {} : { abatementDateTime: condition.abated }),
    asserter: { reference: `Practitioner/${CONSULTANT}` },
  };
}

export interface HospitalAllergy {
  readonly id: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly category?: 'medication' | 'environment' | 'food';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: { readonly words: string; readonly severity?: 'mild' | 'moderate' | 'severe' };
  readonly recorded: string;
}

export function hospitalAllergy(context: HospitalContext, allergy: HospitalAllergy): AllergyIntolerance {
  const { reaction } = allergy;
  return {
    resourceType: 'AllergyIntolerance',
    id: allergy.id,
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' }],
    },
    ...(allergy.category === undefined ? {} : { category: [allergy.category] }),
    ...(allergy.criticality === undefined ? {} : { criticality: allergy.criticality }),
    code: r4Concept(allergy.words, allergy.codes),
    patient: subject(context),
    recordedDate: allergy.recorded,
    ...(reaction === undefined
      ? {}
      : {
          reaction: [
            {
              manifestation: [{ text: reaction.words }],
              ...(reaction.severity === undefined ? {} : { severity: reaction.severity }),
            },
          ],
        }),
  };
}

export interface HospitalResult {
  readonly id: string;
  readonly code: string;
  readonly words: string;
  readonly category?: 'laboratory' | 'vital-signs';
  readonly on: string;
  readonly value: readonly [value: number, unit: string];
  readonly encounter?: string;
}

export function hospitalResult(context: HospitalContext, result: HospitalResult): Observation {
  return {
    resourceType: 'Observation',
    id: result.id,
    status: 'final',
    category: category(result.category ?? 'laboratory'),
    code: { coding: [{ system: LOINC, code: result.code, display: result.words }], text: result.words },
    subject: subject(context),
    ...(result.encounter === undefined ? {} : { encounter: { reference: `Encounter/${result.encounter}` } }),
    effectiveDateTime: `${result.on}T08:20:00Z`,
    valueQuantity: { value: result.value[0], unit: result.value[1] },
  };
}

/** A blood pressure as one Observation with two components. */
export function hospitalBloodPressure(
  context: HospitalContext,
  id: string,
  on: string,
  [systolic, diastolic]: readonly [number, number],
): Observation {
  const component = (code: string, display: string, value: number): NonNullable<Observation['component']>[number] => ({
    code: { coding: [{ system: LOINC, code, display }] },
    valueQuantity: { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  });
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: category('vital-signs'),
    code: { coding: [{ system: LOINC, code: '85354-9' }], text: 'Blood pressure' },
    subject: subject(context),
    effectiveDateTime: `${on}T08:30:00Z`,
    component: [
      component('8480-6', 'Systolic Blood Pressure', systolic),
      component('8462-4', 'Diastolic Blood Pressure', diastolic),
    ],
  };
}

export function hospitalReport(
  context: HospitalContext,
  report: { readonly id: string; readonly words: string; readonly on: string; readonly results: readonly string[] },
): DiagnosticReport {
  return {
    resourceType: 'DiagnosticReport',
    id: report.id,
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
    code: { text: report.words },
    subject: subject(context),
    effectiveDateTime: `${report.on}T08:20:00Z`,
    issued: `${report.on}T16:00:00Z`,
    result: report.results.map((id) => ({ reference: `Observation/${id}` })),
  };
}

export function hospitalVisit(
  context: HospitalContext,
  visit: {
    readonly id: string;
    readonly words: string;
    readonly from: string;
    readonly to?: string;
    readonly stay?: boolean;
  },
): Encounter {
  const inpatient = visit.stay === true;
  return {
    resourceType: 'Encounter',
    id: visit.id,
    status: 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: inpatient ? 'IMP' : 'AMB',
      display: inpatient ? 'inpatient encounter' : 'ambulatory',
    },
    type: [{ text: visit.words }],
    subject: subject(context),
    period: { start: `${visit.from}T09:00:00Z`, end: `${visit.to ?? visit.from}T10:00:00Z` },
    serviceProvider: { reference: `Organization/${HOSPITAL}` },
  };
}

export function hospitalProcedure(
  context: HospitalContext,
  procedure: {
    readonly id: string;
    readonly words: string;
    readonly on: string;
    readonly codes?: readonly KnownCode[];
  },
): Procedure {
  return {
    resourceType: 'Procedure',
    id: procedure.id,
    status: 'completed',
    code: r4Concept(procedure.words, procedure.codes),
    subject: subject(context),
    performedDateTime: procedure.on,
  };
}

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

/** A letter, its text inside. */
export function hospitalLetter(
  context: HospitalContext,
  letter: { readonly id: string; readonly title: string; readonly on: string; readonly text: string },
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: letter.id,
    status: 'current',
    type: { text: letter.title },
    subject: subject(context),
    date: `${letter.on}T17:00:00Z`,
    content: [
      {
        attachment: {
          contentType: 'text/plain',
          title: letter.title,
          data: Buffer.from(letter.text, 'utf8').toString('base64'),
        },
      },
    ],
  };
}

/** Patient, hospital and consultant. */
export function hospitalFrame({ identity }: HospitalContext): readonly FhirResource[] {
  const id = patientIdAt('hospital', identity);
  const ownNumber = {
    use: 'usual' as const,
    system: 'https://st-invented-hospital.example/patient-number',
    value: `H${id.slice(1)}`,
  };
  return [
    r4Patient(identity, id, {
      identifier: [
        { use: 'official', system: 'https://fhir.nhs.uk/Id/nhs-number', value: identity.nhsNumber },
        ownNumber,
      ],
      managingOrganization: { reference: `Organization/${HOSPITAL}` },
    }),
    { resourceType: 'Organization', id: HOSPITAL, name: 'St Invented’s Hospital' },
    { resourceType: 'Practitioner', id: CONSULTANT, name: [{ family: 'Fictiva', given: ['Oona'], prefix: ['Dr'] }] },
  ];
}
