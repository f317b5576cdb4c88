/** `_sort` (FHIR R4, 3.1.1.6.1): by search parameters, each up or, with a minus sign, down; what has no value comes last. */
import { decimalText } from '../record/fhir/json.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { valuesOf } from '../record/search/criterion.ts';
import { timeSpan } from '../record/search/match-date.ts';
import { plain, textsOf } from '../record/search/match-string.ts';
import { tokenTexts } from '../record/search/match-token.ts';
import { findSearchParameter, type SearchParameter } from '../record/search/search-parameters.ts';

export interface SortKey {
  readonly parameter: SearchParameter;
  readonly down: boolean;
}

const MAX_KEYS = 10;

/** Undefined where one of them is no parameter of the type, or there are too many. */
export function readSort(value: string, resourceType: string): readonly SortKey[] | undefined {
  const keys = value.split(',').map((name) => {
    const down = name.startsWith('-');
    const parameter = findSearchParameter(resourceType, down ? name.slice(1) : name);
    return parameter === undefined ? undefined : { parameter, down };
  });
  if (keys.length > MAX_KEYS) return undefined;
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

export function sortRecords(resources: readonly R4Resource[], keys: readonly SortKey[]): readonly R4Resource[] {
  if (keys.length === 0) return resources;
  const rows = resources.map((resource) => ({ resource, values: keys.map((key) => sortValue(resource, key)) }));
  rows.sort((a, b) => {
    for (const [index, { down }] of keys.entries()) {
      const order = compare(a.values[index], b.values[index], down);
      if (order !== 0) return order;
    }
    return 0;
  });
  return rows.map(({ resource }) => resource);
}

type SortValue = string | number | undefined;

function compare(a: SortValue, b: SortValue, down: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === down ? 1 : -1;
}

/** Of several values the first one in the order asked for. */
function sortValue(resource: R4Resource, { parameter, down }: SortKey): SortValue {
  const values = valuesOf(resource, parameter).flatMap((value) => comparable(value, parameter, down) ?? []);
  return values.reduce<SortValue>(
    (best, value) => (best === undefined || compare(value, best, down) < 0 ? value : best),
    undefined,
  );
}

function comparable(value: unknown, { type }: SearchParameter, down: boolean): SortValue {
  const member = (name: string) =>
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  switch (type) {
    case 'date': {
      const span = timeSpan(value);
      return down ? span?.end : span?.start;
    }
    case 'number':
    case 'quantity': {
      const text = decimalText(member('value') ?? value);
      return text === undefined ? undefined : Number(text);
    }
    case 'token': {
      const text = tokenTexts(value)[0] ?? member('code') ?? member('value') ?? value;
      return typeof text === 'string' || typeof text === 'boolean' ? plain(String(text)) : undefined;
    }
    case 'reference': {
      const text = member('reference') ?? value;
      return typeof text === 'string' ? text : undefined;
    }
    default: {
      const [text] = textsOf(value);
      return text === undefined ? undefined : plain(text);
    }
  }
}
