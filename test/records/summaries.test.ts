/**
 * Real records reconciled and summarised in both releases: valid by both validators, by the profiles of IPS 1.1.0, and by the
 * rules of 2.0. A seeded sample at every run, all of them in the full one; prints what follows which profile.
 */
import { join } from 'node:path';
import fc from 'fast-check';
import type { Bundle } from 'fhir/r4.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { reconcileFiles } from '../../src/cli/reconcile/reconcile-files.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { createProfileChecker } from '../fixtures/profile-checker/check-profile.ts';
import type { Definitions } from '../fixtures/profile-checker/definitions.ts';
import { entryFaults } from '../fixtures/profile-checker/entry-faults.ts';
import { IPS, ipsDefinitions } from '../fixtures/profile-checker/packages.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';
import { recordsFolder } from '../support/needs.ts';
import { recordFiles } from '../support/record-files.ts';
import { runs } from '../support/runs.ts';
import { summaryOfRecord } from '../support/summarised.ts';

const records = recordsFolder();
const SAMPLE = 40;
const isFull = process.env['PHR_FULL'] === '1';

function chosen(): readonly string[] {
  if (records === undefined) return [];
  const all = recordFiles(records);
  if (isFull) return all;
  const { seed } = runs(1);
  return [
    ...(fc.sample(fc.shuffledSubarray([...all], { minLength: SAMPLE, maxLength: SAMPLE }), { seed, numRuns: 1 })[0] ??
      []),
  ];
}

/** Always followed: a summary that has one of these says all that the profile wants of it. */
const FOLLOWED = new Set([
  'Patient',
  'AllergyIntolerance',
  'Condition',
  'MedicationStatement',
  'Procedure',
  'Immunization',
  'DeviceUseStatement',
  'Medication',
]);
/** The validator wants a choice's value, and takes no reason in its place (FHIR R4, data-absent-reason). */
const FALSE_ALARM = /^Immunization\.occurrence: Missing property/;

describe.skipIf(records === undefined)('summaries of real records', () => {
  let definitions: Definitions;
  const followed = new Map<string, { all: number; none: number }>();
  const unjudged = { bindings: 0, invariants: 0 };

  beforeAll(() => {
    definitions = ipsDefinitions(records ?? '');
  });

  test.each(chosen())('%s', async (name) => {
    const files = [{ name: 'file', path: join(records ?? '', name) }];
    const { record, completeness } = await reconcileFiles({ patientId: 'p', files, view: 'all', withOriginals: false });
    for (const version of ['1.1', '2.0'] as const) {
      const bundle = summaryOfRecord(record, { version, completeness });
      expect(faultsOf(bundle).filter((fault) => !FALSE_ALARM.test(fault))).toEqual([]);
      expect(summaryFaults(bundle, version)).toEqual([]);
      if (version === '1.1') checkProfiles(bundle);
    }
  });

  function checkProfiles(bundle: Bundle): void {
    const checker = createProfileChecker(definitions, bundle);
    expect(checker.check(bundle, `${IPS}Bundle-uv-ips`)).toEqual([]);
    expect(entryFaults(definitions, bundle, FOLLOWED)).toEqual([]);
    for (const { resource } of bundle.entry ?? []) {
      if (resource === undefined) continue;
      const counts = followed.get(resource.resourceType) ?? { all: 0, none: 0 };
      followed.set(resource.resourceType, counts);
      counts.all++;
    }
    for (const fault of new Set(entryFaults(definitions, bundle, OTHERS).map((one) => one.split(':', 1).join('')))) {
      const counts = followed.get(fault.split('/', 1).join(''));
      if (counts !== undefined) counts.none++;
    }
    unjudged.bindings += [...checker.unjudged.bindings.values()].reduce((sum, count) => sum + count, 0);
    unjudged.invariants += [...checker.unjudged.invariants.values()].reduce((sum, count) => sum + count, 0);
  }

  test('the table', () => {
    const lines = [...followed].map(
      ([type, { all, none }]) => `${type.padEnd(22)}${all}${none === 0 ? '' : `, ${none} follow no IPS profile`}`,
    );
    process.stdout.write(
      `${lines.join('\n')}\nnot judged: ${unjudged.bindings} required bindings, ${unjudged.invariants} invariants\n`,
    );
    expect(followed.get('Composition')?.all).toBeGreaterThan(0);
  });
});

const OTHERS = new Set([
  'Observation',
  'DiagnosticReport',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Specimen',
  'Device',
]);
