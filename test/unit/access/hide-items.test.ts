import { expect, test } from 'vitest';
import { forgetHidden } from '../../../src/access/forget-hidden.ts';
import { hideItems, type DeliveredItem } from '../../../src/access/hide-items.ts';

const BASE = 'https://gp.example/fhir';
const SYSTEM = 'https://labels.example';
const rights = { codes: [], unlabelled: true };
const hiddenMeta = { meta: { security: [{ system: SYSTEM, code: 'R' }] } };

type Json = Record<string, unknown>;
const item = (json: Json, fullUrl?: string) => ({ json, fullUrl });

/** What is left, with what it refers to. */
function seen(...items: DeliveredItem[]): Json[] {
  const result = hideItems(items, { baseUrl: BASE, defaults: [] }, rights);
  return result.seen.map(({ json }) => forgetHidden(json, result.hidden, BASE) as Json);
}
const names = (...items: DeliveredItem[]) =>
  seen(...items).map(({ resourceType, id }) => `${String(resourceType)}/${String(id)}`);

const secret = { resourceType: 'Condition', id: '1', ...hiddenMeta, identifier: [{ system: 'urn:n', value: '77' }] };

test.each([
  ['by a relative reference', { reference: 'Condition/1', display: 'a secret' }],
  ['by the address at the server', { reference: `${BASE}/Condition/1` }],
  ['by a version of it', { reference: 'Condition/1/_history/3' }],
  ['by the full URL of its entry', { reference: 'urn:uuid:1' }],
  ['by its business identifier', { identifier: { system: 'urn:n', value: '77' }, display: 'a secret' }],
])('a record that refers to a hidden one %s forgets it, and its narrative', (_name, reference) => {
  const order = { resourceType: 'MedicationRequest', id: '2', text: { div: 'a secret' }, reasonReference: [reference] };
  const [left] = seen(item(secret, 'urn:uuid:1'), item(order));
  expect(left).toEqual({ resourceType: 'MedicationRequest', id: '2' });
});

test('what refers to none is left as it is, object for object', () => {
  const order = {
    resourceType: 'MedicationRequest',
    id: '2',
    reasonReference: [{ reference: 'Condition/2' }],
    text: {},
  };
  expect(seen(item(secret), item(order))[0]).toBe(order);
});

test('an entry of a List goes as a whole, the others stay', () => {
  const list = {
    resourceType: 'List',
    id: '9',
    entry: [
      { item: { reference: 'Condition/1' }, flag: { text: 'since the test' } },
      { item: { reference: 'Condition/2' } },
    ],
  };
  expect(seen(item(secret), item(list))[0]).toEqual({
    resourceType: 'List',
    id: '9',
    entry: [{ item: { reference: 'Condition/2' } }],
  });
});

test('an address of a hidden file goes, wherever it stands', () => {
  const file = { resourceType: 'Binary', id: '5', ...hiddenMeta };
  const document = {
    resourceType: 'DocumentReference',
    id: '6',
    content: [{ attachment: { url: 'Binary/5', title: 'x' } }],
  };
  expect(seen(item(file), item(document))[0]).toMatchObject({ content: [{ attachment: { title: 'x' } }] });
  expect(JSON.stringify(seen(item(file), item(document)))).not.toContain('Binary/5');
});

test('what only hidden records name goes with them: product, prescriber, file', () => {
  const order = {
    resourceType: 'MedicationRequest',
    id: '1',
    ...hiddenMeta,
    medicationReference: { reference: 'Medication/m' },
    requester: { reference: 'PractitionerRole/r' },
  };
  const product = { resourceType: 'Medication', id: 'm' };
  const role = { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'Practitioner/p' } };
  const doctor = { resourceType: 'Practitioner', id: 'p' };
  const nobody = { resourceType: 'Practitioner', id: 'q' };
  expect(names(item(order), item(product), item(role), item(doctor), item(nobody))).toEqual(['Practitioner/q']);
  const open = { resourceType: 'MedicationRequest', id: '2', requester: { reference: 'Practitioner/p' } };
  expect(names(item(order), item(product), item(role), item(doctor), item(open))).toEqual([
    'Practitioner/p',
    'MedicationRequest/2',
  ]);
});

test('a clinical record that a hidden one names keeps its own label', () => {
  const report = { resourceType: 'DiagnosticReport', id: '1', ...hiddenMeta, result: [{ reference: 'Observation/2' }] };
  expect(names(item(report), item({ resourceType: 'Observation', id: '2' }))).toEqual(['Observation/2']);
});

test('a Provenance of nothing but hidden records goes; of others too, it forgets the hidden ones', () => {
  const about = (...targets: string[]) => ({
    resourceType: 'Provenance',
    id: targets.length.toString(),
    target: targets.map((reference) => ({ reference })),
  });
  expect(names(item(secret), item(about('Condition/1')))).toEqual([]);
  expect(seen(item(secret), item(about('Condition/1', 'Condition/2')))[0]).toMatchObject({
    target: [{ reference: 'Condition/2' }],
  });
});

test('a Binary goes with the record whose rights are its own', () => {
  const file = { resourceType: 'Binary', id: '5', securityContext: { reference: 'Condition/1' } };
  expect(names(item(secret), item(file))).toEqual([]);
});

test('an item of which one version is hidden is hidden', () => {
  expect(names(item(secret), item({ resourceType: 'Condition', id: '1' }))).toEqual([]);
});

test('whose record it is stays, though the Patient is hidden', () => {
  const patient = { resourceType: 'Patient', id: 'me', ...hiddenMeta, identifier: [{ system: 'urn:n', value: '1' }] };
  const condition = {
    resourceType: 'Condition',
    id: '2',
    subject: { reference: 'Patient/me', identifier: { system: 'urn:n', value: '1' } },
  };
  expect(seen(item(patient), item(condition))).toEqual([condition]);
});

test('an identifier that a seen record carries as well is no sign of the hidden one', () => {
  const copy = { resourceType: 'Condition', id: '2', identifier: [{ system: 'urn:n', value: '77' }] };
  const order = {
    resourceType: 'MedicationRequest',
    id: '3',
    reasonReference: [{ identifier: { system: 'urn:n', value: '77' } }],
  };
  expect(seen(item(secret), item(copy), item(order))).toEqual([copy, order]);
});

test('what is no JSON is for those who may see all labels', () => {
  expect(seen({ json: undefined, fullUrl: undefined }, { json: 'text', fullUrl: undefined })).toEqual([]);
});
