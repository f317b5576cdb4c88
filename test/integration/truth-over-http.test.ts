/** The gateway's own answer, fetched by a client app after real linking, against every row of the truth tables. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { checkTruth, type RowReport } from '../support/check-truth.ts';
import { startHarness, type Harness } from './app-harness.ts';

describe('over the endpoint', () => {
  let harness: Harness;
  const reports = new Map<string, readonly RowReport[]>();
  const invalid: string[] = [];

  beforeAll(async () => {
    harness = await startHarness();
    for (const person of SANDBOX_PEOPLE) {
      const visitor = harness.visit(person.identity.key);
      await visitor.linkAll('gp', 'hospital', 'specialist');
      const { resources, outcomes } = await visitor.everything();
      reports.set(person.identity.key, checkTruth(person.truth, resources));
      invalid.push(...[...resources, ...outcomes].flatMap((resource) => faultsOf(resource)));
    }
  }, 120_000);

  afterAll(() => harness.close());

  const rows = SANDBOX_PEOPLE.flatMap(({ identity, truth }) =>
    truth.rows.map((row) => ({ person: identity.key, row: row.key })),
  );

  test.each(rows)('$person: $row comes out right', ({ person, row }) => {
    const report = reports.get(person)?.find((item) => item.row === row);
    expect(report?.faults, report?.faults.join('; ')).toEqual([]);
  });

  test('every resource of every answer is valid R4, by both validators', () => {
    expect(invalid).toEqual([]);
  });
});
