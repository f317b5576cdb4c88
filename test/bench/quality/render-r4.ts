/** Hospital and specialist, R4: orders with or without Medication resources, what was handed out, statements. */
import { hashOf } from './random.ts';
import {
  concept,
  subjectAt,
  type AllergyTelling,
  type ConditionTelling,
  type MedicineTelling,
  type Rendered,
  type Telling,
} from './tellings.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

export function renderR4(telling: Telling, person: string): Rendered {
  if (telling.kind === 'medicine') {
    if (telling.fault === 'do-not-perform' || telling.elsewhere) return order(telling, person);
    if (telling.source === 'specialist') return statement(telling, person);
    // The shape is the hospital's habit for this item, told from its id, so that chance elsewhere does not move it.
    return hashOf(telling.id + person) % 5 === 0 ? statement(telling, person) : order(telling, person);
  }
  return telling.kind === 'condition' ? condition(telling, person) : allergy(telling, person);
}

function order(telling: MedicineTelling, person: string): Rendered {
  const { id } = telling;
  const shape = hashOf(`${person} ${id}`) % 4;
  const product = {
    resourceType: 'Medication',
    id: shape === 1 ? 'product' : `${id}-product`,
    code: concept(telling.words),
  };
  const medication =
    shape === 0
      ? { medicationReference: { reference: `Medication/${product.id}` } }
      : shape === 1
        ? { contained: [product], medicationReference: { reference: '#product' } }
        : { medicationCodeableConcept: concept(telling.words) };
  const subject = subjectAt(telling.source, person, telling);
  const request = {
    resourceType: 'MedicationRequest',
    id: `${id}-request`,
    identifier: identifiers(telling, person, 'request'),
    status: telling.fault === 'entered-in-error' ? 'entered-in-error' : telling.status,
    intent: 'order',
    ...(telling.elsewhere ? { reportedBoolean: true } : {}),
    ...(telling.fault === 'do-not-perform' ? { doNotPerform: true } : {}),
    ...medication,
    subject,
    authoredOn: telling.start,
    ...dosages(telling, 'dosageInstruction'),
    ...(telling.end === undefined
      ? {}
      : { dispenseRequest: { validityPeriod: { start: telling.start, end: telling.end } } }),
  };
  const dispensed = shape === 2 && telling.fault === undefined;
  const dispense = {
    resourceType: 'MedicationDispense',
    id: `${id}-dispense`,
    status: 'completed',
    medicationCodeableConcept: concept(telling.words),
    subject,
    authorizingPrescription: [{ reference: `MedicationRequest/${request.id}` }],
    whenHandedOver: telling.start,
  };
  return {
    resources: [...(shape === 0 ? [product] : []), request, ...(dispensed ? [dispense] : [])],
    ids: [request.id, ...(dispensed ? [dispense.id] : [])],
  };
}

function statement(telling: MedicineTelling, person: string): Rendered {
  const resource = {
    resourceType: 'MedicationStatement',
    id: `${telling.id}-statement`,
    identifier: identifiers(telling, person, 'statement'),
    status: telling.fault === 'entered-in-error' ? 'entered-in-error' : telling.status,
    medicationCodeableConcept: concept(telling.words),
    subject: subjectAt(telling.source, person, telling),
    effectivePeriod: telling.end === undefined ? { start: telling.start } : { start: telling.start, end: telling.end },
    ...dosages(telling, 'dosage'),
  };
  return { resources: [resource], ids: [resource.id] };
}

function dosages(telling: MedicineTelling, element: 'dosage' | 'dosageInstruction'): object {
  const route = telling.route === undefined ? {} : { route: { text: telling.route } };
  if (telling.structured) return { [element]: [{ ...telling.structured, ...route }] };
  return telling.doseText === undefined ? {} : { [element]: [{ text: telling.doseText, ...route }] };
}

function identifiers(telling: Telling, person: string, what: string): object[] {
  return [
    telling.identifier ?? { system: `https://${telling.source}.example.org/${what}`, value: `${person}-${telling.id}` },
  ];
}

function condition(telling: ConditionTelling, person: string): Rendered {
  const verification = telling.fault === 'entered-in-error' ? 'entered-in-error' : telling.verification;
  const resource = {
    resourceType: 'Condition',
    id: telling.id,
    identifier: identifiers(telling, person, 'condition'),
    ...(verification === 'entered-in-error'
      ? {}
      : { clinicalStatus: { coding: [{ system: `${TERMINOLOGY}/condition-clinical`, code: telling.clinical }] } }),
    verificationStatus: { coding: [{ system: `${TERMINOLOGY}/condition-ver-status`, code: verification }] },
    category: [{ coding: [{ system: `${TERMINOLOGY}/condition-category`, code: 'problem-list-item' }] }],
    ...(telling.severity === undefined ? {} : { severity: { text: telling.severity } }),
    code: concept(telling.words),
    subject: subjectAt(telling.source, person, telling),
    ...(telling.onset === undefined ? {} : { onsetDateTime: telling.onset }),
  };
  return { resources: [resource], ids: [resource.id] };
}

function allergy(telling: AllergyTelling, person: string): Rendered {
  const wrong = telling.fault === 'entered-in-error';
  const resource = {
    resourceType: 'AllergyIntolerance',
    id: telling.id,
    identifier: identifiers(telling, person, 'allergy'),
    ...(wrong
      ? {}
      : { clinicalStatus: { coding: [{ system: `${TERMINOLOGY}/allergyintolerance-clinical`, code: 'active' }] } }),
    verificationStatus: {
      coding: [
        { system: `${TERMINOLOGY}/allergyintolerance-verification`, code: wrong ? 'entered-in-error' : 'confirmed' },
      ],
    },
    code: concept(telling.words),
    patient: subjectAt(telling.source, person, telling),
    recordedDate: telling.recorded,
  };
  return { resources: [resource], ids: [resource.id] };
}
