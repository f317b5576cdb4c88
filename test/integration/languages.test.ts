/** Every page there is, for each person of the sandbox, in each language: it answers, every word it needs is there, and none is left in English. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES, type LanguageCode } from '../../src/web/locales/languages.ts';
import { textsOf } from '../support/locales/catalogue-texts.ts';
import { usedKeys } from '../support/locales/used-keys.ts';
import { crawlPages } from '../support/pages/crawl-pages.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';

const PEOPLE = {
  zofia: ['hospital', 'gp', 'specialist'],
  rhiannon: ['hospital', 'gp'],
  milo: ['hospital', 'gp'],
  theo: ['gp'],
} as const;

let harness: Harness;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  harness = await startHarness();
  for (const [person, sources] of Object.entries(PEOPLE)) {
    const visitor = harness.visit(person);
    await visitor.linkAll(...sources);
    visitors.set(person, visitor);
  }
}, 60_000);
afterAll(() => harness.close());

/** Keys whose end is a code: where a code has no words, the key itself would be shown. */
const BEGINNINGS = [...usedKeys([...new Set(textsOf('en').map(({ namespace }) => namespace))]).beginnings.keys()].map(
  (beginning) => beginning.slice(beginning.indexOf(':') + 1),
);
/** Words that no text in the three others has. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(['the', 'and', 'from', 'with', 'has', 'which', 'this']);

/** What is written in the language of the page: without what is marked as being in another. */
function ownTextOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replaceAll(/<(script|style)\b[^>]*>[^<]*<\/\1>/g, ' ')
    .replaceAll(/<([a-z0-9]+)\b[^>]*\slang="[^"]*"[^>]*>[^<]*<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ');
}

function faultsIn(text: string, code: LanguageCode): readonly string[] {
  const words = text.split(/[^\p{L}.:-]+/u);
  const keys = words.filter((word) => BEGINNINGS.some((beginning) => word.startsWith(beginning) && word !== beginning));
  const english = code === 'en' ? [] : words.filter((word) => ENGLISH_WORDS.has(word));
  return [...keys, ...english, ...(text.includes('{{') ? ['{{'] : [])];
}

test.each(Object.keys(PEOPLE))('every page of %s, in each language', async (person) => {
  const { browser } = visitors.get(person) ?? harness.visit(person);
  const language = { code: 'en' as LanguageCode };
  const get = (path: string) =>
    browser.fetch(`${harness.config.publicUrl}${path}`, { headers: { 'accept-language': language.code } });
  const pages = await crawlPages(get, ['/', '/home']);
  expect(pages.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const { path, html } of pages)
    wrong.push(...faultsIn(ownTextOf(html), 'en').map((word) => `en ${path}: ${word}`));
  for (const { code } of LANGUAGES.filter((item) => item.code !== 'en')) {
    language.code = code;
    for (const { path } of pages.filter((page) => !page.path.includes('?'))) {
      const answer = await get(path);
      const html = await answer.text();
      if (answer.status !== 200) wrong.push(`${code} ${path}: ${String(answer.status)}`);
      if (!html.includes(`<html lang="${code}"`)) wrong.push(`${code} ${path}: language`);
      wrong.push(...faultsIn(ownTextOf(html), code).map((word) => `${code} ${path}: ${word}`));
    }
  }
  expect(wrong).toEqual([]);
});
