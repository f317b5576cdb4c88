/**
 * The patient summary of every invented person, fetched by a client app after real linking: valid in both releases, and every
 * row of the truth tables where it belongs. An outage of one source is never "none".
 */
import type { Bundle } from 'fhir/r4.js';
import { afterEach, afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TruthRow } from '../../src/sandbox/people/truth.ts';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { conceptText, conceptOf } from '../../src/record/explain/record-names.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { createProfileChecker } from '../fixtures/profile-checker/check-profile.ts';
import { entryFaults } from '../fixtures/profile-checker/entry-faults.ts';
import { IPS, ipsDefinitions } from '../fixtures/profile-checker/packages.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';
import { recordsFolder } from '../support/needs.ts';
import { emptyReasonOf, entriesOf, wordsOf } from '../support/summarised.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const PROBLEMS = '11450-4';
const PAST_PROBLEMS = '11348-0';
const ALLERGIES = '48765-2';
const MEDICINES = '10160-0';
const OTHER = 'Other things recorded';
const PROFILE = `${IPS}Bundle-uv-ips|1.1.0`;
const records = recordsFolder();

async function summaryOf(harness: Harness, visitor: Visitor, query = ''): Promise<Bundle> {
  const response = await fetch(`${harness.config.fhirBaseUrl}/Patient/${await visitor.subjectId()}/$summary${query}`, {
    headers: { Authorization: `Bearer ${await visitor.token()}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Bundle;
}

describe('summaries over HTTP', () => {
  let harness: Harness;
  const summaries = new Map<string, { readonly current: Bundle; readonly old: Bundle }>();

  beforeAll(async () => {
    harness = await startHarness();
    for (const person of SANDBOX_PEOPLE) {
      const visitor = harness.visit(person.identity.key);
      await visitor.linkAll('gp', 'hospital', 'specialist');
      summaries.set(person.identity.key, {
        current: await summaryOf(harness, visitor),
        old: await summaryOf(harness, visitor, `?profile=${encodeURIComponent(PROFILE)}`),
      });
    }
  }, 120_000);

  afterAll(() => harness.close());

  const people = SANDBOX_PEOPLE.map(({ identity }) => identity.key);
  const summary = (person: string) => {
    const found = summaries.get(person);
    if (found === undefined) throw new Error(`no summary of ${person}`);
    return found;
  };

  test.each(people)('%s: valid by both validators and by the rules of each release', (person) => {
    const { current, old } = summary(person);
    expect([...faultsOf(current), ...summaryFaults(current, '2.0')]).toEqual([]);
    expect([...faultsOf(old), ...summaryFaults(old, '1.1')]).toEqual([]);
  });

  test.skipIf(records === undefined).each(people)('%s: follows the profiles of IPS 1.1.0', (person) => {
    const { old } = summary(person);
    const definitions = ipsDefinitions(records ?? '');
    const types = new Set([
      'Patient',
      'AllergyIntolerance',
      'Condition',
      'MedicationStatement',
      'Immunization',
      'Procedure',
      'Observation',
    ]);
    expect(createProfileChecker(definitions, old).check(old, `${IPS}Bundle-uv-ips`)).toEqual([]);
    expect(entryFaults(definitions, old, types)).toEqual([]);
  });

  const rows = SANDBOX_PEOPLE.flatMap(({ identity, truth }) =>
    truth.rows.map((row) => ({ person: identity.key, key: row.key, row })),
  );

  test.each(rows)('$person: $key stands where it belongs', ({ person, row }) => {
    const { current } = summary(person);
    const section = sectionFor(row);
    const { words } = row.unified;
    expect(wordsOf(current, section).toLowerCase()).toContain(words);
    const isListed = !isPastMedicine(row) && row.unified.status !== 'refuted' && !words.startsWith('no known');
    const listed = entriesOf(current, section).map((entry) => (conceptText(conceptOf(entry)) ?? '').toLowerCase());
    // Of a disputed condition each source's own record stands there, in its own words.
    if (isListed && row.unified.status !== 'disputed') expect(listed.some((name) => name.includes(words))).toBe(true);
    if (row.unified.status === 'refuted') expect(listed.some((name) => name.includes(words))).toBe(false);
  });

  test.each(rows.filter(({ row }) => row.unified.status === 'disputed'))(
    '$person: $key is told as disputed',
    ({ person, row }) => {
      expect(wordsOf(summary(person).current, sectionFor(row))).toMatch(/(?:sources|records) differ: /);
    },
  );

  test('someone whose sources record almost nothing: "none known" only where it is stated', () => {
    const { current, old } = summary('theo');
    expect(entriesOf(current, ALLERGIES)).toMatchObject([{ code: { coding: [{ code: '716186003' }] } }]);
    expect(entriesOf(old, ALLERGIES)).toMatchObject([{ code: { coding: [{ code: 'no-known-allergies' }] } }]);
    expect(emptyReasonOf(current, MEDICINES)).toBe('notasked');
    expect(emptyReasonOf(current, PROBLEMS)).toBe('notasked');
  });
});

function isPastMedicine({ kind, unified }: TruthRow): boolean {
  return kind === 'medicine' && ['completed', 'stopped'].includes(unified.status ?? '');
}

function sectionFor({ kind, unified }: TruthRow): string {
  switch (kind) {
    case 'medicine':
      return MEDICINES;
    case 'allergy':
      return ALLERGIES;
    case 'other':
      return OTHER;
    case 'condition':
      return ['resolved', 'inactive'].includes(unified.status ?? '') ? PAST_PROBLEMS : PROBLEMS;
  }
}

describe('an outage', () => {
  let harness: Harness | undefined;

  afterEach(async () => {
    await harness?.close();
    harness = undefined;
  });

  test('of allergies at one source takes away "no known allergies"', async () => {
    harness = await startHarness({ sandbox: { quirks: { specialist: { failingTypes: ['AllergyIntolerance'] } } } });
    const theo = harness.visit('theo');
    await theo.linkAll('gp', 'hospital', 'specialist');
    const bundle = await summaryOf(harness, theo);
    expect(summaryFaults(bundle, '2.0')).toEqual([]);
    expect(emptyReasonOf(bundle, ALLERGIES)).toBe('unavailable');
    expect(wordsOf(bundle, ALLERGIES)).toContain('No known allergies');
    expect(emptyReasonOf(bundle, PROBLEMS)).toBe('notasked');
  });

  test('of a whole source after it was read keeps what it gave, and says how old it is', async () => {
    harness = await startHarness({ settings: { freshForMs: 0, readDeadlineMs: 20_000 } });
    const zofia = harness.visit('zofia');
    await zofia.linkAll('hospital', 'specialist');
    const before = await summaryOf(harness, zofia);
    await harness.sandbox.sources.find((source) => source.name === 'hospital')?.close();
    const after = await summaryOf(harness, zofia);
    expect(summaryFaults(after, '2.0')).toEqual([]);
    expect(entriesOf(after, MEDICINES)).toHaveLength(entriesOf(before, MEDICINES).length);
    expect(wordsOf(after, MEDICINES)).toContain('could not be read again');
    expect(after.id).not.toBe(before.id);
  });
});
