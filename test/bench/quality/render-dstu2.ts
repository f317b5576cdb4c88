/** An older clinic, DSTU2: MedicationOrder and MedicationStatement with structured dosage, Condition with its patient. */
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

export function renderDstu2(telling: Telling, person: string): Rendered {
  if (telling.kind === 'medicine') return medicine(telling, person);
  return telling.kind === 'condition' ? condition(telling, person) : allergy(telling, person);
}

function medicine(telling: MedicineTelling, person: string): Rendered {
  const isOrder = hashOf(`${telling.id} ${person}`) % 2 === 0;
  const wrong = telling.fault === 'entered-in-error' ? 'entered-in-error' : undefined;
  const common = {
    identifier: identifier(telling, person),
    patient: subjectAt('clinic', person, telling),
    medicationCodeableConcept: concept(telling.words),
  };
  const resource = isOrder
    ? {
        resourceType: 'MedicationOrder',
        id: `${telling.id}-order`,
        ...common,
        dateWritten: telling.start,
        status: wrong ?? telling.status,
        ...(telling.end === undefined ? {} : { dateEnded: telling.end }),
        dosageInstruction: dosages(telling, 'doseQuantity'),
      }
    : {
        resourceType: 'MedicationStatement',
        id: `${telling.id}-statement`,
        ...common,
        status: wrong ?? (telling.status === 'stopped' ? 'completed' : telling.status),
        effectivePeriod: { start: telling.start, ...(telling.end === undefined ? {} : { end: telling.end }) },
        dosage: dosages(telling, 'quantityQuantity'),
      };
  return { resources: [resource], ids: [resource.id] };
}

function dosages(telling: MedicineTelling, quantity: 'doseQuantity' | 'quantityQuantity'): object[] {
  const { structured } = telling;
  const route = telling.route ?? structured?.route?.text;
  const repeat = structured?.timing?.repeat;
  const dose = structured?.doseAndRate?.[0]?.doseQuantity;
  return [
    {
      text: structured?.text ?? telling.doseText ?? 'As directed',
      ...(repeat
        ? { timing: { repeat: { frequency: repeat.frequency, period: repeat.period, periodUnits: repeat.periodUnit } } }
        : {}),
      ...(structured?.asNeededBoolean ? { asNeededBoolean: true } : {}),
      ...(route === undefined ? {} : { route: { text: route } }),
      ...(dose ? { [quantity]: dose } : {}),
    },
  ];
}

function condition(telling: ConditionTelling, person: string): Rendered {
  const resource = {
    resourceType: 'Condition',
    id: telling.id,
    identifier: identifier(telling, person),
    patient: subjectAt('clinic', person, telling),
    code: concept(telling.words),
    category: { coding: [{ system: 'http://hl7.org/fhir/condition-category', code: 'diagnosis' }] },
    clinicalStatus: telling.clinical,
    verificationStatus: telling.fault === 'entered-in-error' ? 'entered-in-error' : telling.verification,
    ...(telling.severity === undefined ? {} : { severity: { text: telling.severity } }),
    ...(telling.onset === undefined ? {} : { onsetDateTime: telling.onset }),
  };
  return { resources: [resource], ids: [resource.id] };
}

function allergy(telling: AllergyTelling, person: string): Rendered {
  const resource = {
    resourceType: 'AllergyIntolerance',
    id: telling.id,
    identifier: identifier(telling, person),
    patient: subjectAt('clinic', person, telling),
    substance: concept(telling.words),
    status: telling.fault === 'entered-in-error' ? 'entered-in-error' : 'active',
    recordedDate: telling.recorded,
  };
  return { resources: [resource], ids: [resource.id] };
}

function identifier(telling: Telling, person: string): object[] {
  return [telling.identifier ?? { system: 'urn:oid:2.16.840.1.113883.3.9999.1', value: `${person}-${telling.id}` }];
}
