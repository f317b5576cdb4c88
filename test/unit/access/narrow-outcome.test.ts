import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import { narrowOutcome } from '../../../src/access/narrow-outcome.ts';
import { EXTENSION } from '../../../src/record/fhir/canonical.ts';

const issue = (changes: Partial<OperationOutcomeIssue>): OperationOutcomeIssue => ({
  severity: 'information',
  code: 'informational',
  ...changes,
});
const outcome = (...issues: OperationOutcomeIssue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: issues,
});
const stale = issue({
  details: { text: 'hospital: older data is shown.' },
  extension: [{ url: EXTENSION.completeness, extension: [{ url: 'source', valueCode: 'hospital' }] }],
});

test.each([
  ['in words', issue({ diagnostics: 'Encounter/hospital-1 was entered in error.' })],
  ['by expression', issue({ expression: ['Encounter.status'] })],
  ['by expression with an index', issue({ expression: ['Encounter/hospital-1'] })],
  [
    'in an extension',
    issue({ extension: [{ url: EXTENSION.copyOf, valueReference: { reference: 'Encounter/hospital-1' } }] }),
  ],
])('an issue that names a record of a type that may not be read goes: %s', (_name, named) => {
  expect(narrowOutcome(outcome(stale, named), ['Condition']).issue).toEqual([stale]);
  expect(narrowOutcome(outcome(stale, named), ['Encounter']).issue).toEqual([stale, named]);
});

test("a source's warning on a List stays for everyone", () => {
  const warning = issue({ diagnostics: 'List/gp-1: confidential items are left out.' });
  expect(narrowOutcome(outcome(warning), ['Condition']).issue).toEqual([warning]);
});

test('words that only look like a type stay', () => {
  const words = issue({ details: { text: 'Read 4 Tablets/day and Portal/gp.' } });
  expect(narrowOutcome(outcome(words), ['Condition']).issue).toEqual([words]);
});

test('an outcome always holds an issue', () => {
  expect(narrowOutcome(outcome(issue({ expression: ['Encounter'] })), ['Condition']).issue).toHaveLength(1);
});
