/** Whether the client takes the one form there is, FHIR R4 as JSON (FHIR R4, 3.1.0.1.11: `_format` comes before Accept). */
import { GatewayError } from '../errors.ts';
import type { QueryParameter } from './query.ts';
import { emptyPaging, readPagingParameter } from './result-parameters.ts';

const TAKES_JSON: ReadonlySet<string> = new Set([
  'application/fhir+json',
  'application/json',
  'text/json',
  'application/*',
  '*/*',
]);

/** @throws GatewayError `not-acceptable`. */
export function negotiate(accept: string | undefined, parameters: readonly QueryParameter[]): void {
  const formats = parameters.filter(({ name }) => name === '_format');
  // Each is checked where it is read.
  for (const format of formats) readPagingParameter(format, emptyPaging);
  if (formats.length > 0 || accept === undefined || accept.trim() === '') return;
  if (!accept.split(',').some(takesJson)) throw new GatewayError('not-acceptable');
}

function takesJson(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  if (!TAKES_JSON.has(type)) return false;
  return parameters.every((parameter) => {
    const [name, value = ''] = parameter.split('=').map((part) => part.trim());
    if (name === 'q') return Number(value) > 0;
    return name !== 'fhirversion' || value === '4.0';
  });
}
