/** Reads a query string or form body into parameters in their order (FHIR R4, "Search"), never nested, never merged. */
import { GatewayError } from '../errors.ts';

export interface QueryParameter {
  readonly name: string;
  /** After the colon of the name; undefined without one. */
  readonly modifier: string | undefined;
  readonly value: string;
}

const MAX_CHARACTERS = 32_768;
const MAX_PARAMETERS = 100;

/** @throws GatewayError `too-large`. */
export function parseQuery(text: string): QueryParameter[] {
  if (text.length > MAX_CHARACTERS) throw new GatewayError('too-large', 'The query is too long.');
  const parameters = [...new URLSearchParams(text)].map(([key, value]) => {
    const colon = key.indexOf(':');
    return colon < 0
      ? { name: key, modifier: undefined, value }
      : { name: key.slice(0, colon), modifier: key.slice(colon + 1), value };
  });
  if (parameters.length > MAX_PARAMETERS) throw new GatewayError('too-large', 'The query has too many parameters.');
  return parameters;
}

/** The query part of a request's URL, without the question mark. */
export function queryOf(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}
