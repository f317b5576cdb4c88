/** Business identifiers as keys that may be compared across sources. */
import type { Identifier } from 'fhir/r4.js';

/** The names under which the NHS number goes. */
const NHS_NUMBER_SYSTEMS: ReadonlySet<string> = new Set([
  'https://fhir.nhs.uk/Id/nhs-number',
  'http://fhir.nhs.net/Id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
]);

export function isNhsNumberSystem(system: string): boolean {
  return NHS_NUMBER_SYSTEMS.has(system);
}

/**
 * `system|value`; undefined where either is missing, or where the value cannot identify anybody (an NHS number that fails its
 * check digit). NHS numbers get one system and no spaces.
 */
export function identifierKey(identifier: Pick<Identifier, 'system' | 'value'> | undefined): string | undefined {
  const { system, value } = identifier ?? {};
  if (typeof system !== 'string' || typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  if (system === '' || trimmed === '') return undefined;
  if (!NHS_NUMBER_SYSTEMS.has(system)) return `${system}|${trimmed}`;
  const number = nhsNumber(trimmed);
  return number === undefined ? undefined : `https://fhir.nhs.uk/Id/nhs-number|${number}`;
}

/**
 * The ten digits of a valid NHS number, undefined for anything else: the tenth digit is the check digit (modulus 11, NHS Data
 * Dictionary), and ten equal digits are a placeholder.
 */
export function nhsNumber(text: string): string | undefined {
  const digits = text.replace(/[ -]/g, '');
  if (!/^[0-9]{10}$/.test(digits) || new Set(digits).size === 1) return undefined;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits.charAt(i)) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits.charAt(9)) ? digits : undefined;
}
