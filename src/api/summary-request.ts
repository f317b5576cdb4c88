/** The parameters of `Patient/$summary` (HL7 FHIR IPS 2.0.1, OperationDefinition `summary`; the names of 1.1.0 too). */
import { GatewayError } from '../errors.ts';
import { ipsVersionOf, type IpsVersion } from '../record/views/summary/ips-version.ts';
import type { FhirRequest } from './fhir-request.ts';
import { otherNames, singleValue } from './single-values.ts';

export interface SummaryRequest {
  readonly version: IpsVersion;
  /** `system|value` or `value`: whom it is about, where the path does not say. */
  readonly identifier: string | undefined;
  readonly ignored: readonly string[];
}

/** @throws GatewayError `bad-request`, `unsupported-parameter` for a profile that cannot be given. */
export function parseSummary({ id, parameters }: FhirRequest): SummaryRequest {
  if (parameters.some(({ modifier }) => modifier !== undefined))
    throw new GatewayError('unsupported-parameter', 'Modifiers are not supported.');
  const profile = singleValue(parameters, 'profile');
  const version = profile === undefined ? '2.0' : ipsVersionOf(profile);
  if (version === undefined) {
    throw new GatewayError(
      'unsupported-parameter',
      'The parameter profile can be the Bundle or Composition profile of the International Patient Summary, version 1.1 or 2.0.',
    );
  }
  // IPS 1.1.0 spells it so.
  const identifier = singleValue(parameters, 'identifier') ?? singleValue(parameters, 'identifer');
  if (id === '' && identifier === undefined)
    throw new GatewayError('bad-request', 'Without an id in the path the parameter identifier is needed.');
  return {
    version,
    identifier: id === '' ? identifier : undefined,
    ignored: otherNames(parameters, ['profile', 'identifier', 'identifer']),
  };
}
