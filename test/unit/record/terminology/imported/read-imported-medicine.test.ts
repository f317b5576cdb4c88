import { describe, expect, test } from 'vitest';
import type { CodedText } from '../../../../../src/record/terminology/coded-text.ts';
import { createMedicineReader } from '../../../../../src/record/terminology/medicine/read-medicine.ts';
import { strengthLine } from '../medicine/reading.ts';
import { importedRelease } from './releases.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const imported = importedRelease({
  medicines: {
    [`${RXNORM}|9900002`]: { names: ['furosemide 40 MG Oral Tablet'], ingredients: ['furosemide'] },
    [`${RXNORM}|9900004`]: { names: ['zelvumab 150 MG/ML Injection'], ingredients: ['zelvumab'] },
    [`${RXNORM}|9900006`]: { names: ['Zelvora 150 MG/ML Injection'], ingredients: ['zelvumab'] },
    [`${RXNORM}|9900010`]: {
      names: ['orvatine 5 MG / zelvumab 10 MG Oral Tablet'],
      ingredients: ['orvatine', 'zelvumab'],
    },
    [`${RXNORM}|9900012`]: { names: ['furosemide 20 MG Oral Tablet'], ingredients: ['ramipril'] },
    [`${RXNORM}|9900021`]: { names: ['furosemide torantine 100 MG Injection'], ingredients: ['furosemide'] },
    [`${RXNORM}|9900020`]: { names: ['Zzz 1 MG Oral Tablet'], ingredients: [] },
  },
  ingredients: { zelvora: 'zelvumab', zelvumab: 'zelvumab' },
});
const reader = createMedicineReader(imported);
const builtIn = createMedicineReader();

const coded = (code: string, display?: string, text?: string): CodedText => ({
  coding: [{ system: RXNORM, code, ...(display === undefined ? {} : { display }) }],
  ...(text === undefined ? {} : { text }),
});

describe('a code without words', () => {
  test('is read by the release: ingredients, form, strength, words and why', () => {
    expect(builtIn.read({ code: coded('9900002') })).toMatchObject({ certainty: 'none', words: '' });
    const reading = reader.read({ code: coded('9900002') });
    expect(reading).toMatchObject({
      words: 'furosemide 40 MG Oral Tablet',
      ingredients: ['furosemide'],
      certainty: 'certain',
      form: 'tablet',
      evidence: [`code ${RXNORM}|9900002 (imported Release 2026-11-02)`],
      disagreement: undefined,
    });
    expect(strengthLine(reading.strengths)).toBe('40mg');
  });

  test('of a substance the vocabulary does not know has the name of the release', () => {
    const reading = reader.read({ code: coded('9900006') });
    expect(reading).toMatchObject({ ingredients: ['zelvumab'], certainty: 'certain', form: 'injection' });
    expect(reader.read({ code: coded('9900010') }).ingredients).toEqual(['orvatine', 'zelvumab']);
  });

  test('that the release has not, or only by a name nobody knows, stays unknown', () => {
    expect(reader.read({ code: coded('404') }).certainty).toBe('none');
    expect(reader.read({ code: coded('9900020') }).certainty).toBe('none');
    expect(reader.read({ code: coded('9900021') }).certainty).toBe('none');
  });

  test('whose name and list of ingredients contradict each other says nothing', () => {
    expect(reader.read({ code: coded('9900012') })).toMatchObject({ certainty: 'none', ingredients: [] });
  });
});

describe('a code with words the vocabulary does not know', () => {
  test('is read by the release, the words are what the person reads', () => {
    for (const code of [coded('9900002', 'Waterhex'), coded('9900002', undefined, 'Waterhex')]) {
      expect(builtIn.read({ code }).certainty).not.toBe('certain');
      expect(reader.read({ code })).toMatchObject({
        words: 'Waterhex',
        ingredients: ['furosemide'],
        certainty: 'certain',
        disagreement: undefined,
      });
    }
  });

  test('that say another amount is not certain, and both sides are told', () => {
    expect(reader.read({ code: coded('9900002', 'Waterhex 20 mg tablets') })).toMatchObject({
      certainty: 'none',
      ingredients: [],
      disagreement: { code: 'furosemide 40 MG Oral Tablet', text: 'Waterhex 20 mg tablets' },
    });
    expect(reader.read({ code: coded('9900002', undefined, 'Waterhex 20 mg tablets') }).ingredients).toEqual([]);
  });
});

describe('a code whose words are known', () => {
  test('is confirmed by the release where both say the same', () => {
    expect(reader.read({ code: coded('9900002', 'Furosemide 40mg tablets') }).evidence).toContain(
      `code ${RXNORM}|9900002 (imported Release 2026-11-02)`,
    );
  });

  test('the text wins where the release says something else, and the disagreement is told', () => {
    expect(reader.read({ code: coded('9900002', undefined, 'Ramipril 5mg capsules') })).toMatchObject({
      ingredients: ['ramipril'],
      certainty: 'certain',
      disagreement: { code: 'furosemide 40 MG Oral Tablet', text: 'Ramipril 5mg capsules' },
    });
    expect(reader.read({ code: coded('9900002', '9900002 [X]', 'Ramipril 5mg capsules') }).disagreement).toEqual({
      code: 'furosemide 40 MG Oral Tablet',
      text: 'Ramipril 5mg capsules',
    });
    expect(reader.read({ code: coded('9900002', 'Ramipril 5mg capsules') })).toMatchObject({
      ingredients: ['ramipril'],
      disagreement: { code: 'furosemide 40 MG Oral Tablet', text: 'Ramipril 5mg capsules' },
    });
    expect(reader.read({ code: coded('9900002', 'Furosemide 20mg tablets') })).toMatchObject({
      ingredients: ['furosemide'],
      disagreement: { code: 'furosemide 40 MG Oral Tablet', text: 'Furosemide 20mg tablets' },
    });
  });

  test('a vague text is made certain where the release names one of what it could be', () => {
    expect(reader.read({ code: coded('9900002', undefined, 'water tablet') })).toMatchObject({
      ingredients: ['furosemide'],
      certainty: 'certain',
    });
  });
});

test('a text that is exactly a name in the release is that substance; anything near it is not', () => {
  expect(reader.read({ code: { text: 'Zelvora' } })).toMatchObject({ ingredients: ['zelvumab'], certainty: 'certain' });
  for (const text of ['Zelvorra', 'Zelvora plus', 'not Zelvora'])
    expect(reader.read({ code: { text } })).toMatchObject({ ingredients: [], certainty: 'none' });
});

test('an empty release changes no reading', () => {
  const empty = createMedicineReader(importedRelease({}));
  const texts = ['Furosemide 40mg tablets', 'water tablet', 'Lasix', 'Waterhex', '', 'Co-codamol 30/500'];
  for (const text of texts)
    for (const display of texts) {
      const words = { code: coded('9900002', display, text) };
      expect(empty.read(words)).toEqual(builtIn.read(words));
    }
});
