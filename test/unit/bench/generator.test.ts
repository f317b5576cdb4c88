import { expect, test } from 'vitest';
import { inventPeople, inventPerson } from '../../bench/quality/invent-person.ts';
import { CONCEPTS } from '../../bench/quality/concepts.ts';
import { PRODUCTS } from '../../bench/quality/products.ts';
import { createRandom } from '../../bench/quality/random.ts';

const PEOPLE = inventPeople(7, 60);

test('the same seed gives the same bytes, another seed others', () => {
  expect(JSON.stringify(inventPerson(7, 3))).toBe(JSON.stringify(PEOPLE[3]));
  expect(JSON.stringify(inventPerson(8, 3))).not.toBe(JSON.stringify(PEOPLE[3]));
});

test('a person does not depend on how many others are invented', () => {
  expect(inventPeople(7, 5)).toEqual(PEOPLE.slice(0, 5));
});

test('chance stays within its bounds and reaches both ends', () => {
  const random = createRandom(1);
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(2, 5)));
  expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  expect(new Set(random.some([1, 2, 3], 5)).size).toBe(3);
  expect(() => random.pick([])).toThrow(RangeError);
});

test('every labelled record is a delivered resource, and its key is told once', () => {
  for (const person of PEOPLE) {
    const delivered = new Set(
      person.sources.flatMap((source) =>
        source.resources.map(({ json }) => `${source.name}/${(json as { id: string }).id}`),
      ),
    );
    const keys = person.records.map((record) => record.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(delivered).toContain(key);
  }
});

test('labels name things that exist, of the kind they are', () => {
  for (const person of PEOPLE) {
    const kinds = new Map(person.entities.map((entity) => [entity.id, entity.kind]));
    for (const record of person.records) {
      expect(kinds.get(record.entity)).toBe(record.kind);
      for (const entity of record.mayJoin) expect(kinds.get(entity)).toBe(record.kind);
    }
    const told = new Set(person.records.map((record) => record.entity));
    for (const { id } of person.entities) expect(told).toContain(id);
    for (const { entity } of [...person.differences, ...person.neutral]) expect(kinds.has(entity)).toBe(true);
    for (const { entities } of person.relations) {
      expect(entities[0]).not.toBe(entities[1]);
      expect(kinds.get(entities[0])).toBe(kinds.get(entities[1]));
    }
  }
});

test('a difference is expected only where two records can differ, a copy only of something another source has', () => {
  for (const person of PEOPLE) {
    for (const { code, entity } of person.differences) {
      const records = person.records.filter((record) => record.entity === entity);
      if (code !== 'code-text-disagree' && records[0]?.kind !== 'allergy') {
        expect(new Set(records.map((record) => record.source)).size, `${entity} ${code}`).toBeGreaterThan(1);
      }
    }
    for (const copy of person.records.filter((record) => record.copy === 'yes')) {
      expect(person.records.some((other) => other.entity === copy.entity && other.source !== copy.source)).toBe(true);
    }
  }
});

test('a thing with one word that is only scored is only scored', () => {
  for (const person of PEOPLE) {
    const part = new Map(person.entities.map((entity) => [entity.id, entity.part]));
    for (const record of person.records.filter((one) => one.part === 'held-out')) {
      expect(part.get(record.entity)).toBe('held-out');
    }
  }
});

test('both parts hold many products and conditions, and all four dialects are spoken', () => {
  for (const list of [PRODUCTS, CONCEPTS]) {
    const share = list.filter((item) => item.part === 'held-out').length / list.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.55);
  }
  expect(new Set(PEOPLE.flatMap((person) => person.sources.map((source) => source.name)))).toEqual(
    new Set(['gp', 'hospital', 'clinic', 'specialist']),
  );
});

test('the traps are laid', () => {
  const traps = new Set(inventPeople(7, 200).flatMap((person) => person.entities.map((entity) => entity.trap)));
  for (const trap of [
    'two-strengths',
    'other-form-or-release',
    'combination',
    'look-alike',
    'degraded-code',
    'reused-code',
    'unnamed',
    'vague',
    'misspelt',
    'entered-in-error',
    'others',
    'do-not-perform',
    'course',
    'dose-change',
    'code-against-text',
    'side',
    'unsaid-side',
    'unsaid-beside-both',
    'type',
    'general',
    'episode',
    'family-history',
    'negated',
    'refuted',
    'listed-twice',
    'none-known',
  ])
    expect(traps).toContain(trap);
});
