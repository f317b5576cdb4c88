/** Searching and what is searched agree: a record is found by every value it has, and a subset of a record says nothing new. */
import { describe, expect, test } from 'vitest';
import { subsetOf } from '../../src/api/subset.ts';
import { readSort, sortRecords } from '../../src/api/sort-records.ts';
import { decimalText } from '../../src/record/fhir/json.ts';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { criterionOf, valuesOf } from '../../src/record/search/criterion.ts';
import { isJsonObject } from '../../src/record/fhir/types.ts';
import { textsOf } from '../../src/record/search/match-string.ts';
import { searchParametersOf, type SearchParameter } from '../../src/record/search/search-parameters.ts';
import { everything } from '../../src/record/views/everything.ts';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { reconciledPerson } from '../support/reconciled-person.ts';

const resources = SANDBOX_PEOPLE.flatMap((person) => everything(reconciledPerson(person), 'all'));

const escaped = (text: string) => text.replace(/[\\,|$]/g, '\\$&');

/** As a client would ask for this very value; undefined where it says nothing that can be asked for. */
function asked(value: unknown, { type }: SearchParameter): string | undefined {
  const member = (name: string) => (isJsonObject(value) ? value[name] : undefined);
  switch (type) {
    case 'token': {
      const coding: unknown = Array.isArray(member('coding')) ? (member('coding') as unknown[])[0] : value;
      if (typeof coding === 'string' || typeof coding === 'boolean') return escaped(String(coding));
      if (!isJsonObject(coding)) return undefined;
      const code = coding['code'] ?? coding['value'];
      const system = typeof coding['system'] === 'string' ? `${escaped(coding['system'])}|` : '';
      return typeof code === 'string' ? `${system}${escaped(code)}` : undefined;
    }
    case 'date': {
      const text = member('start') ?? value;
      return typeof text === 'string' ? `${typeof value === 'string' ? '' : 'ge'}${text}` : undefined;
    }
    case 'reference': {
      const text = member('reference') ?? value;
      // What is contained or only named cannot be asked for.
      return typeof text === 'string' && /^(?:[A-Z][A-Za-z]+\/|[a-z]+:)/.test(text) ? escaped(text) : undefined;
    }
    case 'string': {
      const [text] = textsOf(value);
      return text === undefined || text === '' ? undefined : escaped(text);
    }
    case 'uri':
      return typeof value === 'string' ? escaped(value) : undefined;
    case 'number':
    case 'quantity':
      return decimalText(member('value') ?? value);
  }
}

describe('every record of every invented person', () => {
  test('is found by each value it has, and not by its absence', () => {
    let found = 0;
    const misses: string[] = [];
    for (const resource of resources) {
      for (const parameter of searchParametersOf(resource.resourceType)) {
        const values = valuesOf(resource, parameter);
        const missing = criterionOf(parameter, { modifier: 'missing', value: 'true' }, undefined);
        if (values.length > 0 && missing(resource)) misses.push(`${resource.id} ${parameter.name}:missing`);
        for (const value of values) {
          const text = asked(value, parameter);
          if (text === undefined) continue;
          found++;
          const place = `${resource.resourceType}/${resource.id} ${parameter.name}`;
          if (!criterionOf(parameter, { modifier: undefined, value: text }, undefined)(resource)) misses.push(place);
          if (parameter.type !== 'token') continue;
          const other = criterionOf(parameter, { modifier: 'not', value: text }, undefined);
          if (other(resource)) misses.push(`${place}:not`);
        }
      }
    }
    expect(misses).toEqual([]);
    expect(found).toBeGreaterThan(5_000);
  });

  test('comes back once from every order, which is the same from either side', () => {
    const types = new Set(resources.map(({ resourceType }) => resourceType));
    for (const type of types) {
      const some = resources.filter(({ resourceType }) => resourceType === type);
      for (const { name } of searchParametersOf(type)) {
        for (const order of [name, `-${name}`]) {
          const keys = readSort(`${order},_id`, type) ?? [];
          const sorted = sortRecords(some, keys);
          expect(new Set(sorted)).toEqual(new Set(some));
          expect(sortRecords(some.toReversed(), keys).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
        }
      }
    }
  });

  test('has no element in a part that it does not have as a whole', () => {
    for (const resource of resources) {
      for (const kind of ['summary', 'text', 'data'] as const) {
        const { meta: partMeta, ...part } = subsetOf(resource, { kind });
        const { meta, ...whole }: R4Resource = resource;
        expect(whole).toMatchObject(part);
        expect(partMeta?.tag).toEqual([...(meta?.tag ?? []), expect.objectContaining({ code: 'SUBSETTED' })]);
      }
    }
  });
});
