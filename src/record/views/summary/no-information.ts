/** IPS 1.1 lets no required section be empty: an entry says that there is no information (absent-unknown-uv-ips). */
import type { R4Resource } from '../../fhir/types.ts';
import { noInformationCoding } from './tables/none-known.ts';
import type { SectionKind } from './tables/sections.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem';
const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** @param kind a required section. */
export function noInformationEntry(kind: SectionKind, patientId: string): R4Resource {
  const subject = { reference: `Patient/${patientId}` };
  switch (kind) {
    case 'allergies':
      return {
        resourceType: 'AllergyIntolerance',
        id: 'no-allergy-info',
        clinicalStatus: { coding: [{ system: `${CLINICAL}/allergyintolerance-clinical`, code: 'active' }] },
        code: { coding: [noInformationCoding('allergies')] },
        patient: subject,
      };
    case 'medications':
      return {
        resourceType: 'MedicationStatement',
        id: 'no-medication-info',
        status: 'unknown',
        medicationCodeableConcept: { coding: [noInformationCoding('medications')] },
        subject,
        effectivePeriod: { extension: [{ url: DATA_ABSENT, valueCode: 'not-applicable' }] },
      };
    default:
      return {
        resourceType: 'Condition',
        id: 'no-problem-info',
        clinicalStatus: { coding: [{ system: `${CLINICAL}/condition-clinical`, code: 'active' }] },
        code: { coding: [noInformationCoding('problems')] },
        subject,
      };
  }
}
