/** Parameters that shape the answer and not what is in it (FHIR R4, 3.1.1.6): the page, the parts of each record, the form. */
import { R4_TYPES } from '../access/tables/resource-types.ts';
import { GatewayError } from '../errors.ts';
import type { QueryParameter } from './query.ts';
import type { Subset } from './subset.ts';

export interface Paging {
  /** Entries per page; undefined = all in one. */
  readonly count: number | undefined;
  readonly countOnly: boolean;
  /** As in a `next` link. */
  readonly cursor: string | undefined;
  readonly withTotal: boolean;
  /** Undefined = whole records. */
  readonly subset: Subset | undefined;
}

export const emptyPaging: Paging = {
  count: undefined,
  countOnly: false,
  cursor: undefined,
  withTotal: true,
  subset: undefined,
};

/** Name under which a `next` link carries its place; opaque to clients. */
export const CURSOR_PARAMETER = '_page';

const MAX_COUNT = 1_000;
const MAX_ELEMENTS = 100;
const JSON_FORMATS: ReadonlySet<string> = new Set([
  'json',
  'text/json',
  'application/json',
  'application/fhir+json',
  // A plus sign in a query is a space.
  'application/fhir json',
]);

/**
 * Paging after this parameter; undefined where it is none of these.
 * @throws GatewayError `bad-request`, `not-acceptable`.
 */
export function readPagingParameter({ name, modifier, value }: QueryParameter, paging: Paging): Paging | undefined {
  if (modifier !== undefined) return undefined;
  switch (name) {
    case '_count':
      return withCount(value, paging);
    case '_summary':
      return withSummary(value, paging);
    case '_elements':
      return { ...paging, subset: { kind: 'elements', names: elementNames(value) } };
    case '_total':
      // What is asked for as an estimate is known.
      return { ...paging, withTotal: oneOf(name, value, ['none', 'estimate', 'accurate']) !== 'none' };
    case '_format':
      if (!isJsonFormat(value)) throw new GatewayError('not-acceptable');
      return paging;
    case CURSOR_PARAMETER:
      return { ...paging, cursor: value };
    default:
      return undefined;
  }
}

/** Parameters of a read: there is no page. @returns names of those that take no effect. */
export function readShape(parameters: readonly QueryParameter[]): {
  readonly subset: Subset | undefined;
  readonly ignored: readonly string[];
} {
  let paging = emptyPaging;
  const ignored: string[] = [];
  for (const parameter of parameters) {
    const next = ['_format', '_summary', '_elements'].includes(parameter.name)
      ? readPagingParameter(parameter, paging)
      : undefined;
    if (next === undefined) ignored.push(parameter.name);
    else paging = next;
  }
  if (paging.countOnly) throw new GatewayError('bad-request', 'One record has nothing to count.');
  return { subset: paging.subset, ignored };
}

function withCount(value: string, paging: Paging): Paging {
  if (!/^\d{1,9}$/.test(value)) throw new GatewayError('bad-request', 'The parameter _count needs a whole number.');
  // R4, 3.1.1.6.5: zero asks for the number alone.
  return value === '0' ? { ...paging, countOnly: true } : { ...paging, count: Math.min(Number(value), MAX_COUNT) };
}

function withSummary(value: string, paging: Paging): Paging {
  const kind = oneOf('_summary', value, ['true', 'text', 'data', 'count', 'false']);
  if (kind === 'count') return { ...paging, countOnly: true };
  return { ...paging, subset: kind === 'false' ? undefined : { kind: kind === 'true' ? 'summary' : kind } };
}

/** A type before the name is taken for that of the resource (R4, 3.1.1.6.7). */
function elementNames(value: string): readonly string[] {
  const names = value.split(',').map((name) => {
    const [first = '', second] = name.split('.');
    return second !== undefined && R4_TYPES.has(first) ? second : first;
  });
  if (names.length > MAX_ELEMENTS || !names.every((name) => /^[a-z][A-Za-z0-9]{0,63}$/.test(name))) {
    throw new GatewayError('bad-request', 'The parameter _elements needs names of elements.');
  }
  return names;
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new GatewayError('bad-request', `The parameter ${name} can be ${known.join(', ')}.`);
  return found;
}

function isJsonFormat(value: string): boolean {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase());
  return JSON_FORMATS.has(type) && parameters.every((parameter) => !/^fhirversion=(?!4\.0$)/.test(parameter));
}
