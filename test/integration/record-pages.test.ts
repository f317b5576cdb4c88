/** Conditions, allergies, vaccinations, other things and the timeline over HTTP, for invented people with real sign-ins. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const PAGES = ['/conditions', '/allergies', '/vaccinations', '/other', '/timeline', '/timeline?years=5'];
const MOST_BYTES = 60_000;

describe('the pages of the record', () => {
  let harness: Harness;
  let zofia: Visitor;
  let theo: Visitor;

  beforeAll(async () => {
    harness = await startHarness();
    [zofia, theo] = [harness.visit('zofia'), harness.visit('theo')];
    await zofia.linkAll('gp', 'hospital', 'specialist');
    await theo.linkAll('gp');
  });
  afterAll(() => harness.close());

  const fetchAs = (visitor: Visitor, path: string) => visitor.browser.fetch(`${harness.config.publicUrl}${path}`);
  const linksIn = (html: string, start: string) =>
    [...html.matchAll(/href="([^"#]+)/g)].flatMap(([, href = '']) =>
      href.startsWith(start) ? [href.replaceAll('&amp;', '&')] : [],
    );

  test.each(PAGES)('%s has one heading, says how complete it is, has no inline style and is light', async (path) => {
    const answer = await fetchAs(zofia, path);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('We may not have everything.');
    expect(html).not.toMatch(/ style=|<style/);
    expect(gzipSync(html).length).toBeLessThan(MOST_BYTES);
  });

  test.each(PAGES)('%s without a session asks to sign in', async (path) => {
    expect((await fetch(`${harness.config.publicUrl}${path}`, { redirect: 'manual' })).status).toBe(401);
  });

  test('conditions: sources side by side; "Lives alone" is among the other things', async () => {
    const conditions = await zofia.page('/conditions');
    expect(conditions).toContain('The places differ');
    expect(conditions).not.toContain('Lives alone');
    expect(await zofia.page('/other')).toContain('Lives alone');
  });

  test('medicines: say who tells of each apart from the name of what may be the same, and each value that differs at a glance', async () => {
    const rows = (await zofia.page('/medicines')).split('<li class="thing">').map((row) => {
      const [glance = ''] = row.split('<details');
      return glance.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
    });
    const row = (name: string) => rows.find((text) => text.trim().startsWith(name));
    expect(row('Aspirin 75mg gastro')).toMatch(
      'Aspirin 75mg dispersible tablets Who says so: St Invented’s Hospital portal',
    );
    expect(row('Hydroxocobalamin')).toContain(
      `How it is given:intramuscular – Harbour Lane Surgerysubcutaneous – St Invented’s Hospital portal`,
    );
    expect(row('Amlodipine')).not.toMatch(/same dose/i);
    expect(row('Amlodipine')).toContain(`One tablet once a day – Harbour Lane Surgery`);
  });

  test('every list of a kind, every item in it and the item as it was sent can be opened', async () => {
    const kinds = linksIn(await zofia.page('/other'), '/other/');
    expect(kinds.length).toBeGreaterThan(5);
    for (const kind of kinds) {
      const list = await zofia.page(kind);
      const [item = ''] = linksIn(list, `${kind}/`);
      expect(item).not.toBe('');
      expect((await fetchAs(zofia, item)).status).toBe(200);
      const original = await fetchAs(zofia, `${item}/original`);
      expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z]+\.json"$/);
      expect(original.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await original.json()).toHaveProperty('resourceType');
    }
  });

  test('a vaccination, and a record that is a part of a condition, lead back to a page that is there', async () => {
    const [vaccination = ''] = linksIn(await zofia.page('/vaccinations'), '/other/Immunization/');
    const [encounter = ''] = linksIn(await zofia.page('/other/Encounter'), '/other/Encounter/');
    for (const path of [vaccination, encounter]) {
      const html = await zofia.page(path);
      const back = /class="nhsuk-back-link" href="([^"]+)"/.exec(html)?.[1] ?? '';
      expect((await fetchAs(zofia, back)).status).toBe(200);
      for (const link of linksIn(html, '/other/')) expect((await fetchAs(zofia, link)).status).toBe(200);
    }
  });

  test('a long list comes in pages and can be searched', async () => {
    const first = await zofia.page('/other/Observation');
    const [next = ''] = linksIn(first, '/other/Observation?page=2');
    const second = await zofia.page(next);
    const items = (html: string) => new Set(linksIn(html, '/other/Observation/'));
    expect(items(first).size).toBe(50);
    expect([...items(second)].filter((item) => items(first).has(item))).toEqual([]);
    const found = await zofia.page('/other/Observation?find=%3Cb%3Enothing');
    expect(found).toContain('Nothing fits these words.');
    expect(found).not.toContain('<b>nothing');
  });

  test('somebody else’s item is not found, and nothing is learned', async () => {
    const [item = ''] = linksIn(await zofia.page('/other/Observation'), '/other/Observation/');
    const answers = await Promise.all(
      [
        item,
        `${item}/original`,
        `${item}/file/0`,
        '/other/Observation/none',
        '/other/Nothing',
        '/other/unread/x/original',
      ].map(async (path) => {
        const answer = await fetchAs(theo, path);
        const html = await answer.text();
        // The number of the request is each answer's own.
        const said = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/[\w-]{16,}/g, '');
        return { status: answer.status, said };
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ said }) => said)).size).toBe(1);
  });

  test('the timeline draws each line with a title that says it, and tells the same in tables', async () => {
    const html = await zofia.page('/timeline');
    const pictures = html.match(/<svg[^>]*role="img"/g) ?? [];
    const titles = html.match(/role="img"[^>]*>\s*<title>[^<]{5,}<\/title>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(10);
    expect(titles).toHaveLength(pictures.length);
    expect(html.match(/<table/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toMatch(/Dose from .{1,200} to /);
  });

  test('from the right to the left the years run the other way', async () => {
    const html = async (language: string) => {
      const headers = { 'Accept-Language': language };
      return (await zofia.browser.fetch(`${harness.config.publicUrl}/timeline`, { headers })).text();
    };
    const yearsIn = (text: string) =>
      [...text.matchAll(/x="([\d.]+)%" y="15"[^>]*>(\d{4})/g)]
        .slice(0, 4)
        .map(([, at, year]) => [Number(at), Number(year)]);
    const [english, urdu] = [yearsIn(await html('en')), yearsIn(await html('ur'))];
    expect(english.map(([, year]) => year)).toEqual(urdu.map(([, year]) => year));
    expect((english[0]?.[0] ?? 0) + (urdu[0]?.[0] ?? 0)).toBeCloseTo(100, 1);
  });
});
