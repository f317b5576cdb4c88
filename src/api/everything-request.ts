/** The parameters of `Patient/$everything` (FHIR R4) and the gateway's own `view` (design 4). */
import { R4_TYPES } from '../access/tables/resource-types.ts';
import { GatewayError } from '../errors.ts';
import type { View } from '../record/reconciled-record.ts';
import { dateSpan } from '../record/search/match-date.ts';
import type { QueryParameter } from './query.ts';
import { emptyPaging, readPagingParameter, type Paging } from './result-parameters.ts';

export interface EverythingRequest {
  readonly view: View;
  /** Undefined = all. */
  readonly types: readonly string[] | undefined;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly start: number | undefined;
  /** First millisecond after. */
  readonly end: number | undefined;
  readonly paging: Paging;
  readonly applied: readonly (readonly [string, string])[];
  readonly ignored: readonly string[];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** @throws GatewayError `bad-request`, `not-acceptable`. A parameter given twice is refused where it can hold one value. */
export function parseEverything(parameters: readonly QueryParameter[]): EverythingRequest {
  let paging = emptyPaging;
  const applied: [string, string][] = [];
  const ignored = new Set<string>();
  const single = new Map<string, string>();
  const types: string[] = [];
  for (const given of parameters) {
    const { name, value } = given;
    if (name === '') continue;
    const next = readPagingParameter(given, paging);
    if (next !== undefined) paging = next;
    else if (given.modifier !== undefined)
      throw new GatewayError('unsupported-parameter', 'Modifiers are not supported.');
    else if (name === '_type') types.push(...typesOf(value));
    else if (['_since', 'start', 'end', 'view', '_view'].includes(name))
      setOnce(single, name === '_view' ? 'view' : name, value);
    else {
      ignored.add(name);
      continue;
    }
    applied.push([name, value]);
  }
  return {
    view: viewOf(single.get('view')),
    types: types.length === 0 ? undefined : [...new Set(types)],
    since: instantOf(single.get('_since')),
    start: spanOf(single.get('start'), 'start')?.start,
    end: spanOf(single.get('end'), 'end')?.end,
    paging,
    applied,
    ignored: [...ignored],
  };
}

function setOnce(values: Map<string, string>, name: string, value: string): void {
  if (values.has(name) && values.get(name) !== value) {
    throw new GatewayError('bad-request', `The parameter ${name} can have one value.`);
  }
  values.set(name, value);
}

function typesOf(value: string): string[] {
  const types = value.split(',');
  if (!types.every((type) => R4_TYPES.has(type))) {
    throw new GatewayError('bad-request', 'The parameter _type needs names of FHIR R4 resource types.');
  }
  return types;
}

function viewOf(value: string | undefined): View {
  if (value === undefined || value === 'unified' || value === 'source' || value === 'all') return value ?? 'unified';
  throw new GatewayError('bad-request', 'The parameter view can be unified, source or all.');
}

function instantOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const start = INSTANT.test(value) ? dateSpan(value)?.start : undefined;
  if (start === undefined)
    throw new GatewayError('bad-request', 'The parameter _since needs an instant with a time zone.');
  return start;
}

function spanOf(value: string | undefined, name: string): { readonly start: number; readonly end: number } | undefined {
  if (value === undefined) return undefined;
  const span = value.includes('T') ? undefined : dateSpan(value);
  if (span === undefined) throw new GatewayError('bad-request', `The parameter ${name} needs a date.`);
  return span;
}
