/** What a person adds, asks and looks up, over HTTP with the whole sandbox behind it: pages and the API tell the same. */
import { randomUUID } from 'node:crypto';
import type { Bundle, DetectedIssue } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { formOf } from './item-stage.ts';

const MEDICINE = {
  'text-name': 'Omeprazole 10mg capsules',
  'text-dose': '1 capsule when my stomach burns',
  use: 'as-needed',
  sort: 'over-the-counter',
};

describe('own pages over HTTP', () => {
  let harness: Harness;
  let zofia: Visitor;

  beforeAll(async () => {
    harness = await startHarness();
    zofia = harness.visit('zofia');
    await zofia.linkAll('gp', 'hospital');
  }, 60_000);
  afterAll(() => harness.close());

  const add = (visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, id: string = randomUUID()) =>
    visitor.post(path, { id, replaces: '', ...fields });
  const leadsTo = async (answer: Promise<Response>) => (await answer).headers.get('location');
  const keys = (html: string) => [...html.matchAll(/name="key" value="([^"]+)"/g)].flatMap(([, key]) => key ?? []);

  test('a medicine added on the page is in the API: its source, who says so, completeness, Provenance; and gone when taken back', async () => {
    const id = randomUUID();
    expect(await leadsTo(add(zofia, '/add/medicine', MEDICINE, id))).toBe('/add?told=medicine');
    const { resources, outcomes } = await zofia.everything();
    const subject = { reference: `Patient/${await zofia.subjectId()}` };
    const unified = resources.find(
      (item) => item.resourceType === 'MedicationStatement' && JSON.stringify(item.derivedFrom ?? []).includes(id),
    );
    expect(unified).toMatchObject({ subject });
    expect(JSON.stringify(outcomes)).toContain('own');
    const provenance = resources.filter((item) => item.resourceType === 'Provenance');
    expect(JSON.stringify(provenance)).toContain(`MedicationStatement/own-${id}`);
    const token = await zofia.token();
    const read = await fetch(`${harness.config.fhirBaseUrl}/MedicationStatement/own-${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await read.json()).toMatchObject({
      informationSource: subject,
      subject,
      medicationCodeableConcept: { text: MEDICINE['text-name'] },
      dosage: [{ text: MEDICINE['text-dose'], asNeededBoolean: true }],
    });
    const source = await fetch(
      `${harness.config.fhirBaseUrl}${subject.reference.replace('Patient', '/Patient')}/$everything?view=source`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    expect(JSON.stringify(((await source.json()) as Bundle).entry)).toContain(`MedicationStatement/own-${id}`);
    expect(await leadsTo(zofia.post('/add/take-back', { entry: id }))).toBe('/add?told=taken-back');
    expect(JSON.stringify((await zofia.everything()).resources)).not.toContain(id);
  });

  test('what the list has already is told kindly, with the place, after it was saved', async () => {
    const [same, other] = [randomUUID(), randomUUID()];
    const dose = { ...MEDICINE, 'text-dose': 'One tablet once a day' };
    await add(zofia, '/add/medicine', { ...dose, 'text-name': 'Allopurinol 300mg tablets' }, same);
    const page = await zofia.page('/add?told=medicine');
    expect(page).toContain('The medicine is saved.');
    expect(page).toMatch(/This is in your list already, from: <bdi lang="en-GB">Harbour Lane Surgery<\/bdi>/);
    await add(zofia, '/add/medicine', { ...MEDICINE, 'text-name': 'Invented cough mixture' }, other);
    expect((await zofia.page('/add')).match(/in your list already/g)).toHaveLength(1);
    for (const entry of [same, other]) await zofia.post('/add/take-back', { entry });
    expect(await zofia.page('/add')).not.toContain('in your list already');
  });

  test('each entry is in the access log by its kind, and what it says is not', async () => {
    const lines = await harness.gateway.services.store.listAudit(await zofia.subjectId(), {
      limit: 100,
      actions: ['entry'],
    });
    expect(lines.map(({ notes }) => notes)).toEqual([
      ['withdrawn'],
      ['withdrawn'],
      ['medicine'],
      ['medicine'],
      ['withdrawn'],
      ['medicine'],
    ]);
    expect(JSON.stringify(lines) + harness.logged()).not.toContain('Omeprazole');
  });

  test('a question that was asked stays asked over another reading; marks sent twice count once', async () => {
    const page = await zofia.page('/questions');
    const [key = ''] = keys(page);
    const differences = (await zofia.everything()).resources.filter(
      (item): item is DetectedIssue & { id: string } => item.resourceType === 'DetectedIssue',
    );
    expect(differences.length).toBeGreaterThan(5);
    expect(new Set(keys(page)).size).toBeLessThanOrEqual(differences.length);
    const id = randomUUID();
    for (let time = 0; time < 2; time++) {
      const mark = zofia.post('/questions/mark', { id, key, state: 'asked' });
      expect(await leadsTo(mark)).toBe('/questions?told=asked');
    }
    await zofia.link('gp', { record: zofia.person });
    const held = (await harness.gateway.services.store.listEntries(await zofia.subjectId())).filter(
      ({ content }) => content.kind === 'question',
    );
    expect(held).toHaveLength(1);
    expect(await zofia.page('/questions')).toMatch(/Asked: 1/);
  });

  test.each([
    ['empty', '', 400],
    ['spaces', ' \n ', 400],
    ['too long', 'x'.repeat(2_001), 400],
    ['a control character', 'a\u0007b', 400],
    ['an override of direction', 'a\u202Eb', 400],
    ['markup', '<img src=x onerror=alert(1)>', 303],
    ['several lines', 'One?\r\nTwo?', 303],
    ['another script', 'کیا؟', 303],
  ])('a question of %s', async (_what, text, status) => {
    const answer = await add(zofia, '/questions/write', { 'text-question': text, key: '', entry: '' });
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('\u202E');
    if (status === 400) expect(html).toContain('href="#text-question"');
  });

  test('marks and words for what is nobody’s question are not found, another person’s are neither', async () => {
    const theo = harness.visit('theo');
    await theo.linkAll();
    const store = harness.gateway.services.store;
    const own = (await store.listEntries(await zofia.subjectId())).find(({ content }) => content.kind === 'question');
    for (const entry of [own?.id ?? '', randomUUID()]) {
      const mark = await theo.post('/questions/mark', { id: randomUUID(), entry, state: 'asked' });
      expect(mark.status).toBe(404);
      const words = { 'text-question': 'Mine?', key: '', entry };
      expect((await add(theo, '/questions/write', words)).status).toBe(404);
      expect((await theo.browser.fetch(`${harness.config.publicUrl}/questions/write?entry=${entry}`)).status).toBe(404);
    }
    const state = await zofia.post('/questions/mark', { id: randomUUID(), entry: own?.id ?? '', state: 'sold' });
    expect(state.status).toBe(400);
    expect(await store.listEntries(await theo.subjectId())).toEqual([]);
  });

  test('questions give the reason why two may be the same, and ask otherwise of two sides of the body', async () => {
    const page = await zofia.page('/questions');
    const askedOf = (words: string) =>
      page.split('<li class="question">').find((item) => item.includes(words)) ?? `no question of ${words}`;
    expect(askedOf('Are these the same medicine?')).toMatch(/Why they stand apart: \w/);
    // Rows are short: what the head of the page says is not said again in each of them.
    expect(page).not.toContain('my lists do not agree');
    expect(await zofia.page('/vaccinations')).not.toContain('not recorded');
    const knees = askedOf('Osteoarthritis of right knee');
    expect(knees).toContain('Do I have it on both sides?');
    expect(knees).not.toMatch(/the same|listed twice/);
  });

  test('a difference that is gone leaves its question, as settled, and own words for it as the person’s own', async () => {
    const key = 'MedicationStatement-0000';
    const words = { 'text-question': 'Was that right?', key, entry: '' };
    expect(await leadsTo(add(zofia, '/questions/write', words))).toBe('/questions?told=kept');
    const store = harness.gateway.services.store;
    const subjectId = await zofia.subjectId();
    const content = { kind: 'question', text: 'Long gone?', of: `${key}~x`, state: 'ask' } as const;
    await store.addEntry(subjectId, { id: randomUUID(), content, actorId: subjectId, at: '2026-01-01T00:00:00.000Z' });
    const page = await zofia.page('/questions');
    expect(page).toContain('Was that right?');
    expect(page.slice(page.indexOf('Settled, it seems'))).toContain('Long gone?');
  });

  test('changes: a first visit has nothing to compare with; a source linked since is one line, until it is seen', async () => {
    expect(await zofia.page('/changes')).toContain('You are here for the first time');
    await zofia.signIn();
    expect(await zofia.page('/changes')).toContain('Nothing new was found.');
    await zofia.link('specialist', { record: zofia.person });
    const since = async () => {
      const page = await zofia.page('/changes');
      return page.slice(page.indexOf('New since'), page.indexOf('What changed, and when'));
    };
    for (let time = 0; time < 2; time++) expect(await since()).toContain('was read for the first time');
    // Without what was seen nothing is marked.
    expect(await leadsTo(zofia.post('/changes/seen'))).toBe('/changes');
    expect(await since()).toContain('was read for the first time');
    const { mark = '' } = formOf(await zofia.page('/changes'), '/changes/seen');
    expect(await leadsTo(zofia.post('/changes/seen', { mark }))).toBe('/changes?told=seen');
    expect(await since()).toContain('Nothing new was found.');
    // What was added and taken back by hand stands in the history, as the person's own, and is no news to them.
    await add(zofia, '/add/medicine', { ...MEDICINE, 'text-name': 'Invented <b>syrup</b>' });
    expect(await since()).toContain('Nothing new was found.');
    const dated = await zofia.page('/changes');
    expect(dated.slice(dated.indexOf('What changed, and when'))).toMatch(
      /<h3[^>]*>[^<]*\d{4}<\/h3>[^]*A medicine was added: <bdi[^>]*>Invented &lt;b&gt;syrup&lt;\/b&gt;<\/bdi><\/p>\s*<p[^>]*>You did this yourself\./,
    );
    expect(dated).toContain('An own medicine was taken back: ');
    const history = await zofia.page('/changes?before=nonsense');
    expect(history.slice(history.indexOf('What changed, and when'))).toContain('was read for the first time');
  });

  test('what only the person added is said to be theirs, and in no place', async () => {
    const id = randomUUID();
    await add(zofia, '/add/medicine', { ...MEDICINE, 'text-name': 'Evening primrose oil 500mg capsules' }, id);
    const list = await zofia.page('/medicines');
    const [, path = '', row = ''] =
      /<h3[^>]*><a href="([^"]+)"><bdi[^>]*>Evening primrose(.*?)<details/s.exec(list) ?? [];
    expect(row).toContain('<span class="tag">You added this</span>');
    expect(row).not.toMatch(/Only in one place|Added by hand/);
    const page = await zofia.page(path);
    expect(page).toContain('<span class="tag">You added this</span>');
    const send = (form: string, fields: object) =>
      zofia.post(`${path}/${form}`, { ...formOf(page, `${path}/${form}`), ...fields });
    await send('taking', { how: 'not-taken', 'text-reason': 'It is too big' });
    await send('note', { 'text-note': 'Only in winter' });
    // The history tells each step; before it the page says it once, with what takes it back.
    const [summary = ''] = (await zofia.page(path)).split('id="history"');
    for (const words of [/<strong>Own note: not taken\./g, /It is too big/g, /Only in winter/g])
      expect(summary.match(words)).toHaveLength(1);
    expect(summary.match(/<form[^>]*take-back"><p class="own-words">/g)).toHaveLength(2);
    await zofia.post('/add/take-back', { entry: id });
  });

  test('that a place says there is no allergy stands once, before the list that it is against', async () => {
    const page = await zofia.page('/allergies');
    expect(page.match(/wrote down that no allergies are known/g)).toHaveLength(1);
    expect(page.indexOf('wrote down that no allergies')).toBeLessThan(page.indexOf('<h3'));
    expect(page.match(/Another place lists/g)).toHaveLength(1);
    expect(page).not.toContain('What places say about having none');
  });
});
