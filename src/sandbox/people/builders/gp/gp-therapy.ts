/**
 * A therapy in a GP record: one MedicationStatement, one plan, one order per issue (GP Connect Access Record Structured 1.6,
 * "Medication resource relationships").
 */
import type { Extension, FhirResource, Medication, MedicationRequest, MedicationStatement } from 'fhir/r3.js';
import type { KnownCode } from '../../tables/codes.ts';
import { coded, concept, DOCTOR, GPC, gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpProduct {
  readonly words: string;
  readonly codes?: readonly KnownCode[];
}

export interface GpPlan {
  readonly dose: string;
  readonly from: string;
  /** Last day; the plan is then completed or stopped. */
  readonly to?: string;
  readonly status: 'active' | 'completed' | 'stopped';
  readonly statusReason?: string;
  /** Days on which a prescription was issued. */
  readonly issues: readonly string[];
  readonly quantity: readonly [value: number, unit: string];
  readonly days: number;
}

export interface GpTherapy {
  readonly key: string;
  readonly product: GpProduct;
  readonly kind: 'repeat' | 'acute' | 'repeat-dispensing';
  readonly prescribedElsewhere?: boolean;
  /** Oldest first. A later plan names the one before as its `priorPrescription`. */
  readonly plans: readonly GpPlan[];
}

function prescriptionType(kind: GpTherapy['kind']): Extension {
  const display = kind === 'acute' ? 'Acute' : kind === 'repeat' ? 'Repeat' : 'Repeat dispensing';
  const system = 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-PrescriptionType-1';
  return coded('Extension-CareConnect-GPC-PrescriptionType-1', system, kind, display);
}

function agency(elsewhere: boolean): Extension {
  const code = elsewhere ? 'prescribed-by-another-organisation' : 'prescribed-at-gp-practice';
  const display = elsewhere ? 'Prescribed by another organisation' : 'Prescribed at GP practice';
  const system = 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-PrescribingAgency-1';
  return coded('Extension-CareConnect-GPC-PrescribingAgency-1', system, code, display);
}

function statusReason(plan: GpPlan): readonly Extension[] {
  if (plan.statusReason === undefined || plan.to === undefined) return [];
  return [
    {
      url: `${GPC}/Extension-CareConnect-GPC-MedicationStatusReason-1`,
      extension: [
        { url: 'statusReason', valueCodeableConcept: { text: plan.statusReason } },
        { url: 'statusChangeDate', valueDateTime: plan.to },
      ],
    },
  ];
}

function repeatInformation(therapy: GpTherapy, plan: GpPlan): readonly Extension[] {
  if (therapy.kind === 'acute') return [];
  return [
    {
      url: `${GPC}/Extension-CareConnect-GPC-MedicationRepeatInformation-1`,
      extension: [
        { url: 'numberOfRepeatPrescriptionsAllowed', valueUnsignedInt: 12 },
        { url: 'numberOfRepeatPrescriptionsIssued', valueUnsignedInt: plan.issues.length },
      ],
    },
  ];
}

function supply(
  plan: GpPlan,
  start: string,
  end: string | undefined,
): NonNullable<MedicationRequest['dispenseRequest']> {
  const [value, unit] = plan.quantity;
  return {
    validityPeriod: end === undefined ? { start } : { start, end },
    quantity: { value, unit },
    expectedSupplyDuration: { value: plan.days, unit: 'day', system: 'http://unitsofmeasure.org', code: 'd' },
  };
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Placed {
  readonly context: GpContext;
  readonly therapy: GpTherapy;
  readonly plan: GpPlan;
  /** `metformin`, `metformin-2`. */
  readonly base: string;
  readonly previous: string | undefined;
}

function requestBase({ context, therapy, plan }: Placed, id: string): Omit<MedicationRequest, 'intent'> {
  return {
    resourceType: 'MedicationRequest',
    id,
    meta: profile('MedicationRequest'),
    identifier: [gpRecordId(context, id)],
    medicationReference: { reference: `Medication/${therapy.key}-medication` },
    subject: subject(context),
    recorder: { reference: `Practitioner/${DOCTOR}` },
    dosageInstruction: [{ text: plan.dose }],
  };
}

function planRequest(placed: Placed): MedicationRequest {
  const { therapy, plan, base, previous } = placed;
  return {
    ...requestBase(placed, `${base}-plan`),
    extension: [...repeatInformation(therapy, plan), ...statusReason(plan), prescriptionType(therapy.kind)],
    groupIdentifier: { value: `${base}-group` },
    status: plan.status,
    intent: 'plan',
    authoredOn: `${plan.from}T09:30:00+00:00`,
    dispenseRequest: supply(plan, plan.from, plan.to),
    ...(previous === undefined ? {} : { priorPrescription: { reference: `MedicationRequest/${previous}-plan` } }),
  };
}

function orderRequest(placed: Placed, issuedOn: string, index: number): MedicationRequest {
  const { therapy, plan, base } = placed;
  return {
    ...requestBase(placed, `${base}-order-${String(index + 1)}`),
    extension: [prescriptionType(therapy.kind)],
    basedOn: [{ reference: `MedicationRequest/${base}-plan` }],
    groupIdentifier: { value: `${base}-group` },
    status: 'completed',
    intent: 'order',
    authoredOn: `${issuedOn}T10:15:00+00:00`,
    dispenseRequest: supply(plan, issuedOn, dayAfter(issuedOn, plan.days)),
  };
}

function statement({ context, therapy, plan, base }: Placed): MedicationStatement {
  const last = plan.issues.at(-1);
  const lastIssue: readonly Extension[] =
    last === undefined
      ? []
      : [{ url: `${GPC}/Extension-CareConnect-GPC-MedicationStatementLastIssueDate-1`, valueDateTime: last }];
  return {
    resourceType: 'MedicationStatement',
    id: `${base}-ms`,
    meta: profile('MedicationStatement'),
    extension: [...lastIssue, agency(therapy.prescribedElsewhere === true)],
    identifier: [gpRecordId(context, `${base}-ms`)],
    basedOn: [{ reference: `MedicationRequest/${base}-plan` }],
    status: plan.status,
    medicationReference: { reference: `Medication/${therapy.key}-medication` },
    effectivePeriod: plan.to === undefined ? { start: plan.from } : { start: plan.from, end: plan.to },
    dateAsserted: `${plan.from}T09:30:00+00:00`,
    subject: subject(context),
    // GP Connect fixes it so; it says nothing.
    taken: 'unk',
    dosage: [{ text: plan.dose }],
  };
}

export function medication(therapy: GpTherapy): Medication {
  const { words, codes } = therapy.product;
  return {
    resourceType: 'Medication',
    id: `${therapy.key}-medication`,
    meta: profile('Medication'),
    code: concept(words, codes),
  };
}

/** Medication, and per plan: statement, plan, orders. */
export function gpTherapy(context: GpContext, therapy: GpTherapy): readonly FhirResource[] {
  const suffix = (index: number): string => (index === 0 ? therapy.key : `${therapy.key}-${String(index + 1)}`);
  return [
    medication(therapy),
    ...therapy.plans.flatMap((plan, index) => {
      const previous = index === 0 ? undefined : suffix(index - 1);
      const placed: Placed = { context, therapy, plan, base: suffix(index), previous };
      return [statement(placed), planRequest(placed), ...plan.issues.map((day, at) => orderRequest(placed, day, at))];
    }),
  ];
}
