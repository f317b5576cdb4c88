/**
 * What the person added as a source of its own: FHIR R4 in which the patient (or who acts for them) is the one who says so. It is
 * reconciled like any other and changes nothing in what the others say (law L9).
 */
import type { AllergyIntolerance, MedicationStatement, Reference, RelatedPerson } from 'fhir/r4.js';
import { OWN_MEDICINE_SYSTEM } from '../fhir/canonical.ts';
import { stringifyFhirJson } from '../fhir/json.ts';
import type { SourceInput } from '../source-input.ts';
import type { OwnAllergy, OwnMedicine, OwnRecordEntry } from './own-entry.ts';

/** No source of the configuration may have this name. */
export const OWN_SOURCE = 'own';
/** For client apps; the pages have words of their own. */
export const OWN_SOURCE_TITLE = 'Added by hand';
export const OWN_SOURCE_URL = `https://sources.invalid/${OWN_SOURCE}`;

/** As the code system displays them. */
const SORTS: Readonly<Record<OwnMedicine['sort'], string>> = {
  'over-the-counter': 'Over the counter',
  supplement: 'Supplement',
  'home-treatment': 'Home treatment',
  'prescribed-elsewhere': 'Prescribed elsewhere',
};

export type OwnResource = (MedicationStatement | AllergyIntolerance | RelatedPerson) & { readonly id: string };

/** Entries in any order give the same record. @param subjectId the gateway's Patient id. */
export function ownSourceInput(subjectId: string, resources: readonly OwnResource[]): SourceInput {
  return {
    name: OWN_SOURCE,
    baseUrl: OWN_SOURCE_URL,
    fhirVersion: 'R4',
    viewOf: undefined,
    patientId: subjectId,
    resources: resources.map((resource) => ({
      json: resource,
      text: stringifyFhirJson(resource),
      at: `${resource.resourceType}/${resource.id}`,
    })),
    unreadable: [],
  };
}

export function ownResources(subjectId: string, entries: readonly OwnRecordEntry[]): readonly OwnResource[] {
  const actors = new Set(entries.flatMap(({ relatedPersonId }) => relatedPersonId ?? []));
  const patient = { reference: `Patient/${subjectId}` };
  return [
    ...entries.map((entry) => {
      const { content } = entry;
      return content.kind === 'medicine' ? statement(entry, content, patient) : allergy(entry, content, patient);
    }),
    ...[...actors].map((id): OwnResource => ({ resourceType: 'RelatedPerson', id, active: true, patient })),
  ];
}

function statement(
  entry: OwnRecordEntry,
  medicine: OwnMedicine,
  subject: Reference,
): MedicationStatement & { id: string } {
  const { name, dose, what, since, use, sort } = medicine;
  const dosage = {
    ...(dose === undefined ? {} : { text: dose }),
    ...(use === 'as-needed' ? { asNeededBoolean: true } : {}),
  };
  return {
    resourceType: 'MedicationStatement',
    id: entry.id,
    status: 'active',
    category: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/medication-statement-category',
          code: 'patientspecified',
          display: 'Patient Specified',
        },
        { system: OWN_MEDICINE_SYSTEM, code: sort, display: SORTS[sort] },
      ],
    },
    medicationCodeableConcept: { text: name },
    subject,
    ...(since === undefined ? {} : { effectivePeriod: { start: since } }),
    dateAsserted: entry.at,
    informationSource: informant(entry, subject),
    ...(what === undefined ? {} : { reasonCode: [{ text: what }] }),
    ...(Object.keys(dosage).length === 0 ? {} : { dosage: [dosage] }),
  };
}

/** No verification status: the person says so, and nobody here judges that. */
function allergy(entry: OwnRecordEntry, said: OwnAllergy, patient: Reference): AllergyIntolerance & { id: string } {
  const { name, reaction, sort } = said;
  return {
    resourceType: 'AllergyIntolerance',
    id: entry.id,
    clinicalStatus: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
          code: 'active',
          display: 'Active',
        },
      ],
    },
    type: sort,
    code: { text: name },
    patient,
    recordedDate: entry.at,
    asserter: informant(entry, patient),
    ...(reaction === undefined ? {} : { reaction: [{ manifestation: [{ text: reaction }] }] }),
  };
}

function informant({ relatedPersonId }: OwnRecordEntry, patient: Reference): Reference {
  return relatedPersonId === undefined ? patient : { reference: `RelatedPerson/${relatedPersonId}` };
}
