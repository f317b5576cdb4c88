/** Releases of the International Patient Summary that a summary can follow, and the profiles that name them. */

export type IpsVersion = '1.1' | '2.0';

const PROFILES = 'http://hl7.org/fhir/uv/ips/StructureDefinition';
const RELEASES: Readonly<Record<IpsVersion, string>> = { '1.1': '1.1.0', '2.0': '2.0.1' };

export function ipsProfile(resource: 'Bundle' | 'Composition', version: IpsVersion): string {
  return `${PROFILES}/${resource}-uv-ips|${RELEASES[version]}`;
}

/**
 * @param canonical of the Bundle or Composition profile, with or without a version: `…/Bundle-uv-ips|1.1.0`.
 * @returns undefined for a profile that cannot be given. Without a version: the newest.
 */
export function ipsVersionOf(canonical: string): IpsVersion | undefined {
  const [url = '', version] = canonical.split('|');
  if (url !== `${PROFILES}/Bundle-uv-ips` && url !== `${PROFILES}/Composition-uv-ips`) return undefined;
  if (version === undefined || /^2(?:\.0(?:\.[0-9]{1,3})?)?$/.test(version)) return '2.0';
  return /^1\.1(?:\.[0-9]{1,3})?$/.test(version) ? '1.1' : undefined;
}
