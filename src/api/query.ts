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

/** Alternatives of a value, separated by commas; a backslash takes the next character literally (R4, 3.1.1.4.0.1). */
export function splitEscaped(value: string, separator: ',' | '|'): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    // The escape stays in the part, so that what is split again can still be told apart.
    if (value.charAt(i) === '\\') i++;
    else if (value.charAt(i) === separator) {
      parts.push(value.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, value.slice(start)];
}

export function unescape(value: string): string {
  return value.replace(/\\([\\,|$])/g, '$1');
}
