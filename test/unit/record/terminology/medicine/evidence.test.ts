import { describe, expect, it } from 'vitest';
import { createMedicineReader } from '../../../../../src/record/terminology/medicine/read-medicine.ts';
import type { MedicineWords } from '../../../../../src/record/terminology/medicine-reading.ts';

const sct = 'http://snomed.info/sct';

function read(text: string | undefined, displays: readonly string[], more: Partial<MedicineWords> = {}) {
  const coding = displays.map((display, index) => ({ system: sct, code: `10000000${index}`, display }));
  return createMedicineReader().read({ code: { coding, ...(text === undefined ? {} : { text }) }, ...more });
}

describe('text and code', () => {
  it('agree as brand and generic, or less and more specific; the display fills what the text leaves out', () => {
    const reading = read('Lasix', ['Furosemide 40mg tablets']);
    expect(reading).toMatchObject({
      ingredients: ['furosemide'],
      brand: 'lasix',
      form: 'tablet',
      disagreement: undefined,
    });
    expect(reading.strengths).toMatchObject([{ value: '40', unit: 'mg' }]);
    expect(reading.evidence).toEqual([
      'brand "lasix"',
      'code http://snomed.info/sct|100000000 (confirmed by "Furosemide 40mg tablets")',
    ]);
    expect(read('Lantus', ['Insulin']).disagreement).toBeUndefined();
  });

  it('disagree on the ingredients: the text is what the person reads', () => {
    const reading = read('Hydralazine 25mg tablets', ['Hydroxyzine 25mg tablets']);
    expect(reading.ingredients).toEqual(['hydralazine']);
    expect(reading.disagreement).toEqual({ code: 'Hydroxyzine 25mg tablets', text: 'Hydralazine 25mg tablets' });
    expect(reading.evidence.join()).not.toContain('code');
  });

  it('disagree where one is a combination of the other', () => {
    expect(read('Co-amoxiclav 500mg/125mg tablets', ['Amoxicillin 500mg capsules']).disagreement).toBeDefined();
  });

  it('disagree on the strength of one product, and agree where it is the same amount', () => {
    expect(read('Furosemide 40mg tablets', ['Furosemide 20mg tablets']).disagreement).toBeDefined();
    expect(
      read('Levothyroxine 100mcg tablets', ['Levothyroxine Sodium 0.1 MG Oral Tablet']).disagreement,
    ).toBeUndefined();
  });

  it('a display confirms a vague or misspelt text, and only what that could be', () => {
    expect(read('water tablet', ['Furosemide 40mg tablets'])).toMatchObject({
      ingredients: ['furosemide'],
      certainty: 'certain',
    });
    expect(read('Amoxicilin 500mg', ['Amoxicillin 500mg capsules']).ingredients).toEqual(['amoxicillin']);
    const other = read('water tablet', ['Metformin 500mg tablets']);
    expect(other.ingredients).toEqual([]);
    expect(other.disagreement).toEqual({ code: 'Metformin 500mg tablets', text: 'water tablet' });
  });

  it('a display says what a text of no meaning leaves out, but not against a name nobody knows', () => {
    expect(read('one tablet daily', ['Furosemide 40mg tablets']).ingredients).toEqual(['furosemide']);
    expect(read(undefined, ['Furosemide 40mg tablets'])).toMatchObject({
      words: 'Furosemide 40mg tablets',
      ingredients: ['furosemide'],
    });
    expect(read('Zyxobrand', ['Furosemide 40mg tablets'])).toMatchObject({
      ingredients: [],
      couldBe: ['furosemide'],
      certainty: 'possible',
    });
  });

  it('does not let a display confirm a line extension', () => {
    expect(read('Nurofen Cold & Flu', ['Ibuprofen 200mg tablets']).ingredients).toEqual([]);
  });

  it('two codes of different medicines and no text are no certain reading', () => {
    const reading = read(undefined, ['Furosemide 40mg tablets', 'Metformin 500mg tablets']);
    expect(reading).toMatchObject({ ingredients: [], certainty: 'possible', couldBe: ['furosemide', 'metformin'] });
    expect(reading.disagreement).toBeDefined();
  });
});

describe('degraded codes and bare codes', () => {
  const degraded = { system: sct, code: '196421000000109', display: 'Transfer-degraded medication entry' };

  it('a degraded code is none: the text alone speaks', () => {
    const reader = createMedicineReader();
    expect(reader.read({ code: { coding: [degraded], text: 'Furosemide 40mg tablets' } })).toMatchObject({
      ingredients: ['furosemide'],
      evidence: ['name "furosemide"'],
    });
    expect(reader.read({ code: { coding: [degraded] } })).toMatchObject({
      words: '',
      ingredients: [],
      certainty: 'none',
    });
  });

  it('a code without words is not understood', () => {
    const coding = [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '310429' }];
    expect(createMedicineReader().read({ code: { coding } })).toMatchObject({
      words: '',
      ingredients: [],
      certainty: 'none',
    });
    expect(createMedicineReader().read({ code: undefined })).toMatchObject({ words: '', certainty: 'none' });
  });
});

describe('Medication.form and Medication.ingredient', () => {
  it('fill what the words leave out', () => {
    const reading = read('Timolol', [], { form: { text: 'Ophthalmic solution' } });
    expect(reading).toMatchObject({ ingredients: ['timolol'], form: 'eye' });
  });

  it('name the medicine where no code does', () => {
    const ingredients = [
      {
        item: { text: 'Amoxicillin' },
        strength: { numerator: { value: 500, unit: 'mg' }, denominator: { value: 1, unit: 'tablet' } },
      },
      { item: { coding: [{ display: 'Clavulanic acid' }] }, strength: { numerator: { value: 125, unit: 'mg' } } },
    ];
    const reading = createMedicineReader().read({ code: undefined, ingredients });
    expect(reading.ingredients).toEqual(['amoxicillin', 'clavulanic acid']);
    expect(reading.strengths.map(({ ingredient, value }) => [ingredient, value])).toEqual([
      ['amoxicillin', '500'],
      ['clavulanic acid', '125'],
    ]);
    expect(reading.words).toBe('Amoxicillin / Clavulanic acid');
  });

  it('do not where one of them is unknown', () => {
    const ingredients = [
      { item: { text: 'Amoxicillin' }, strength: undefined },
      { item: { text: 'Zyxobarine' }, strength: undefined },
    ];
    expect(createMedicineReader().read({ code: undefined, ingredients }).ingredients).toEqual([]);
  });
});

describe('the reader', () => {
  it('gives the same reading for the same words, each reader by itself', () => {
    const reader = createMedicineReader();
    const words = { code: { text: 'Furosemide 40mg tablets' } };
    expect(reader.read(words)).toBe(reader.read({ code: { text: 'Furosemide 40mg tablets' } }));
    expect(createMedicineReader().read(words)).toEqual(reader.read(words));
  });

  it('does not mix up words that only join to the same text', () => {
    const reader = createMedicineReader();
    const one = reader.read({ code: { text: 'Furosemide', coding: [{ display: '' }] } });
    const other = reader.read({ code: { coding: [{ display: 'Furosemide' }] } });
    expect(one.evidence).toEqual(other.evidence);
    expect(reader.read({ code: { text: 'A' }, form: { text: 'tablet' } }).form).toBe('tablet');
    expect(reader.read({ code: { text: 'A' }, form: { text: 'capsule' } }).form).toBe('capsule');
  });

  it('costs a few microseconds for words it has read before', () => {
    const reader = createMedicineReader();
    const words = {
      code: {
        coding: [{ system: sct, code: '1', display: 'Furosemide 40mg tablets' }],
        text: 'Furosemide 40mg tablets',
      },
    };
    reader.read(words);
    const start = performance.now();
    for (let count = 0; count < 50_000; count += 1) reader.read(words);
    // About 2 µs each; the bound leaves room for a loaded machine.
    expect(performance.now() - start).toBeLessThan(2_500);
  });
});
