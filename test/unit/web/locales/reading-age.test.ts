import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../support/locales/catalogue-texts.ts';
import { readingAge, syllablesOf, type Sentence } from '../../../support/locales/reading-age.ts';

/** Reading ages 9 to 11 are grades 4 to 6; a sentence alone may be a little above what it is read with. */
const HIGHEST_GRADE = 6;
const MOST_WORDS = 25;
const HIGHEST_OF_ONE = 11;
/** Fewer words than these are a label, which the formula says nothing about. */
const FEWEST_WORDS = 6;
const MOST_SYLLABLES = 4;
/** Long, and what people know them by. */
const KNOWN_LONG_WORDS = new Set<string>([]);

const ENGLISH = textsOf('en');
const NAMESPACES = [...new Set(ENGLISH.map(({ namespace }) => namespace))];

function worst(sentences: readonly Sentence[]): readonly string[] {
  const hardest = sentences.toSorted((a, b) => b.grade - a.grade).slice(0, 8);
  return hardest.map(({ grade, text }) => `${grade.toFixed(1)}: ${text}`);
}

describe('the measure', () => {
  test.each([
    ['a', 1],
    ['medicine', 3],
    ['linked', 1],
    ['added', 2],
    ['places', 2],
    ['page', 1],
    ['table', 2],
    ['while', 1],
    ['vaccinations', 4],
    ['allergies', 3],
    ['NHS', 2],
    ['2015', 2],
    ['authorisation', 5],
  ])('%s has %i syllables', (word, syllables) => expect(syllablesOf(word)).toBe(syllables));

  test('tells plain words from hard ones', () => {
    expect(readingAge(['We keep a copy. You can stop at any time.']).grade).toBeLessThan(3);
    const hard = 'Notwithstanding prior authorisation, subsequent dissemination necessitates additional documentation.';
    expect(readingAge([hard]).grade).toBeGreaterThan(15);
  });
});

describe.each(NAMESPACES)('the English of %s', (namespace) => {
  const texts = ENGLISH.filter((item) => item.namespace === namespace).map(({ text }) => text);
  const { sentences } = readingAge(texts);
  const read = sentences.filter(({ words }) => words.length >= FEWEST_WORDS);

  test('is read at ages 9 to 11', () => {
    const { grade } = readingAge(read.map(({ text }) => text));
    expect(grade <= HIGHEST_GRADE ? [] : [`grade ${grade.toFixed(1)}`, ...worst(read)]).toEqual([]);
  });

  test('has no sentence that is long or hard', () => {
    const hard = read.filter(({ words, grade }) => words.length > MOST_WORDS || grade > HIGHEST_OF_ONE);
    expect(worst(hard)).toEqual([]);
  });

  test('has no long word where a short one will do', () => {
    const long = sentences.flatMap(({ words }) => words.filter((word) => syllablesOf(word) > MOST_SYLLABLES));
    expect([...new Set(long.map((word) => word.toLowerCase()))].filter((word) => !KNOWN_LONG_WORDS.has(word))).toEqual(
      [],
    );
  });
});
