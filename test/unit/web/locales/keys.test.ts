import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../src/web/locales/languages.ts';
import { textsOf } from '../../../support/locales/catalogue-texts.ts';
import { usedKeys } from '../../../support/locales/used-keys.ts';

const ENGLISH = textsOf('en');
const known = new Set(ENGLISH.map(({ base }) => base));
const used = usedKeys([...new Set(ENGLISH.map(({ namespace }) => namespace))]);

describe('the keys of the pages', () => {
  test('there are some, of every kind', () => {
    expect(known.size).toBeGreaterThan(100);
    expect(used.whole.size).toBeGreaterThan(100);
    expect(used.beginnings.size).toBeGreaterThan(5);
    expect(ENGLISH.some(({ plural }) => plural !== undefined)).toBe(true);
  });

  test('every key that a page uses is in the English catalogue', () => {
    const missing = [...used.whole]
      .filter(([key]) => !known.has(key))
      .map(([key, files]) => `${key} (${files.join()})`);
    expect(missing).toEqual([]);
  });

  test('every beginning leads to texts of the English catalogue', () => {
    const missing = [...used.beginnings]
      .filter(([beginning]) => !beginning.endsWith('.') || ![...known].some((key) => key.startsWith(beginning)))
      .map(([beginning, files]) => `${beginning} (${files.join()})`);
    expect(missing).toEqual([]);
  });

  test('every text of the English catalogue is used', () => {
    const beginnings = [...used.beginnings.keys()];
    const unused = [...known].filter(
      (key) => !used.whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test.each(LANGUAGES.map(({ code }) => code))('a key of %s is of English too, and each is there once', (code) => {
    const keys = textsOf(code).map(({ key }) => key);
    expect(
      textsOf(code)
        .filter(({ base }) => !known.has(base))
        .map(({ key }) => key),
    ).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
