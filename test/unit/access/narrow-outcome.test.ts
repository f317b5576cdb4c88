import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import { narrowOutcome } from '../../../src/access/narrow-outcome.ts';
import { ALL_RIGHTS } from '../../../src/access/read-rights.ts';
import { COMPLETENESS_SYSTEM, EXTENSION } from '../../../src/record/fhir/canonical.ts';
import { smallRecord } from '../../fixtures/small-record.ts';

const issue = (code: string, text: string, changes: Partial<OperationOutcomeIssue> = {}): OperationOutcomeIssue => ({
  severity: 'information',
  code: 'informational',
  details: { coding: [{ system: COMPLETENESS_SYSTEM, code }], text },
  ...changes,
});
const outcome = (...issues: OperationOutcomeIssue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: issues,
});
const rightsOn = (whole: readonly string[]) => ({ whole, some: [] });
const nothingElse = () => false;
const narrowed = (types: readonly string[], ...issues: OperationOutcomeIssue[]) =>
  narrowOutcome(outcome(...issues), rightsOn(types), nothingElse, smallRecord.quarantined).issue;

const stale = issue('stale', 'hospital: stale', {
  extension: [{ url: EXTENSION.completeness, extension: [{ url: 'source', valueString: 'hospital' }] }],
});
const refused = issue('partial', 'hospital: Encounter refused');

test('how a source stands is for everyone, its kinds of data too', () => {
  expect(narrowed(['Condition'], stale, refused)).toEqual([stale, refused]);
});

test.each([
  ['as a record', issue('entered-in-error', 'gp: 1 left out', { diagnostics: 'Encounter/hospital-1' })],
  ['as a path', issue('element-not-kept', 'gp: Encounter.length kept in an extension in 3 records')],
  ['as an expression', issue('element-not-kept', 'gp: kept', { expression: ['Encounter.length'] })],
  [
    'in an extension',
    issue('other-subject', 'gp: 1', {
      extension: [{ url: EXTENSION.copyOf, valueReference: { reference: 'Encounter/hospital-1' } }],
    }),
  ],
])('an issue about records of a type that may not be read goes: %s', (_name, named) => {
  expect(narrowed(['Condition'], stale, named)).toEqual([stale]);
  expect(narrowed(['Encounter'], stale, named)).toEqual([stale, named]);
});

test('an issue about records of several types is told again for those that may be known, without the count of all', () => {
  const mixed = issue('entered-in-error', 'gp: 3 left out', { diagnostics: 'Condition/a Encounter/b Encounter/c' });
  const [told] = narrowed(['Condition'], mixed);
  expect(told?.diagnostics).toBe('Condition/a');
  expect(told?.details?.coding?.[0]?.code).toBe('entered-in-error');
  expect(JSON.stringify(told)).not.toMatch(/Encounter|3 left/);
});

test('a list that is cut short may go on with other types', () => {
  const long = issue('entered-in-error', 'gp: 52 left out', { diagnostics: 'Condition/a and 51 more' });
  expect(JSON.stringify(narrowed(['Condition'], long))).not.toMatch(/5[12]/);
});

test('that something was set aside is told by its type; where it is kept, only to those who may open it', () => {
  const setAside = issue('quarantined', 'gp: could not be read', { diagnostics: 'Binary/gp-quarantined' });
  const withoutPlace = issue('quarantined', 'gp: could not be read');
  expect(narrowed(['Condition'], stale, setAside)).toEqual([stale]);
  expect(narrowed(['Binary'], stale, setAside)).toEqual([stale]);
  expect(narrowed(['MedicationRequest'], stale, setAside)).toEqual([stale, withoutPlace]);
  expect(narrowed(['MedicationRequest', 'Binary'], stale, setAside)).toEqual([stale, setAside]);
  const unknown = smallRecord.quarantined.map((item) => ({ ...item, resourceType: undefined }));
  expect(narrowOutcome(outcome(setAside), rightsOn(['Condition', 'Binary']), nothingElse, unknown).issue).toEqual([
    withoutPlace,
  ]);
});

const told = (...values: readonly (readonly [string, string])[]) => ({
  extension: [{ url: EXTENSION.completeness, extension: values.map(([url, valueString]) => ({ url, valueString })) }],
});

test("a source's warning on a List stays for everyone, the List's title for those who may read Lists", () => {
  const facts = told(['source', 'gp'], ['state', 'list-warning'], ['reason', 'confidential-items']);
  const warning = issue('list-warning', 'gp: Sexual health may be incomplete: confidential-items', facts);
  expect(narrowed(['List'], warning)).toEqual([warning]);
  const [shown] = narrowed(['Condition'], warning);
  expect(shown?.details?.text).toBe('gp: a list may be incomplete: confidential-items');
  expect(JSON.stringify(shown)).not.toContain('Sexual');
});

test('that a kind of data was read in part is for everyone, the reason with its numbers for those who may read it', () => {
  const facts = told(['source', 'gp'], ['state', 'Encounter partial'], ['reason', '2 items were left out.']);
  const partial = issue('partial', 'gp: Encounter partial: 2 items were left out.', facts);
  expect(narrowed(['Encounter'], partial)).toEqual([partial]);
  const [shown] = narrowed(['Condition'], partial);
  expect(shown?.details?.text).toBe('gp: Encounter partial');
  expect(JSON.stringify(shown)).not.toContain('2 items');
});

test('how many records of all types are no longer returned is for those who may read all types', () => {
  const missing = issue('no-longer-returned', 'gp: 3 items that were given before are no longer returned');
  expect(narrowed(['Condition'], stale, missing)).toEqual([stale]);
});

test('words that only look like a type stay', () => {
  const words = issue('stale', 'Read 4 Tablets/day and Portal/gp.');
  expect(narrowed(['Condition'], words)).toEqual([words]);
});

test('what has no code stays only where nothing has one', () => {
  const counted: OperationOutcomeIssue = {
    severity: 'information',
    code: 'informational',
    details: { text: 'gp: 7 gone' },
  };
  expect(narrowed(['Condition'], stale, counted)).toEqual([stale]);
  expect(narrowed(['Condition'], counted)).toEqual([counted]);
});

test('an outcome always holds an issue', () => {
  expect(narrowed(['Condition'], issue('entered-in-error', 'x', { diagnostics: 'Encounter/a' }))).toHaveLength(1);
});

test('a right on every type changes nothing', () => {
  expect(narrowOutcome(smallRecord.outcome, ALL_RIGHTS, nothingElse, smallRecord.quarantined)).toBe(
    smallRecord.outcome,
  );
});
