import { expect, test } from 'vitest';
import { ipsProfile, ipsVersionOf } from '../../../../../src/record/views/summary/ips-version.ts';

const BUNDLE = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips';
const COMPOSITION = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips';

test.each([
  [BUNDLE, '2.0'],
  [COMPOSITION, '2.0'],
  [`${BUNDLE}|2.0.0`, '2.0'],
  [`${COMPOSITION}|2.0.1`, '2.0'],
  [`${BUNDLE}|2`, '2.0'],
  [`${BUNDLE}|1.1.0`, '1.1'],
  [`${COMPOSITION}|1.1`, '1.1'],
  [`${BUNDLE}|1.0.0`, undefined],
  [`${BUNDLE}|3.0.0`, undefined],
  [`${BUNDLE}|`, undefined],
  ['http://hl7.org/fhir/uv/ips/StructureDefinition/Patient-uv-ips', undefined],
  ['', undefined],
])('%s', (canonical, version) => {
  expect(ipsVersionOf(canonical)).toBe(version);
});

test('what is claimed can be asked for', () => {
  for (const version of ['1.1', '2.0'] as const) expect(ipsVersionOf(ipsProfile('Bundle', version))).toBe(version);
});
