/** One source among others goes wrong, from the link to the endpoint and the page: the rest stays whole, and it is told. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { EverythingAnswer } from '../../src/demo/read-everything.ts';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { startHarness, type Harness } from './app-harness.ts';

let harness: Harness | undefined;
let folder: string | undefined;

afterEach(async () => {
  await harness?.close();
  if (folder !== undefined) await rm(folder, { recursive: true });
  harness = undefined;
  folder = undefined;
});

const PATIENT = { resourceType: 'Patient', id: 'p', birthDate: '1960-01-02', name: [{ family: 'Secretname' }] };
const subject = { reference: 'Patient/p' };
const GOOD = [PATIENT, { resourceType: 'Condition', id: 'c', subject, code: { text: 'Gout' } }];

/** Two sources of one person; the good one is always the same. */
async function startWith(bad: readonly string[]) {
  folder = await mkdtemp(join(tmpdir(), 'phr-bad-'));
  await mkdir(join(folder, 'somebody'));
  await writeFile(join(folder, 'somebody', 'good.json'), JSON.stringify(GOOD));
  await writeFile(join(folder, 'somebody', 'bad.ndjson'), [JSON.stringify(PATIENT), ...bad].join('\n'));
  harness = await startHarness({ sandbox: { recordsDir: folder } });
  const somebody = harness.visit('somebody');
  await somebody.linkAll('good', 'bad');
  return somebody;
}

const texts = (answer: EverythingAnswer) => JSON.stringify(answer.resources);
const kindOf = (item: R4Resource) => item.meta?.tag?.map((tag) => tag.code) ?? [];

function ofSource(answer: EverythingAnswer, name: string, kind: string) {
  return answer.resources.filter((item) => kindOf(item).includes(name) && kindOf(item).includes(kind));
}

test('items with an unknown type, no id, a bad date, a wrong code or a wrong shape: each is there or set aside, none is lost', async () => {
  const items = [
    { resourceType: 'Condition', id: 'whole', subject, code: { text: 'Asthma' } },
    { resourceType: 'Condition', subject, code: { text: 'Without id' } },
    { resourceType: 'Condition', id: 'date', subject, code: { text: 'Bad date' }, onsetDateTime: '2020-13-45' },
    {
      resourceType: 'Condition',
      id: 'code',
      subject,
      code: { text: 'Wrong code' },
      clinicalStatus: { coding: [{ code: 'actve' }] },
    },
    { resourceType: 'Condition', id: 'shape', subject, code: 'No CodeableConcept', onsetDateTime: 7 },
    {
      resourceType: 'Observation',
      id: 'number',
      subject,
      status: 'final',
      code: { text: 'Weight' },
      valueQuantity: { value: '12,5' },
    },
    { resourceType: 'Thing', id: 'type', subject, text: 'Unknown type' },
    { resourceType: 'constructor', id: 'type2', subject, text: 'Built-in name' },
    { resourceType: 'AllergyIntolerance', id: '__proto__', patient: subject, code: { text: 'Odd id' } },
  ];
  const somebody = await startWith(items.map((item) => JSON.stringify(item)));
  const answer = await somebody.everything();
  const said = texts(answer);
  for (const text of ['Asthma', 'Without id', 'Bad date', 'Wrong code', 'Weight', 'Odd id'])
    expect(said).toContain(text);
  // What is no value of R4 is kept beside it.
  for (const value of ['2020-13-45', 'actve', 'No CodeableConcept', '12,5']) expect(said).toContain(value);
  const kept = ofSource(answer, 'bad', 'source').length + ofSource(answer, 'bad', 'quarantined').length;
  expect(kept).toBe(items.length + 1);
  expect(ofSource(answer, 'good', 'source')).toHaveLength(GOOD.length);
  expect(await somebody.sources()).toMatchObject({ good: { state: 'complete' } });
  expect(await somebody.page('/conditions')).toContain('Gout');
});

test('a page that is broken JSON: the other source whole, this one partial, said on the page; nothing of it in the log', async () => {
  const somebody = await startWith([
    '{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p"},"code":{"text":"Secretword',
    JSON.stringify({ resourceType: 'AllergyIntolerance', id: 'a', patient: subject, code: { text: 'Latex' } }),
  ]);
  const answer = await somebody.everything();
  expect(await somebody.sources()).toMatchObject({
    good: { state: 'complete', resources: GOOD.length },
    bad: { state: 'partial' },
  });
  expect(texts(answer)).toContain('Latex');
  expect(texts(answer)).toContain('Gout');
  expect(await somebody.page('/conditions')).toContain('some of it could not be read');
  expect(harness?.logged()).not.toMatch(/Secret/);
});

test('records of another person among those of this one: not shown, and counted', async () => {
  const other = { reference: 'Patient/somebody-else' };
  const somebody = await startWith([
    JSON.stringify({ resourceType: 'Condition', id: 'mine', subject, code: { text: 'Asthma' } }),
    JSON.stringify({ resourceType: 'Condition', id: 'theirs', subject: other, code: { text: 'Secretillness' } }),
  ]);
  const answer = await somebody.everything();
  expect(texts(answer)).toContain('Asthma');
  expect(texts(answer)).not.toContain('Secretillness');
  expect(await somebody.page('/conditions')).not.toContain('Secretillness');
  const bad = (await somebody.sources())['bad'];
  expect(bad?.state).toBe('partial');
  expect(bad?.reason).toBeTruthy();
});

test('a type that fails with 500: that type is missing and named, everything else is whole', async () => {
  harness = await startHarness({ sandbox: { quirks: { hospital: { failingTypes: ['Condition'] } } } });
  const zofia = harness.visit('zofia');
  await zofia.linkAll('hospital', 'specialist');
  const answer = await zofia.everything();
  const types = new Set(ofSource(answer, 'hospital', 'source').map((item) => item.resourceType));
  expect(types.has('Condition')).toBe(false);
  expect(types.has('MedicationRequest')).toBe(true);
  expect(await zofia.sources()).toMatchObject({ hospital: { state: 'partial' }, specialist: { state: 'complete' } });
  expect(JSON.stringify(answer.outcomes)).toMatch(/hospital: Condition/);
  expect(await zofia.page('/accounts')).toMatch(/1 of \d+ kinds of data are not complete/);
  expect(await zofia.page('/conditions')).toContain('We may not have everything');
});

test('texts of a megabyte, ten thousand contained resources, nesting without end: answered, and in time', async () => {
  const medication = (id: number) => ({
    resourceType: 'Medication',
    id: `m${String(id)}`,
    code: { text: `Drug ${String(id)} 5 mg` },
  });
  const order = { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject };
  const items = [
    {
      ...order,
      id: 'contained',
      medicationReference: { reference: '#m9999' },
      contained: Array.from({ length: 10_000 }, (_, id) => medication(id)),
    },
    {
      ...order,
      id: 'dose',
      medicationCodeableConcept: { text: '1 mg/'.repeat(200_000) },
      dosageInstruction: [{ text: 'one '.repeat(250_000) }],
    },
    { resourceType: 'Condition', id: 'long', subject, code: { text: 'no '.repeat(300_000) } },
    { resourceType: 'AllergyIntolerance', id: 'brackets', patient: subject, code: { text: '('.repeat(1_000_000) } },
  ];
  const deep = `{"resourceType":"Observation","id":"deep","status":"final","subject":{"reference":"Patient/p"},"extension":${'[{"extension":'.repeat(50_000)}[]${'}]'.repeat(50_000)}}`;
  const somebody = await startWith([...items.map((item) => JSON.stringify(item)), deep]);
  const answer = await somebody.everything();
  expect(texts(answer)).toContain('Drug 9999');
  expect(texts(answer)).toContain('Gout');
  expect((await somebody.sources())['good']).toMatchObject({ state: 'complete' });
  expect(await somebody.page('/conditions')).toContain('Gout');
}, 60_000);
