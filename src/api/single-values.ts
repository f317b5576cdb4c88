/** Parameters of an operation that can be given once (FHIR R4, 3.2.0.2: cardinality of a parameter). */
import { GatewayError } from '../errors.ts';
import type { QueryParameter } from './query.ts';

/** @returns undefined where it is not given. @throws GatewayError `bad-request` for two different values or an empty one. */
export function singleValue(parameters: readonly QueryParameter[], name: string): string | undefined {
  const values = new Set(parameters.filter((parameter) => parameter.name === name).map(({ value }) => value));
  if (values.size > 1) throw new GatewayError('bad-request', `The parameter ${name} can have one value.`);
  const [value] = values;
  if (value === '') throw new GatewayError('bad-request', `The parameter ${name} needs a value.`);
  return value;
}

/** Names that are none of those known, general ones apart; each once. */
export function otherNames(parameters: readonly QueryParameter[], known: readonly string[]): readonly string[] {
  const general = ['_format', '_pretty', ''];
  return [...new Set(parameters.map(({ name }) => name))].filter(
    (name) => !known.includes(name) && !general.includes(name),
  );
}
