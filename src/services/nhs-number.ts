/** Which texts are NHS numbers: ten digits whose last is the check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). */

/** The identifier system the gateway writes (UK Core). */
export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number';

/** Systems under which sources write it: UK Core, its slip with a slash, the DSTU2 address, the OID. */
const SYSTEMS: ReadonlySet<string> = new Set([
  NHS_NUMBER_SYSTEM,
  `${NHS_NUMBER_SYSTEM}/`,
  'http://fhir.nhs.net/Id/nhs-number',
  'https://fhir.nhs.net/Id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
]);

export function isNhsNumberSystem(system: string | undefined): boolean {
  return system !== undefined && SYSTEMS.has(system);
}

/** @returns the ten digits without spaces or hyphens; undefined where the text is no valid NHS number. */
export function parseNhsNumber(text: string): string | undefined {
  if (text.length > 20) return undefined;
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return undefined;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) ? digits : undefined;
}
