/** GP Connect, STU3: statement, plan and an order per issue for each therapy; Medication by reference; dose as text. */
import {
  concept,
  subjectAt,
  type AllergyTelling,
  type ConditionTelling,
  type MedicineTelling,
  type Rendered,
  type Telling,
} from './tellings.ts';

const EXTENSION = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-';

export function renderGp(telling: Telling, person: string): Rendered {
  if (telling.kind === 'medicine') return medicine(telling, person);
  return telling.kind === 'condition' ? condition(telling, person) : allergy(telling, person);
}

function medicine(telling: MedicineTelling, person: string): Rendered {
  const { id, status } = telling;
  const subject = subjectAt('gp', person, telling);
  const wrong = telling.fault === 'entered-in-error' ? 'entered-in-error' : undefined;
  const product = { resourceType: 'Medication', id: `${id}-product`, code: concept(telling.words) };
  const medicationReference = { reference: `Medication/${product.id}` };
  const dosage = [
    { text: telling.doseText ?? 'As directed', ...(telling.route ? { route: { text: telling.route } } : {}) },
  ];
  const statement = {
    resourceType: 'MedicationStatement',
    id: `${id}-statement`,
    ...(telling.elsewhere
      ? {
          extension: [
            {
              url: `${EXTENSION}PrescribingAgency-1`,
              valueCodeableConcept: {
                coding: [
                  {
                    system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-PrescribingAgency-1',
                    code: 'prescribed-by-another-organisation',
                    display: 'Prescribed by another organisation',
                  },
                ],
              },
            },
          ],
        }
      : {}),
    identifier: [telling.identifier ?? { system: 'https://gp.example.nhs.uk/statement', value: `${person}-${id}` }],
    basedOn: [{ reference: `MedicationRequest/${id}-plan` }],
    status: wrong ?? status,
    medicationReference,
    effectivePeriod: period(telling),
    dateAsserted: telling.start,
    subject,
    taken: 'unk',
    dosage,
  };
  const order = (suffix: string, intent: 'plan' | 'order', from: string) => ({
    resourceType: 'MedicationRequest',
    id: `${id}-${suffix}`,
    identifier: [{ system: 'https://gp.example.nhs.uk/request', value: `${person}-${id}-${suffix}` }],
    ...(intent === 'order' ? { basedOn: [{ reference: `MedicationRequest/${id}-plan` }] } : {}),
    groupIdentifier: { value: `${person}-${id}` },
    status: wrong ?? (intent === 'order' ? 'completed' : status),
    intent,
    extension: [
      {
        url: `${EXTENSION}PrescriptionType-1`,
        valueCodeableConcept: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-PrescriptionType-1',
              code: telling.acute ? 'acute' : 'repeat',
            },
          ],
        },
      },
    ],
    medicationReference,
    subject,
    authoredOn: from,
    dosageInstruction: dosage,
    dispenseRequest: {
      validityPeriod: { start: from, ...(telling.end === undefined ? {} : { end: telling.end }) },
      quantity: { value: 28, unit: 'tablet' },
    },
    ...(intent === 'plan' && telling.replaces !== undefined
      ? { priorPrescription: { reference: `MedicationRequest/${telling.replaces}` } }
      : {}),
  });
  const orders = Array.from({ length: telling.orders }, (_, index) =>
    order(`order-${index + 1}`, 'order', telling.start),
  );
  const plan = order('plan', 'plan', telling.start);
  return {
    resources: [product, statement, plan, ...orders],
    ids: [statement.id, plan.id, ...orders.map((issue) => issue.id)],
  };
}

function period({ start, end }: MedicineTelling): object {
  return end === undefined ? { start } : { start, end };
}

function condition(telling: ConditionTelling, person: string): Rendered {
  const resource = {
    resourceType: 'Condition',
    id: telling.id,
    identifier: [
      telling.identifier ?? { system: 'https://gp.example.nhs.uk/problem', value: `${person}-${telling.id}` },
    ],
    clinicalStatus: telling.clinical,
    ...(telling.fault === 'entered-in-error'
      ? { verificationStatus: 'entered-in-error' }
      : telling.verification === 'confirmed' && !telling.saysConfirmed
        ? {}
        : { verificationStatus: telling.verification }),
    category: [
      {
        coding: [
          {
            system: 'https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-ConditionCategory-1',
            code: 'problem-list-item',
          },
        ],
      },
    ],
    code: concept(telling.words),
    subject: subjectAt('gp', person, telling),
    ...(telling.onset === undefined ? {} : { onsetDateTime: telling.onset }),
    ...(telling.severity === undefined ? {} : { severity: { text: telling.severity } }),
    assertedDate: '2024-05-01',
  };
  return { resources: [resource], ids: [resource.id] };
}

function allergy(telling: AllergyTelling, person: string): Rendered {
  const resource = {
    resourceType: 'AllergyIntolerance',
    id: telling.id,
    identifier: [
      telling.identifier ?? { system: 'https://gp.example.nhs.uk/allergy', value: `${person}-${telling.id}` },
    ],
    clinicalStatus: 'active',
    verificationStatus: telling.fault === 'entered-in-error' ? 'entered-in-error' : 'unconfirmed',
    type: 'allergy',
    category: ['medication'],
    code: concept(telling.words),
    patient: subjectAt('gp', person, telling),
    assertedDate: telling.recorded,
  };
  return { resources: [resource], ids: [resource.id] };
}
