/** Parameters that shape the answer and not what is in it: `_count`, `_summary=count`, `_format`, the page (FHIR R4, 3.1.1.6). */
import { GatewayError } from '../errors.ts';
import type { QueryParameter } from './query.ts';

export interface Paging {
  /** Entries per page; undefined = all in one. */
  readonly count: number | undefined;
  readonly countOnly: boolean;
  /** As in a `next` link. */
  readonly cursor: string | undefined;
}

export const emptyPaging: Paging = { count: undefined, countOnly: false, cursor: undefined };

/** Name under which a `next` link carries its place; opaque to clients. */
export const CURSOR_PARAMETER = '_page';

const MAX_COUNT = 1_000;
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
      // Other summaries are a kindness to slow lines; leaving them out gives more of each record, not more records.
      return value === 'count' ? { ...paging, countOnly: true } : undefined;
    case '_format':
      if (!JSON_FORMATS.has(value.split(';')[0] ?? '')) throw new GatewayError('not-acceptable');
      return paging;
    case CURSOR_PARAMETER:
      return { ...paging, cursor: value };
    default:
      return undefined;
  }
}

function withCount(value: string, paging: Paging): Paging {
  if (!/^\d{1,9}$/.test(value)) throw new GatewayError('bad-request', 'The parameter _count needs a whole number.');
  // R4, 3.1.1.6.5: zero asks for the number alone.
  return value === '0' ? { ...paging, countOnly: true } : { ...paging, count: Math.min(Number(value), MAX_COUNT) };
}
