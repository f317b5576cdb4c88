/** Which search parameters each type has: the one list that searches run on and the CapabilityStatement is made from. */
import {
  CLINICAL_STATUS_ELEMENTS,
  CODE_ELEMENTS,
  IDENTIFIER_ELEMENTS,
  OTHER_SUBJECT_ELEMENTS,
  PATIENT_ELEMENTS,
  REFERENCE_ELEMENTS,
  STATUS_ELEMENTS,
  VACCINE_CODE_ELEMENTS,
} from './tables/search-elements.ts';

export interface SearchParameter {
  readonly name: string;
  readonly type: 'token' | 'reference' | 'date' | 'patient';
  /** Paths of element names joined by dots; several are alternatives. */
  readonly elements: readonly string[];
}

const COMMON: readonly SearchParameter[] = [
  { name: '_id', type: 'token', elements: ['id'] },
  { name: '_lastUpdated', type: 'date', elements: ['meta.lastUpdated'] },
  { name: '_tag', type: 'token', elements: ['meta.tag'] },
];

export function searchParametersOf(resourceType: string): readonly SearchParameter[] {
  const patient = elementsOf(PATIENT_ELEMENTS, resourceType);
  const subject = patient.includes('subject') ? patient : elementsOf(OTHER_SUBJECT_ELEMENTS, resourceType);
  const own: SearchParameter[] = [
    { name: 'patient', type: 'patient', elements: patient },
    { name: 'subject', type: 'patient', elements: subject },
    { name: 'code', type: 'token', elements: elementsOf(CODE_ELEMENTS, resourceType) },
    { name: 'vaccine-code', type: 'token', elements: elementsOf(VACCINE_CODE_ELEMENTS, resourceType) },
    { name: 'status', type: 'token', elements: elementsOf(STATUS_ELEMENTS, resourceType) },
    { name: 'clinical-status', type: 'token', elements: elementsOf(CLINICAL_STATUS_ELEMENTS, resourceType) },
    { name: 'identifier', type: 'token', elements: elementsOf(IDENTIFIER_ELEMENTS, resourceType) },
    ...Object.entries(REFERENCE_ELEMENTS).map(([name, table]): SearchParameter => ({
      name,
      type: 'reference',
      elements: elementsOf(table, resourceType),
    })),
    // Only the items of this type (R4, Linkage.source).
    { name: 'source', type: 'reference', elements: resourceType === 'Linkage' ? ['item:source.resource'] : [] },
  ];
  return [...COMMON, ...own.filter((parameter) => parameter.elements.length > 0)];
}

function elementsOf(table: Readonly<Record<string, string>>, resourceType: string): readonly string[] {
  const row = Object.entries(table).find(([, types]) => types.split(/\s+/).includes(resourceType));
  return row === undefined ? [] : row[0].split(' ');
}
