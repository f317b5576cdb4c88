/** The passport as a PDF, read back by another program: nothing of the record is changed, lost or out of order on the way to paper. */
import type { MedicationStatement } from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_PEOPLE } from '../../src/sandbox/people/sandbox-people.ts';
import { fontsNotEmbedded, lacksPoppler, pdfInfo, pdfTags, pdfText, withoutSpaces } from '../support/pdf-text.ts';
import { seededChoice } from '../support/seeded-sample.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const WRITTEN = /<bdi lang="en-GB">([^<]*)<\/bdi>/g;
const FORMATS = ['', 'size=pocket', 'print=large', 'size=pocket&print=large'];

function decoded(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
  return html.replaceAll(/&(amp|lt|gt|quot|#39|#96);/g, (_, name: string) => entities[name] ?? '');
}

describe.skipIf(lacksPoppler())('the passport as a PDF', () => {
  let harness: Harness;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    harness = await startHarness({ settings: { freshForMs: 3_600_000 } });
    for (const { identity } of SANDBOX_PEOPLE) {
      const visitor = harness.visit(identity.key);
      await visitor.linkAll('gp', 'hospital', 'specialist');
      visitors.set(identity.key, visitor);
    }
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  const visitorOf = (person: string): Visitor => {
    const visitor = visitors.get(person);
    if (visitor === undefined) throw new Error(`nobody called ${person}`);
    return visitor;
  };
  const fetchPdf = async (person: string, query: string): Promise<Buffer> => {
    const answer = await visitorOf(person).browser.fetch(`${harness.config.publicUrl}/passport.pdf?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return Buffer.from(await answer.arrayBuffer());
  };
  /** What others wrote, in the order of the page's sheet. */
  const writtenOn = async (person: string, query: string): Promise<readonly string[]> => {
    const html = await visitorOf(person).page(`/passport?${query}`);
    const article = html.slice(html.indexOf('<article'), html.indexOf('</article>'));
    return Array.from(article.matchAll(WRITTEN), ([, text = '']) => decoded(text));
  };

  const people = SANDBOX_PEOPLE.map(({ identity }) => identity.key);

  // All formats of who has most; of the others one each, another with each seed.
  const tried = people.flatMap((person, number) =>
    (person === 'zofia' ? FORMATS : seededChoice(FORMATS, number)).map((format) => [person, format] as const),
  );
  test.each(tried)(
    '%s, %s: every text of a source is there letter by letter, in the order of the page',
    async (person, format) => {
      const written = await writtenOn(person, format);
      expect(written.length).toBeGreaterThan(10);
      const text = withoutSpaces(await pdfText(await fetchPdf(person, format)));
      let from = 0;
      for (const words of written) {
        const at = text.indexOf(withoutSpaces(words), from);
        expect(at, `"${words}" after ${text.slice(Math.max(0, from - 60), from)}`).toBeGreaterThanOrEqual(0);
        from = at + withoutSpaces(words).length;
      }
    },
  );

  test.each(people)(
    '%s: every medicine that counts now is on it, and every dose where the sources differ',
    async (person) => {
      const { resources } = await visitorOf(person).everything();
      const text = withoutSpaces(await pdfText(await fetchPdf(person, '')));
      const statements = resources.filter(
        (resource): resource is MedicationStatement & { id: string } =>
          resource.resourceType === 'MedicationStatement' &&
          resource.status === 'active' &&
          resource.meta?.tag?.some(({ code }) => code === 'unified') === true,
      );
      expect(statements.length).toBeGreaterThan(person === 'zofia' ? 15 : -1);
      for (const { medicationCodeableConcept, dosage, extension = [] } of statements) {
        const name = (medicationCodeableConcept?.text ?? '').replace(/, [a-z ]+ not the same in every source$/, '');
        expect(text).toContain(withoutSpaces(name));
        if (dosage?.[0]?.text?.startsWith('sources differ') !== true) continue;
        const doses = extension.flatMap(({ extension: parts = [] }) =>
          parts.flatMap(({ url, valueDosage }) => (url === 'dosage' ? (valueDosage?.text ?? []) : [])),
        );
        for (const dose of doses) expect(text.toLowerCase()).toContain(withoutSpaces(dose).toLowerCase());
      }
    },
  );

  test('it is tagged, says its language and title, and holds its fonts', async () => {
    for (const language of ['en', ...seededChoice(['cy', 'ur', 'pl'], 0)]) {
      const pdf = await fetchPdf('zofia', `language=${language}`);
      const info = await pdfInfo(pdf);
      expect(info.get('Tagged')).toBe('yes');
      expect(info.get('Title')).toContain('Zofia Bronisława Przykładowska');
      expect(await fontsNotEmbedded(pdf)).toEqual([]);
      const raw = pdf.toString('latin1');
      expect(raw).toContain(`/Lang (${language === 'en' ? 'en-GB' : language})`);
      expect(raw).toContain('/DisplayDocTitle true');
      expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const tags = await pdfTags(pdf);
      const kinds = tags.split('\n').map((line) => line.trim().split(' ')[0]);
      expect(kinds[0]).toBe('Document');
      expect(kinds[1]).toBe('H1');
      expect(kinds.filter((kind) => kind === 'H1')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'H2').length).toBeGreaterThanOrEqual(6);
      for (const kind of ['Sect', 'L', 'LI', 'LBody', 'P', 'Span']) expect(kinds).toContain(kind);
      if (language !== 'en') expect(raw.match(/\/Lang \(en-GB\)/g)?.length).toBeGreaterThan(50);
    }
  });

  test('who has little on the record needs one sheet; who has much gets further ones that say which they are', async () => {
    expect((await pdfInfo(await fetchPdf('theo', ''))).get('Pages')).toBe('1');
    expect((await pdfInfo(await fetchPdf('theo', 'size=pocket'))).get('Pages')).toBe('1');
    const pdf = await fetchPdf('zofia', '');
    const pages = Number((await pdfInfo(pdf)).get('Pages'));
    expect(pages).toBeGreaterThan(1);
    const text = await pdfText(pdf);
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`${page} of ${pages}`);
    expect(text).toContain('Medicines on the lists now (goes on)');
  });

  test('sheets are as large as paper is, upright or across', async () => {
    expect((await pdfInfo(await fetchPdf('theo', ''))).get('Page size')).toContain('595.28 x 841.89');
    expect((await pdfInfo(await fetchPdf('theo', 'size=pocket'))).get('Page size')).toContain('841.89 x 595.28');
  });

  test('what the person leaves out is not on it, and the sheet says so', async () => {
    const text = await pdfText(await fetchPdf('zofia', 'chosen=1&part=allergies'));
    expect(text).toContain('Left out on purpose: Medicines on the lists now');
    expect(text).not.toContain('Furosemide');
    expect(text).not.toContain('1947');
    expect(text).not.toContain('9991047263');
    const chosen = await pdfText(await fetchPdf('zofia', 'chosen=1&part=number'));
    expect(chosen).toContain('999 104 7263');
  });

  test('what cannot be understood in the address is as if not said', async () => {
    const odd = 'size=a5&print=tiny&language=xx&part=all&size=pocket&part=__proto__&chosen=1';
    const text = await pdfText(await fetchPdf('theo', odd));
    expect(text).toContain('Health passport of Theo');
  });

  test('it is in the access log, and nobody who is not signed in gets it', async () => {
    const { store } = harness.gateway.services;
    const subjectId = await visitorOf('theo').subjectId();
    const before = await store.countAudit(subjectId, { actions: ['page'] });
    await fetchPdf('theo', '');
    expect(await store.countAudit(subjectId, { actions: ['page'] })).toBe(before + 1);
    const answer = await fetch(`${harness.config.publicUrl}/passport.pdf`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).not.toContain('pdf');
  });
});
