/** The invented records are valid FHIR, point only at what is there, and hold as much as their people need. */
import type { Resource } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../../../src/sandbox/people/sandbox-people.ts';
import { faultsOf } from '../../../fixtures/fhir-validation.ts';

const SETS = SANDBOX_PEOPLE.flatMap(({ identity, records }) =>
  (['gp', 'hospital', 'specialist'] as const).map((source) => ({
    name: `${identity.key} at ${source}`,
    source,
    resources: records[source],
  })),
);
const R4_SETS = SETS.filter(({ source }) => source !== 'gp');

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

describe.each(R4_SETS)('$name', ({ resources }) => {
  test('is valid R4', () => {
    const faults = resources.flatMap((resource) =>
      faultsOf(resource as unknown as Resource).map(
        (fault) => `${resource.resourceType}/${resource.id ?? ''} ${fault}`,
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe.each(SETS)('$name', ({ resources }) => {
  test('has no id twice', () => {
    const ids = resources
      .filter(({ id }) => id !== undefined)
      .map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('points only at what is there, but for the child whose order was misfiled', () => {
    const own = resources.map(({ resourceType, id }) => `${resourceType}/${id ?? ''}`);
    const there = new Set(['Patient/e0000001', ...own]);
    const missing = referencesIn(resources).filter((reference) => !reference.startsWith('#') && !there.has(reference));
    expect(missing).toEqual([]);
  });

  test('has ids FHIR allows', () => {
    const bad = resources.filter(({ id }) => id !== undefined && !/^[A-Za-z0-9.-]{1,64}$/.test(id));
    expect(bad).toEqual([]);
  });
});

test('every GP item but a List carries a business identifier that no other item carries', () => {
  const identifiers = SANDBOX_PEOPLE.flatMap(({ records }) =>
    records.gp.flatMap((resource) => {
      const { identifier } = resource as { identifier?: readonly { system: string; value: string }[] };
      return resource.resourceType === 'Patient'
        ? []
        : (identifier ?? []).map(({ system, value }) => `${system}|${value}`);
    }),
  );
  expect(identifiers.length).toBeGreaterThan(100);
  expect(new Set(identifiers).size).toBe(identifiers.length);
});

test('the largest person has about two hundred resources or more and fourteen medicines or more', () => {
  const [zofia] = SANDBOX_PEOPLE;
  const all = Object.values(zofia?.records ?? {}).flat();
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(zofia?.truth.rows.filter(({ kind }) => kind === 'medicine').length).toBeGreaterThanOrEqual(16);
});

test('the four people have four NHS numbers of the test range', () => {
  const numbers = SANDBOX_PEOPLE.flatMap(({ identity, readBy }) => [
    identity.nhsNumber,
    ...(readBy === undefined ? [] : [readBy.identity.nhsNumber]),
  ]);
  expect(new Set(numbers).size).toBe(5);
  for (const number of numbers) expect(number).toMatch(/^999\d{7}$/);
});
