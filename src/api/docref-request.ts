/** The parameters of `DocumentReference/$docref` (International Patient Access 1.1.0, OperationDefinition `docref`). */
import { GatewayError } from '../errors.ts';
import { splitEscaped } from '../record/search/escaped.ts';
import { dateSpan } from '../record/search/match-date.ts';
import { parseToken, type Token } from '../record/search/match-token.ts';
import { SearchFault } from '../record/search/search-fault.ts';
import { ipsVersionOf, type IpsVersion } from '../record/views/summary/ips-version.ts';
import type { QueryParameter } from './query.ts';
import { emptyPaging, readPagingParameter, type Paging } from './result-parameters.ts';
import { otherNames, singleValue } from './single-values.ts';

export interface DocrefRequest {
  readonly patientId: string;
  /** Milliseconds since the epoch; `end` is the first one after. Undefined = open. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Any of them; empty = every type. */
  readonly types: readonly Token[];
  readonly onDemandOnly: boolean;
  /** Releases of the summary that were asked for by profile; undefined where no profile was asked for. */
  readonly profiles: readonly IpsVersion[] | undefined;
  readonly paging: Paging;
  readonly applied: readonly (readonly [string, string])[];
  readonly ignored: readonly string[];
}

const KNOWN = ['patient', 'start', 'end', 'type', 'on-demand', 'profile'];

/** @throws GatewayError `bad-request`, `unsupported-parameter`. */
export function parseDocref(parameters: readonly QueryParameter[]): DocrefRequest {
  if (parameters.some(({ modifier }) => modifier !== undefined))
    throw new GatewayError('unsupported-parameter', 'Modifiers are not supported.');
  const patient = singleValue(parameters, 'patient');
  if (patient === undefined) throw new GatewayError('bad-request', 'The parameter patient is needed.');
  const profiles = valuesOf(parameters, 'profile').map(ipsVersionOf);
  let paging = emptyPaging;
  const pagingNames: string[] = [];
  for (const parameter of parameters) {
    const next = readPagingParameter(parameter, paging);
    if (next === undefined) continue;
    paging = next;
    pagingNames.push(parameter.name);
  }
  return {
    patientId: patient.replace(/^Patient\//, ''),
    start: spanOf(parameters, 'start')?.start,
    end: spanOf(parameters, 'end')?.end,
    types: valuesOf(parameters, 'type').flatMap((value) => splitEscaped(value, ',').map(tokenOf)),
    onDemandOnly: onDemand(singleValue(parameters, 'on-demand')),
    profiles: profiles.length === 0 ? undefined : profiles.filter((version) => version !== undefined),
    paging,
    applied: parameters
      .filter(({ name }) => KNOWN.includes(name) || pagingNames.includes(name))
      .map(({ name, value }) => [name, value]),
    ignored: otherNames(parameters, [...KNOWN, ...pagingNames]),
  };
}

function valuesOf(parameters: readonly QueryParameter[], name: string): readonly string[] {
  return parameters.flatMap((parameter) => (parameter.name === name ? parameter.value : []));
}

function tokenOf(text: string): Token {
  try {
    return parseToken(text, 'type');
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    throw new GatewayError('bad-request', error.message, error);
  }
}

function spanOf(parameters: readonly QueryParameter[], name: 'start' | 'end') {
  const value = singleValue(parameters, name);
  if (value === undefined) return undefined;
  const span = dateSpan(value);
  if (span === undefined) throw new GatewayError('bad-request', `The parameter ${name} needs a FHIR date.`);
  return span;
}

function onDemand(value: string | undefined): boolean {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw new GatewayError('bad-request', 'The parameter on-demand can be true or false.');
}
