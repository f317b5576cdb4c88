/** An order of the hospital, its product and what was dispensed on it. */
import type { FhirResource, Medication, MedicationDispense, MedicationRequest } from 'fhir/r4.js';
import type { KnownCode } from '../../tables/codes.ts';
import { r4Concept, r4Dosage } from '../r4-parts.ts';
import type { R4Dose } from '../r4-parts.ts';
import { CONSULTANT, HOSPITAL_ORDER_IDS, subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

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

export function medication(order: HospitalOrder, id: string): Medication {
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
