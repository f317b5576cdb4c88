/**
 * The one operation of a GP Connect system: `Patient/$gpc.getstructuredrecord` (GP Connect Access Record Structured 1.6).
 * Reads the Parameters, picks the clinical areas asked for, answers a collection Bundle.
 */
import { asObject } from '../records/patient-record.ts';
import type { PatientRecord, RecordEntry } from '../records/patient-record.ts';

export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';
export const STRUCTURED_RECORD_PROFILE =
  'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-StructuredRecord-Bundle-1';

/** Which types a parameter brings. The rest (Patient, Practitioner, Organization …) always comes. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  includeAllergies: ['AllergyIntolerance'],
  includeMedication: ['MedicationStatement', 'MedicationRequest', 'Medication'],
  includeProblems: ['Condition'],
  includeImmunisations: ['Immunization'],
  includeImmunizations: ['Immunization'],
  // A report brings its results along.
  includeInvestigations: ['DiagnosticReport', 'ProcedureRequest', 'Specimen', 'Observation'],
  includeUncategorisedData: ['Observation'],
  includeConsultations: ['Encounter'],
  includeReferrals: ['ReferralRequest'],
  includeDiaryEntries: [],
};

/** Codes of the Lists that belong to a parameter. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  includeAllergies: ['886921000000105', '1103671000000101'],
  includeMedication: ['933361000000108'],
  includeProblems: ['717711000000103'],
  includeImmunisations: ['1102181000000102'],
  includeImmunizations: ['1102181000000102'],
  includeInvestigations: ['887191000000108'],
  includeUncategorisedData: ['826501000000100'],
  includeConsultations: ['1149501000000101'],
};

export interface StructuredRequest {
  /** Undefined: the record of the token's patient. */
  readonly nhsNumber: string | undefined;
  readonly areas: readonly string[];
}

export interface StructuredRefusal {
  readonly status: number;
  readonly issue: string;
  /** Spine error code. */
  readonly code: string;
  readonly display: string;
  readonly diagnostics: string;
}

const BAD: StructuredRefusal = {
  status: 422,
  issue: 'invalid',
  code: 'INVALID_RESOURCE',
  display: 'Invalid validation of resource',
  diagnostics: 'The body must be a Parameters resource.',
};

function nhsNumber(parameters: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const identifier = asObject(parameters.find(({ name }) => name === 'patientNHSNumber')?.['valueIdentifier']);
  const value = identifier?.['value'];
  return typeof value === 'string' ? value : undefined;
}

/** @returns what is asked for, or why it cannot be answered. */
export function readStructuredRequest(body: unknown): StructuredRequest | StructuredRefusal {
  const json = asObject(body);
  const list = json?.['parameter'];
  if (json?.['resourceType'] !== 'Parameters' || (list !== undefined && !Array.isArray(list))) return BAD;
  const parameters = (list ?? []).map(asObject).filter((parameter) => parameter !== undefined);
  const names = parameters.map(({ name }) => name).filter((name) => typeof name === 'string');
  // Parameters this system does not know are passed over, as the specification asks for forward compatibility.
  return { nhsNumber: nhsNumber(parameters), areas: names.filter((name) => name in AREAS) };
}

/** Areas of a record that no parameter names come along with any request. */
function wanted(entry: RecordEntry, areas: readonly string[]): boolean {
  const { type, json } = entry;
  if (type === 'List') {
    const coding: unknown = asObject(json?.['code'])?.['coding'];
    const code = Array.isArray(coding) ? asObject(coding[0])?.['code'] : undefined;
    const known = Object.values(LISTS).some((codes) => codes.some((one) => one === code));
    return !known || areas.some((area) => LISTS[area]?.some((one) => one === code));
  }
  const owned = Object.values(AREAS).some((types) => type !== undefined && types.includes(type));
  return !owned || areas.some((area) => type !== undefined && AREAS[area]?.includes(type));
}

/** The collection Bundle as text, every resource byte for byte. `areas` undefined: everything there is. */
export function structuredRecordText(record: PatientRecord, areas: readonly string[] | undefined): string {
  const entries = record.entries
    .filter((entry) => areas === undefined || wanted(entry, areas))
    .map(({ text, fullUrlText }) =>
      fullUrlText === undefined ? `{"resource":${text}}` : `{"fullUrl":${fullUrlText},"resource":${text}}`,
    );
  const entry = entries.length === 0 ? '' : `,"entry":[${entries.join(',')}]`;
  const meta = JSON.stringify({ profile: [STRUCTURED_RECORD_PROFILE] });
  return `{"resourceType":"Bundle","meta":${meta},"type":"collection"${entry}}`;
}
