/** Which FHIR release and dialect a file of records speaks, told from what only one release has. */
import type { FhirVersion } from '../../record/fhir/types.ts';
import { asObject } from './patient-record.ts';
import type { RecordEntry } from './patient-record.ts';

const ONLY_DSTU2_TYPES: ReadonlySet<string> = new Set([
  'MedicationOrder',
  'DiagnosticOrder',
  'Conformance',
  'DeviceUseRequest',
]);
const ONLY_STU3_TYPES: ReadonlySet<string> = new Set([
  'ProcedureRequest',
  'ReferralRequest',
  'EligibilityRequest',
  'BodySite',
]);
const ONLY_R4_TYPES: ReadonlySet<string> = new Set(['ServiceRequest', 'MedicationKnowledge', 'ImmunizationEvaluation']);

type Clue = (json: Readonly<Record<string, unknown>>) => FhirVersion | undefined;

/** Elements that moved between releases, by type. */
const CLUES: Readonly<Record<string, Clue>> = {
  Condition: (json) => {
    if ('patient' in json) return 'DSTU2';
    if (asObject(json['clinicalStatus']) !== undefined || asObject(json['verificationStatus']) !== undefined)
      return 'R4';
    return typeof json['clinicalStatus'] === 'string' || 'assertedDate' in json || 'context' in json
      ? 'STU3'
      : undefined;
  },
  AllergyIntolerance: (json) => {
    if ('substance' in json) return 'DSTU2';
    if (asObject(json['clinicalStatus']) !== undefined || asObject(json['verificationStatus']) !== undefined)
      return 'R4';
    return 'clinicalStatus' in json || 'assertedDate' in json ? 'STU3' : undefined;
  },
  MedicationStatement: (json) =>
    'taken' in json
      ? 'STU3'
      : 'patient' in json
        ? 'DSTU2'
        : 'medicationCodeableConcept' in json
          ? undefined
          : undefined,
  Encounter: (json) => (asObject(json['class']) !== undefined ? undefined : 'class' in json ? 'DSTU2' : undefined),
  Immunization: (json) =>
    'occurrenceDateTime' in json ? 'R4' : 'notGiven' in json ? 'STU3' : 'wasNotGiven' in json ? 'DSTU2' : undefined,
  Procedure: (json) =>
    'context' in json ? 'STU3' : 'encounter' in json && 'subject' in json && 'category' in json ? undefined : undefined,
  Observation: (json) =>
    'context' in json ? 'STU3' : 'encounter' in json && Array.isArray(json['category']) ? 'R4' : undefined,
};

function clueOf({ type, json }: RecordEntry): FhirVersion | undefined {
  if (type === undefined || json === undefined) return undefined;
  if (ONLY_DSTU2_TYPES.has(type)) return 'DSTU2';
  if (ONLY_STU3_TYPES.has(type)) return 'STU3';
  if (ONLY_R4_TYPES.has(type)) return 'R4';
  const profiles: unknown = asObject(json['meta'])?.['profile'];
  if (Array.isArray(profiles) && profiles.some((one) => typeof one === 'string' && one.includes('/STU3/')))
    return 'STU3';
  return CLUES[type]?.(json);
}

/** R4 where nothing tells. */
export function guessVersion(entries: readonly RecordEntry[]): FhirVersion {
  const votes = new Map<FhirVersion, number>();
  for (const entry of entries) {
    const clue = clueOf(entry);
    if (clue !== undefined) votes.set(clue, (votes.get(clue) ?? 0) + 1);
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? 'R4';
}

/** True for records as GP Connect systems write them. */
export function looksLikeGpConnect(entries: readonly RecordEntry[]): boolean {
  return entries.some(({ text }) => text.includes('https://fhir.nhs.uk/STU3/StructureDefinition/'));
}
