/**
 * How "none known" and "no information" are coded. IPS 1.1.0 has a code system of its own; 2.0 removed it and takes SNOMED CT
 * (IPS 2.0.1, "Empty Sections & Missing Data").
 */
import type { Coding } from 'fhir/r4.js';
import type { IpsVersion } from '../ips-version.ts';

const SNOMED = 'http://snomed.info/sct';
export const ABSENT_UNKNOWN = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips';

export type NoneKnown =
  'allergies' | 'medication-allergies' | 'food-allergies' | 'environmental-allergies' | 'medications' | 'problems';

const SNOMED_CODES: Readonly<Record<NoneKnown, readonly [string, string]>> = {
  allergies: ['716186003', 'No known allergy'],
  'medication-allergies': ['409137002', 'No known drug allergy'],
  'food-allergies': ['429625007', 'No known food allergy'],
  'environmental-allergies': ['428607008', 'No known environmental allergy'],
  medications: ['787481004', 'No known medications'],
  problems: ['160245001', 'No current problems or disability'],
};

export function noneKnownCoding(what: NoneKnown, version: IpsVersion): Coding {
  if (version === '1.1')
    return { system: ABSENT_UNKNOWN, code: `no-known-${what}`, display: `No known ${what.replace('-', ' ')}` };
  const [code, display] = SNOMED_CODES[what];
  return { system: SNOMED, code, display };
}

const NO_INFORMATION = {
  allergies: ['no-allergy-info', 'No information about allergies'],
  medications: ['no-medication-info', 'No information about medications'],
  problems: ['no-problem-info', 'No information about problems'],
} as const;

/** Only IPS 1.1 has these: it lets no required section be without an entry. */
export function noInformationCoding(what: keyof typeof NO_INFORMATION): Coding {
  const [code, display] = NO_INFORMATION[what];
  return { system: ABSENT_UNKNOWN, code, display };
}

/** Codes and words by which a source states that there are none. */
export const NO_MEDICATIONS_CODES: ReadonlySet<string> = new Set(['787481004', 'no-known-medications']);
export const NO_MEDICATIONS_WORDS =
  /^(?:no (?:known |current |regular )?(?:medications?|medicines?|drugs?)|not (?:on|taking) any (?:medications?|medicines?|drugs?))\.?$/;
export const NO_PROBLEMS_CODES: ReadonlySet<string> = new Set(['160245001', 'no-known-problems']);
export const NO_PROBLEMS_WORDS =
  /^no (?:known |current |active )?(?:medical )?(?:problems?|conditions?|diagnoses)(?: or disability)?\.?$/;
