/** A source whose every text is markup, script, templates, controls or turned direction: on every page it is text and nothing else. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/web/locales/languages.ts';
import { crawlPages, type CrawledPage } from '../support/pages/crawl-pages.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const HOSTILE = `"'><x-hostile onload=alert(1)></bdi></title></svg><script>alert(1)</script>{{ 7771*7 }}{% raw %}$t(common:name)\u202E\u2066\u001b[2J\u0085\u0000`;
const subject = { reference: 'Patient/p' };
const text = { text: HOSTILE, coding: [{ system: HOSTILE, code: HOSTILE, display: HOSTILE }] };
const note = [{ text: HOSTILE, authorString: HOSTILE }];
const period = { start: '2021-03-04', end: '2022-01-02' };
const dosageInstruction = [{ text: HOSTILE, patientInstruction: HOSTILE, timing: { code: text }, route: text }];
const identifier = [{ system: HOSTILE, value: HOSTILE }];

const RECORD = [
  {
    resourceType: 'Patient',
    id: 'p',
    name: [{ text: HOSTILE, family: HOSTILE, given: [HOSTILE] }],
    birthDate: '1960-01-02',
    address: [{ text: HOSTILE, line: [HOSTILE] }],
    generalPractitioner: [{ display: HOSTILE }],
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    subject,
    identifier,
    authoredOn: '2023-01-02',
    medicationCodeableConcept: text,
    dosageInstruction,
    note,
    reasonCode: [text],
    requester: { display: HOSTILE },
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm2',
    status: 'stopped',
    intent: 'order',
    subject,
    authoredOn: '2020-01-02',
    medicationCodeableConcept: { text: `Metformin ${HOSTILE}` },
    dosageInstruction,
    statusReason: text,
  },
  {
    resourceType: 'MedicationStatement',
    id: 'm3',
    status: 'active',
    subject,
    effectivePeriod: period,
    medicationCodeableConcept: text,
    dosage: dosageInstruction,
    note,
    informationSource: { display: HOSTILE },
  },
  {
    resourceType: 'Condition',
    id: 'c1',
    subject,
    code: text,
    note,
    severity: text,
    recordedDate: HOSTILE,
    clinicalStatus: { coding: [{ code: HOSTILE }] },
    stage: [{ summary: text }],
    bodySite: [text],
    recorder: { display: HOSTILE },
  },
  { resourceType: 'Condition', id: 'c2', subject, code: { text: HOSTILE }, onsetString: HOSTILE },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a',
    patient: subject,
    code: text,
    reaction: [{ manifestation: [text], description: HOSTILE, severity: HOSTILE }],
    note,
  },
  {
    resourceType: 'Immunization',
    id: 'i',
    status: 'completed',
    patient: subject,
    vaccineCode: text,
    occurrenceString: HOSTILE,
    lotNumber: HOSTILE,
    manufacturer: { display: HOSTILE },
    note,
    protocolApplied: [{ doseNumberString: HOSTILE, targetDisease: [text] }],
  },
  {
    resourceType: 'Observation',
    id: 'o',
    status: 'final',
    subject,
    code: text,
    valueString: HOSTILE,
    note,
    interpretation: [text],
    performer: [{ display: HOSTILE }],
  },
  {
    resourceType: 'DocumentReference',
    id: 'd',
    status: 'current',
    subject,
    description: HOSTILE,
    type: text,
    content: [{ attachment: { title: HOSTILE, url: 'javascript:alert(1)', contentType: HOSTILE } }],
  },
  { resourceType: 'Encounter', id: 'e', status: HOSTILE, class: { code: HOSTILE }, subject, type: [text] },
  { resourceType: HOSTILE, id: 'x' },
];

let folder: string;
let harness: Harness;
let somebody: Visitor;
let pages: readonly CrawledPage[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phr-hostile-'));
  await mkdir(join(folder, 'somebody'));
  for (const source of ['clinic', 'portal'])
    await writeFile(join(folder, 'somebody', `${source}.json`), JSON.stringify(RECORD));
  harness = await startHarness({ sandbox: { recordsDir: folder } });
  somebody = harness.visit('somebody');
  await somebody.linkAll('clinic', 'portal');
  pages = await crawlPages((path) => somebody.browser.fetch(`${harness.config.publicUrl}${path}`), ['/', '/home']);
}, 60_000);
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

/** Element names, and attributes that run or load something, that no page of ours has. */
const FOREIGN =
  /<x-hostile|<script(?! type="module" src="\/assets\/[\w.-]+" nonce="[\w+/=]+"><\/script>)|<[a-z][^<>]*\son\w+=|(?:href|src|action)="(?:javascript|data):|[\u0000\u001b\u0085\u202E\u2066]/i;

test.each(LANGUAGES.map(({ code }) => code))('on every page in %s', async (code) => {
  await somebody.page(`/language/${code}?back=/home`);
  for (const { path } of pages) {
    const html = await somebody.page(path);
    expect(FOREIGN.exec(html)?.[0], path).toBeUndefined();
    expect(html, path).not.toContain('54397');
    // Each element that begins also ends: nothing a source wrote closed one of ours.
    for (const name of ['bdi', 'table', 'tr', 'td', 'ul', 'li', 'details', 'form', 'svg', 'p', 'div'])
      expect([path, name, html.split(new RegExp(`<${name}[\\s>]`)).length]).toEqual([
        path,
        name,
        html.split(`</${name}>`).length,
      ]);
  }
});

test('is shown, not dropped', () => {
  const shown = pages.filter(({ html }) => html.includes('&lt;x-hostile')).map(({ path }) => path);
  expect(shown).toEqual(expect.arrayContaining(['/medicines', '/conditions', '/allergies', '/vaccinations']));
  expect(shown.length).toBeGreaterThan(8);
  expect(pages.some(({ html }) => html.includes('{{ 7771*7 }}'))).toBe(true);
});

test('breaks no page, and nothing of it is in the log', async () => {
  for (const path of [
    '/home',
    '/accounts',
    '/medicines',
    '/conditions',
    '/allergies',
    '/vaccinations',
    '/other',
    '/timeline',
    '/changes',
    '/questions',
    '/passport',
    '/add',
    '/apps',
  ])
    expect([path, pages.find((page) => page.path === path) === undefined]).toEqual([path, false]);
  const pdf = await somebody.browser.fetch(`${harness.config.publicUrl}/passport.pdf`);
  expect(pdf.status).toBe(200);
  expect(harness.logged()).not.toMatch(/x-hostile|alert\(1\)/);
});
