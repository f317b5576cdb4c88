/**
 * How hard English text is to read: the grade of Flesch and Kincaid (1975), 0.39 × words per sentence + 11.8 × syllables per
 * word − 15.59. A grade is a year of school: 4 to 6 are ages 9 to 11. Syllables are counted by the vowels that are heard.
 */

export interface ReadingAge {
  readonly grade: number;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly syllables: number;
  readonly grade: number;
}

/** Words that the rules count wrongly. */
const COUNTED: ReadonlyMap<string, number> = new Map([
  ['something', 2],
  ['someone', 2],
  ['sometimes', 2],
  ['somewhere', 2],
  ['everything', 3],
  ['everyone', 3],
  ['area', 3],
  ['idea', 3],
  ['being', 2],
  ['medicine', 3],
  ['medicines', 3],
  ['diary', 3],
  ['create', 2],
  ['quiet', 2],
  ['science', 2],
  ['people', 2],
]);

/** At least one; a number or a short form in capitals is read as one word of two. */
export function syllablesOf(word: string): number {
  if (/^[\dA-Z]+$/.test(word) && word.length > 1) return 2;
  const lower = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const counted = COUNTED.get(lower);
  if (counted !== undefined) return counted;
  const heard = lower
    // "-ed" and "-es" are heard after some letters only, a last "e" only after a consonant with "l".
    .replace(/(?<=[^aeioutd])ed$/, '')
    .replace(/(?<=[^aeiouscxzhg])es$/, '')
    .replace(/(?<=[^aeioul]|[aeiou]l)e$/, '');
  return Math.max(1, (heard.match(/[aeiouy]+/g) ?? []).length);
}

export function readingAge(texts: readonly string[]): ReadingAge {
  const sentences = texts.flatMap(sentencesOf);
  const words = sum(sentences.map((sentence) => sentence.words.length));
  const syllables = sum(sentences.map((sentence) => sentence.syllables));
  return { grade: words === 0 ? 0 : gradeOf(words, sentences.length, syllables), sentences };
}

function sentencesOf(text: string): readonly Sentence[] {
  // A place stands for one short word.
  const whole = text.replaceAll(/\{\{\w+\}\}/g, 'it').split(/(?<=[.?!:])\s+/);
  return whole.flatMap((sentence) => {
    const words = sentence.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];
    const parts = words.flatMap((word) => word.split('-'));
    if (parts.length === 0) return [];
    const syllables = sum(parts.map(syllablesOf));
    return [{ text: sentence, words: parts, syllables, grade: gradeOf(parts.length, 1, syllables) }];
  });
}

function gradeOf(words: number, sentences: number, syllables: number): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
