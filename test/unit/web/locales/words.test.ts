/** Times, lists and the signs between them, in each language as it is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type LanguageCode } from '../../../../src/web/locales/languages.ts';
import { loadCatalogues } from '../../../../src/web/locales/load-catalogues.ts';
import { createAllWords, type Words } from '../../../../src/web/locales/words.ts';

const all = createAllWords(loadCatalogues(), 'Europe/London');

function wordsOf(code: LanguageCode): Words {
  const words = all.get(code);
  if (words === undefined) throw new Error('There is no such language.');
  return words;
}

const EXPECTED: Readonly<Record<LanguageCode, { list: string; either: string; instant: string; day: string }>> = {
  en: { list: 'A, B and C', either: 'A, B or C', instant: '22 November 2026 at 14:05', day: '3 May 2024' },
  cy: { list: 'A, B, C', either: 'A, B neu C', instant: '22 Tachwedd 2026 am 14:05', day: '3 Mai 2024' },
  ur: { list: 'A، B، اور C', either: 'A، B، یا C', instant: '22 نومبر، 2026، 14:05', day: '3 مئی، 2024' },
  pl: { list: 'A, B i C', either: 'A, B lub C', instant: '22 listopada 2026, 14:05', day: '3 maja 2024' },
};

describe.each(LANGUAGES)('in $name', ({ code, direction, signs }) => {
  const words = wordsOf(code);
  const expected = EXPECTED[code];

  test('lists, days and times of day', () => {
    expect(words.list(['A', 'B', 'C'])).toBe(expected.list);
    expect(words.either(['A', 'B', 'C'])).toBe(expected.either);
    expect(words.instant('2026-11-22T14:05:00Z')).toBe(expected.instant);
    expect(words.instant('2026-11-22T00:05:00Z')).toContain('00:05');
    expect(words.day('2024-05-03')).toBe(expected.day);
    expect(words.day('2024')).toBe('2024');
  });

  test('the signs are those of its letters', () => {
    expect(Object.values(signs).join('')).toMatch(direction === 'rtl' ? /^[^,;.]+$/ : /^[,;. ]+$/);
  });

  test('no text has a sign of other letters', () => {
    const catalogue = JSON.stringify(loadCatalogues()[code], (_, value: unknown) =>
      typeof value === 'string'
        ? value.replaceAll(/\{\{\w+\}\}|\p{Script=Latin}[\p{Script=Latin}\d.]*|\d[\d.,]*\d/gu, '')
        : value,
    );
    const texts = [...catalogue.matchAll(/:"([^"]*)"/g)].map(([, text = '']) => text);
    const others = direction === 'rtl' ? /[,;?]|\.$|\. / : /[،؛؟۔]/;
    expect(texts.filter((text) => others.test(text))).toEqual([]);
  });
});

test('no template puts a sign of its own between what it lists', () => {
  const web = fileURLToPath(new URL('../../../../src/web/', import.meta.url));
  const templates = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.njk'));
  const found = templates.flatMap((name) => {
    const text = readFileSync(`${web}${name}`, 'utf8').replaceAll(/\{#[^#]*#\}/g, '');
    return [...text.matchAll(/\{\{ ?'[,;.]|[}%]\}[,;.] ?(?:\{|<\/)/g)].map(([sign]) => `${name}: ${sign}`);
  });
  expect(templates.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});
