/**
 * GP Connect records (STU3) from a compact description: per therapy one MedicationStatement, one plan, one order per issue
 * (GP Connect Access Record Structured 1.6, "Medication resource relationships").
 */
import type {
  AllergyIntolerance,
  CodeableConcept,
  Condition,
  DiagnosticReport,
  Extension,
  FhirResource,
  Immunization,
  List,
  Medication,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
} from 'fhir/r3.js';
import type { PersonIdentity } from '../person.ts';
import { patientIdAt } from '../person.ts';
import { SNOMED } from '../tables/codes.ts';
import type { KnownCode } from '../tables/codes.ts';

const GPC = 'https://fhir.nhs.uk/STU3/StructureDefinition';
/** Business identifiers of the practice: persistent, and what copies elsewhere are recognised by. */
export const GP_RECORD_IDS = 'https://harbour-lane-surgery.example/record-id';

const PRACTICE = 'harbour-lane-surgery';
const DOCTOR = 'dr-inventa';

export interface GpContext {
  readonly identity: PersonIdentity;
}

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

function profile(name: string): { profile: string[] } {
  return { profile: [`${GPC}/CareConnect-GPC-${name}-1`] };
}

/** Business identifier of an item of the GP record. */
export function gpRecordId(context: GpContext, id: string): { system: string; value: string } {
  return { system: GP_RECORD_IDS, value: `${context.identity.nhsNumber.slice(3)}-${id}`.toUpperCase() };
}

function subject(context: GpContext): { reference: string } {
  return { reference: `Patient/${patientIdAt('gp', context.identity)}` };
}

function concept(words: string, codes: readonly KnownCode[] | undefined): CodeableConcept {
  return codes === undefined || codes.length === 0
    ? { text: words }
    : { coding: codes.map((code) => ({ ...code })), text: words };
}

function coded(url: string, system: string, code: string, display: string): Extension {
  return { url: `${GPC}/${url}`, valueCodeableConcept: { coding: [{ system, code, display }] } };
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

function medication(therapy: GpTherapy): Medication {
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

export interface GpProblem {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly onset: string;
  readonly abated?: string;
  readonly status: 'active' | 'inactive' | 'resolved';
  readonly significance?: 'major' | 'minor';
  readonly verification?: 'confirmed' | 'provisional';
  readonly severity?: string;
  readonly bodySite?: string;
}

/** A ProblemHeader Condition and the Observation it points to as the actual problem. */
export function gpProblem(context: GpContext, problem: GpProblem): readonly FhirResource[] {
  const id = `${problem.key}-problem`;
  const code = concept(problem.words, problem.codes);
  const header: Condition = {
    resourceType: 'Condition',
    id,
    meta: profile('ProblemHeader-Condition'),
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ActualProblem-1',
        valueReference: { reference: `Observation/${problem.key}-entry` },
      },
      {
        url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1',
        valueCode: problem.significance ?? 'major',
      },
    ],
    identifier: [gpRecordId(context, id)],
    clinicalStatus: problem.status,
    verificationStatus: problem.verification ?? 'confirmed',
    category: [
      {
        coding: [
          {
            system: 'https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-ConditionCategory-1',
            code: 'problem-list-item',
            display: 'Problem List Item',
          },
        ],
      },
    ],
    ...(problem.severity === undefined ? {} : { severity: { text: problem.severity } }),
    code,
    ...(problem.bodySite === undefined ? {} : { bodySite: [{ text: problem.bodySite }] }),
    subject: subject(context),
    onsetDateTime: problem.onset,
    ...(problem.abated === undefined ? {} : { abatementDateTime: problem.abated }),
    assertedDate: problem.onset,
    asserter: { reference: `Practitioner/${DOCTOR}` },
  };
  const entry: Observation = {
    resourceType: 'Observation',
    id: `${problem.key}-entry`,
    meta: profile('Observation'),
    identifier: [gpRecordId(context, `${problem.key}-entry`)],
    status: 'final',
    code,
    subject: subject(context),
    effectiveDateTime: problem.onset,
    performer: [{ reference: `Practitioner/${DOCTOR}` }],
  };
  return [header, entry];
}

export interface GpAllergy {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly category: 'medication' | 'environment' | 'food';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: { readonly words: string; readonly severity?: 'mild' | 'moderate' | 'severe' };
  readonly recorded: string;
}

export function gpAllergy(context: GpContext, allergy: GpAllergy): AllergyIntolerance {
  const id = `${allergy.key}-allergy`;
  const { reaction } = allergy;
  return {
    resourceType: 'AllergyIntolerance',
    id,
    meta: profile('AllergyIntolerance'),
    identifier: [gpRecordId(context, id)],
    clinicalStatus: 'active',
    // GP Connect fixes it so; it says nothing.
    verificationStatus: 'unconfirmed',
    category: [allergy.category],
    ...(allergy.criticality === undefined ? {} : { criticality: allergy.criticality }),
    code: concept(allergy.words, allergy.codes),
    patient: subject(context),
    assertedDate: `${allergy.recorded}T11:00:00+00:00`,
    recorder: { reference: `Practitioner/${DOCTOR}` },
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

export interface GpReading {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly on: string;
  readonly value?: readonly [value: number, unit: string];
  readonly text?: string;
}

/** Uncategorised data and results. */
export function gpReading(context: GpContext, reading: GpReading): Observation {
  const { value, text } = reading;
  return {
    resourceType: 'Observation',
    id: reading.key,
    meta: profile('Observation'),
    identifier: [gpRecordId(context, reading.key)],
    status: 'final',
    code: concept(reading.words, reading.codes),
    subject: subject(context),
    effectiveDateTime: reading.on,
    performer: [{ reference: `Practitioner/${DOCTOR}` }],
    ...(value === undefined ? {} : { valueQuantity: { value: value[0], unit: value[1] } }),
    ...(text === undefined ? {} : { valueString: text }),
  };
}

export interface GpReport {
  readonly key: string;
  readonly words: string;
  readonly on: string;
  /** Ids of the result Observations. */
  readonly results: readonly string[];
}

export function gpReport(context: GpContext, report: GpReport): DiagnosticReport {
  const id = `${report.key}-report`;
  return {
    resourceType: 'DiagnosticReport',
    id,
    meta: profile('DiagnosticReport'),
    identifier: [gpRecordId(context, id)],
    status: 'final',
    category: { coding: [{ system: 'http://hl7.org/fhir/v2/0074', code: 'LAB' }] },
    code: { text: report.words },
    subject: subject(context),
    effectiveDateTime: report.on,
    issued: `${report.on}T17:00:00+00:00`,
    result: report.results.map((result) => ({ reference: `Observation/${result}` })),
  };
}

export interface GpVaccination {
  readonly key: string;
  readonly words: string;
  readonly on: string;
  readonly batch?: string;
}

export function gpVaccination(context: GpContext, vaccination: GpVaccination): Immunization {
  const id = `${vaccination.key}-immunisation`;
  return {
    resourceType: 'Immunization',
    id,
    meta: profile('Immunization'),
    identifier: [gpRecordId(context, id)],
    status: 'completed',
    notGiven: false,
    vaccineCode: { text: vaccination.words },
    patient: subject(context),
    date: vaccination.on,
    primarySource: true,
    ...(vaccination.batch === undefined ? {} : { lotNumber: vaccination.batch }),
  };
}

export interface GpList {
  readonly key: 'allergies' | 'medications' | 'problems' | 'immunisations' | 'investigations' | 'uncategorised';
  readonly items: readonly FhirResource[];
  readonly warnings?: readonly { readonly code: string; readonly note: string }[];
  readonly asOf: string;
}

const LIST_CODES: Readonly<
  Record<GpList['key'], readonly [code: string, title: string, type: FhirResource['resourceType']]>
> = {
  allergies: ['886921000000105', 'Allergies and adverse reactions', 'AllergyIntolerance'],
  medications: ['933361000000108', 'Medications and medical devices', 'MedicationStatement'],
  problems: ['717711000000103', 'Problems', 'Condition'],
  immunisations: ['1102181000000102', 'Immunisations', 'Immunization'],
  investigations: ['887191000000108', 'Investigations and results', 'DiagnosticReport'],
  uncategorised: ['826501000000100', 'Miscellaneous record', 'Observation'],
};

/** The List of one area (without an id, as GP systems send them): names its items, says when there are none, carries the warnings. */
export function gpList(context: GpContext, list: GpList): List {
  const [code, title, type] = LIST_CODES[list.key];
  const entries = list.items.filter((item) => item.resourceType === type);
  const warnings = list.warnings ?? [];
  return {
    resourceType: 'List',
    meta: profile('List'),
    ...(warnings.length === 0
      ? {}
      : {
          extension: warnings.map((warning) => ({
            url: `${GPC}/Extension-CareConnect-GPC-ListWarningCode-1`,
            valueCode: warning.code,
          })),
          note: warnings.map((warning) => ({ text: warning.note })),
        }),
    status: 'current',
    mode: 'snapshot',
    title,
    code: { coding: [{ system: SNOMED, code, display: title }] },
    subject: subject(context),
    date: `${list.asOf}T08:00:00+00:00`,
    orderedBy: { coding: [{ system: 'http://hl7.org/fhir/list-order', code: 'event-date' }] },
    ...(entries.length === 0
      ? {
          emptyReason: {
            coding: [
              {
                system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1',
                code: 'no-content-recorded',
                display: 'No Content Recorded',
              },
            ],
          },
        }
      : { entry: entries.map((item) => ({ item: { reference: `${item.resourceType}/${item.id ?? ''}` } })) }),
  };
}

/** Patient, practice and doctor: they come with every answer. */
export function gpFrame({ identity }: GpContext): readonly FhirResource[] {
  const patient: Patient = {
    resourceType: 'Patient',
    id: patientIdAt('gp', identity),
    meta: profile('Patient'),
    identifier: [
      {
        extension: [
          coded(
            'Extension-CareConnect-GPC-NHSNumberVerificationStatus-1',
            'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1',
            '01',
            'Number present and verified',
          ),
        ],
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: identity.nhsNumber,
      },
    ],
    active: true,
    name: [{ use: 'official', family: identity.family, given: [...identity.given] }],
    gender: identity.gender,
    birthDate: identity.birthDate,
    address: [{ use: 'home', line: ['1 Nowhere Street'], city: 'Inventon', postalCode: 'ZZ99 9ZZ' }],
    generalPractitioner: [{ reference: `Practitioner/${DOCTOR}` }],
    managingOrganization: { reference: `Organization/${PRACTICE}` },
  };
  return [
    patient,
    {
      resourceType: 'Practitioner',
      id: DOCTOR,
      meta: profile('Practitioner'),
      name: [{ use: 'official', family: 'Inventa', given: ['Una'], prefix: ['Dr'] }],
    },
    { resourceType: 'Organization', id: PRACTICE, meta: profile('Organization'), name: 'Harbour Lane Surgery' },
  ];
}
