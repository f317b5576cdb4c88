/** Which unified records are a source's statement that there are none: never an item of the list (law L6). */
import type { AllergyIntolerance, CodeableConcept, Condition, MedicationStatement } from 'fhir/r4.js';
import { findNoneKnown } from '../../terminology/allergen/find-none-known.ts';
import type { IpsVersion } from './ips-version.ts';
import {
  NO_MEDICATIONS_CODES,
  NO_MEDICATIONS_WORDS,
  NO_PROBLEMS_CODES,
  NO_PROBLEMS_WORDS,
  noneKnownCoding,
  type NoneKnown,
} from './tables/none-known.ts';
import { conceptWords } from './words.ts';

const ALLERGY_SCOPES = {
  all: 'allergies',
  drug: 'medication-allergies',
  food: 'food-allergies',
  environment: 'environmental-allergies',
} as const;

export function statedNone(resource: AllergyIntolerance | Condition | MedicationStatement): NoneKnown | undefined {
  switch (resource.resourceType) {
    case 'AllergyIntolerance': {
      const scope = findNoneKnown(resource.code);
      return scope === undefined ? undefined : ALLERGY_SCOPES[scope];
    }
    case 'MedicationStatement': {
      const { medicationCodeableConcept } = resource;
      return says(medicationCodeableConcept, NO_MEDICATIONS_CODES, NO_MEDICATIONS_WORDS) ? 'medications' : undefined;
    }
    case 'Condition':
      return says(resource.code, NO_PROBLEMS_CODES, NO_PROBLEMS_WORDS) ? 'problems' : undefined;
  }
}

function says(concept: CodeableConcept | undefined, codes: ReadonlySet<string>, words: RegExp): boolean {
  const text = conceptWords(concept);
  return (
    concept?.coding?.some(({ code }) => code !== undefined && codes.has(code)) === true ||
    (text !== undefined && words.test(text.slice(0, 200).toLowerCase().trim()))
  );
}

/** The statement with the code that the release of the IPS wants, and the source's own words. */
export function noneKnownConcept(
  what: NoneKnown,
  own: CodeableConcept | undefined,
  version: IpsVersion,
): CodeableConcept {
  const coding = noneKnownCoding(what, version);
  return { coding: [coding], text: conceptWords(own) ?? coding.display ?? '' };
}
