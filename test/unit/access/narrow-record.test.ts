import { expect, test } from 'vitest';
import { narrowRecord as narrowTo, referenceTo } from '../../../src/access/narrow-record.ts';
import type { ReadableTypes } from '../../../src/access/readable-types.ts';
import type { ReconciledRecord } from '../../../src/record/reconciled-record.ts';
import { everything } from '../../../src/record/views/everything.ts';
import { smallRecord } from '../../fixtures/small-record.ts';

const narrowRecord = (record: ReconciledRecord, types: ReadableTypes) => narrowTo(record, { whole: types, some: [] });
const references = (types: readonly string[]) => [...narrowRecord(smallRecord, types).byReference.keys()].sort();

test('a right on every type changes nothing', () => {
  const readable = narrowRecord(smallRecord, '*');
  expect(readable.view('all')).toEqual(everything(smallRecord, 'all'));
  expect(readable.outcome).toBe(smallRecord.outcome);
});

test('conditions come with what accompanies conditions, and nothing else', () => {
  expect(references(['Condition'])).toEqual([
    'Condition/gp-problem',
    'Condition/hospital-problem',
    'Condition/u-hypertension',
    'Device/gateway',
    'Linkage/l-u-hypertension',
    'Provenance/p-u-hypertension',
  ]);
});

test('statements without orders: the unified record, its Linkage and its Provenance no longer name the order', () => {
  const readable = narrowRecord(smallRecord, ['MedicationStatement']);
  expect(JSON.stringify(readable.view('all'))).not.toContain('gp-order');
  const statement = readable.byReference.get('MedicationStatement/u-amlodipine');
  expect(statement).toMatchObject({ derivedFrom: [{ reference: 'MedicationStatement/hospital-statement' }] });
  // What the order said stays: the medicines list is computed from orders and statements together.
  expect(JSON.stringify(statement)).toContain('"valueCode":"active"');
  expect(readable.byReference.get('Linkage/l-u-amlodipine')).toMatchObject({
    item: [{ type: 'source' }, { resource: { reference: 'MedicationStatement/hospital-statement' } }],
  });
  expect(readable.byReference.get('Provenance/p-u-amlodipine')).toMatchObject({
    entity: [{ what: { reference: 'MedicationStatement/hospital-statement' } }],
  });
});

test('an issue names the unified record in place of a party that may not be read', () => {
  const issue = narrowRecord(smallRecord, ['MedicationStatement']).byReference.get('DetectedIssue/i-status');
  expect(issue).toMatchObject({
    implicated: [
      { reference: 'MedicationStatement/u-amlodipine' },
      { reference: 'MedicationStatement/hospital-statement' },
    ],
  });
});

test('an issue goes where a party can be shown neither itself nor as its unified record', () => {
  expect(references(['MedicationRequest'])).toEqual(['Device/gateway', 'MedicationRequest/gp-order']);
});

test('orders without statements do not point to the unified statement, nor to the prescriber', () => {
  const order = narrowRecord(smallRecord, ['MedicationRequest']).byReference.get('MedicationRequest/gp-order');
  expect(order).not.toHaveProperty('extension');
  expect(JSON.stringify(order)).not.toContain('gp-doctor');
  expect(order).toMatchObject({ requester: { extension: [{ valueCode: 'masked' }] } });
  const both = narrowRecord(smallRecord, ['MedicationRequest', 'Practitioner']);
  expect(both.byReference.get('MedicationRequest/gp-order')).toMatchObject({
    requester: { reference: 'Practitioner/gp-doctor' },
  });
});

test('a Linkage with one item left goes: it would link nothing', () => {
  const only = { ...smallRecord, unified: smallRecord.unified.map((item) => ({ ...item })) };
  const linkage = only.unified[0]?.linkage;
  expect(linkage?.item.length).toBe(3);
  const readable = narrowRecord(
    {
      ...only,
      unified: only.unified.map((item) => ({
        ...item,
        linkage: { ...item.linkage, item: item.linkage.item.slice(0, 2) },
      })),
    },
    ['MedicationStatement'],
  );
  expect(readable.byReference.has('Linkage/l-u-amlodipine')).toBe(false);
  expect(readable.byReference.has('Provenance/p-u-amlodipine')).toBe(true);
});

test('what could not be read is opened only by a right on Binary and on the type it says it is', () => {
  expect(references(['Binary'])).not.toContain('Binary/gp-quarantined');
  expect(references(['MedicationRequest'])).not.toContain('Binary/gp-quarantined');
  expect(references(['Binary', 'MedicationRequest'])).toContain('Binary/gp-quarantined');
  const unknown = {
    ...smallRecord,
    quarantined: smallRecord.quarantined.map((item) => ({ ...item, resourceType: undefined })),
  };
  expect(narrowRecord(unknown, ['Binary', 'MedicationRequest']).byReference.has('Binary/gp-quarantined')).toBe(false);
  expect(narrowRecord(unknown, '*').byReference.has('Binary/gp-quarantined')).toBe(true);
});

test('narrowing leaves the record as it was', () => {
  const before = JSON.stringify(smallRecord);
  for (const types of [['Condition'], ['MedicationStatement'], ['MedicationRequest', 'Binary']])
    narrowRecord(smallRecord, types);
  expect(JSON.stringify(smallRecord)).toBe(before);
});

test('a view keeps its order', () => {
  const all = everything(smallRecord, 'all').map(referenceTo);
  const narrowed = narrowRecord(smallRecord, ['Condition', 'Patient']).view('all').map(referenceTo);
  expect(narrowed).toEqual(all.filter((reference) => narrowed.includes(reference)));
});
