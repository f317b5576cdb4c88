import { describe, expect, test } from 'vitest';
import { LANGUAGES, type LanguageCode } from '../../../../src/web/locales/languages.ts';
import { placesOf, textsOf, type CatalogueText } from '../../../support/locales/catalogue-texts.ts';
import { SAME_ON_PURPOSE } from '../../../support/locales/same-on-purpose.ts';

const ENGLISH = textsOf('en');
const CODES = LANGUAGES.map(({ code }) => code);
const TRANSLATED = CODES.filter((code) => code !== 'en');

/** What CLDR says of the language, as the library that chooses the form asks it. */
function pluralsOf(code: LanguageCode): readonly string[] {
  return new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
}

/** The forms of each text. */
function byBase(code: LanguageCode): ReadonlyMap<string, readonly CatalogueText[]> {
  const forms = new Map<string, CatalogueText[]>();
  for (const text of textsOf(code)) forms.set(text.base, [...(forms.get(text.base) ?? []), text]);
  return forms;
}

/** A text that is more than its places. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
}

describe.each(TRANSLATED)('in %s', (code) => {
  const translated = byBase(code);

  test('every text is translated', () => {
    const missing = [...byBase('en').keys()].filter((base) => !translated.has(base));
    expect(missing).toEqual([]);
  });

  test('no text is left in English', () => {
    const english = new Map(ENGLISH.map(({ key, text }) => [key, text]));
    const left = textsOf(code)
      .filter(({ key, base, text }) => english.get(key) === text && isWords(text) && !SAME_ON_PURPOSE[code].has(base))
      .map(({ key, text }) => `${key}: ${text}`);
    expect(left).toEqual([]);
  });

  test('nothing is called the same on purpose that is not', () => {
    const english = new Map(ENGLISH.map(({ base, text }) => [base, text]));
    const wrong = [...SAME_ON_PURPOSE[code]].filter((base) => english.get(base) !== translated.get(base)?.[0]?.text);
    expect(wrong).toEqual([]);
  });

  test('every text has the places of the English one; a form for one number may leave the number out', () => {
    const english = byBase('en');
    const wrong = textsOf(code).filter(({ base, plural, text }) => {
      const wanted = [...new Set(english.get(base)?.flatMap((item) => placesOf(item.text)) ?? [])].toSorted();
      const places = [...new Set(placesOf(text))].toSorted();
      const isOneNumber = plural === 'zero' || plural === 'one' || plural === 'two';
      const allowed = isOneNumber ? wanted.filter((name) => name !== 'count') : wanted;
      return places.join() !== wanted.join() && places.join() !== allowed.join();
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

describe.each(CODES)('in %s', (code) => {
  test('every number has its form, and no other', () => {
    const wrong = [...byBase(code)].filter(([, forms]) => {
      const plurals = forms.flatMap(({ plural }) => (plural === undefined ? [] : [plural])).toSorted();
      const isCounted = byBase('en').get(forms[0]?.base ?? '')?.[0]?.plural !== undefined;
      return plurals.join() !== (isCounted ? pluralsOf(code).join() : '');
    });
    expect(wrong.map(([base]) => base)).toEqual([]);
  });

  test('no text holds markup, a call of the library, or what turns the direction', () => {
    const wrong = textsOf(code).filter(({ text }) =>
      /[<>&"]|\$t\(|[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]|\p{Cc}|^\s|\s$|^$|\s{2}/u.test(text),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('every place is whole', () => {
    const wrong = textsOf(code).filter(({ text }) => /[{}]/.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('every text is in the letters of the language', () => {
    const isArabic = LANGUAGES.find((language) => language.code === code)?.direction === 'rtl';
    const wrong = textsOf(code).filter(({ base, text }) => {
      const own = text.replaceAll(/\{\{\w+\}\}/g, '');
      if (!isWords(text) || (code !== 'en' && SAME_ON_PURPOSE[code].has(base))) return false;
      return /\p{Script=Arabic}/u.test(own) !== isArabic;
    });
    expect(wrong.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });
});
