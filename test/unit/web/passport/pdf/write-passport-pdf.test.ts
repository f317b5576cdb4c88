/** What strangers may have written, on paper: nothing vanishes, nothing turns what stands around it, everything ends. */
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../../../src/web/locales/languages.ts';
import type { PassportSheet, SheetItem } from '../../../../../src/web/passport/sheet.ts';
import { own, written } from '../../../../../src/web/passport/sentence.ts';
import { choicesOf, languageOf, pdfOf } from '../../../../support/passport-of.ts';
import { lacksPoppler, pdfInfo, pdfTags, pdfText, withoutSpaces } from '../../../../support/pdf-text.ts';

function item(name: string, dose = 'One a day'): SheetItem {
  return { title: [written(name)], after: [], lines: [{ runs: [written(dose)], weight: 'said' }] };
}

function sheet(items: readonly SheetItem[], heading = 'Medicines'): PassportSheet {
  return {
    title: [own('Health passport of '), written('Ada Invented')],
    intro: [[own('As of 1 March 2026.')]],
    sections: [{ id: 'regular', heading, notes: [], items, after: [], ruled: 0 }],
    foot: [written('Ada Invented'), own('. As of 1 March 2026.')],
  };
}

describe.skipIf(lacksPoppler())('text on paper', () => {
  test.each([
    ['Polish and Welsh letters', 'Zażółć gęślą jaźń, Ŵyth ŷd'],
    ['ligatures', 'office fluoxetine affliction ﬁ'],
    ['signs of doses', '½ × 2 µg ≥ 5 μg – 1/2 “as directed” 3 %'],
    ['two signs that look alike', 'µ μ Ω Ω Å Å - ‐ ‑'],
    ['markup', '<script>alert(1)</script> &amp; %PDF-1.4 endobj (( \\ )'],
    ['Greek and Cyrillic', 'αβγ Лекарство'],
    ['marks on letters', 'e\u0301 u\u0308 a\u0301\u0301'],
  ])('%s are read back as they were written', async (_, text) => {
    const read = withoutSpaces(await pdfText(await pdfOf(sheet([item(text, text)]))));
    const wanted = withoutSpaces(text);
    const first = read.indexOf(wanted);
    expect(first, read).toBeGreaterThanOrEqual(0);
    expect(read.indexOf(wanted, first + 1)).toBeGreaterThan(first);
  });

  test('signs that no font has are shown by a mark, counted on the sheet, and read aloud as they were written', async () => {
    const text = await pdfText(await pdfOf(sheet([item('Aspirin 💊 阿司匹林')])));
    expect(text).toContain('5 signs could not be printed. They are shown as \uFFFD.');
    expect(withoutSpaces(text)).toContain('Aspirin💊阿司匹林');
    expect(await pdfText(await pdfOf(sheet([item('Aspirin')])))).not.toContain('could not be printed');
  });

  test('controls and signs that turn the direction of text become marks', async () => {
    const text = await pdfText(await pdfOf(sheet([item('Take \u202E5 mg\u202C \u0007\u0000now\u2066!')])));
    expect(text).toContain('5 signs could not be printed.');
    // The dose is not turned round.
    expect(text).toMatch(/5 mg/);
  });

  test('a word longer than a line is broken, not cut; a text of many lines stays whole', async () => {
    const word = 'x'.repeat(700);
    const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    for (const size of ['a4', 'pocket'] as const) {
      const read = withoutSpaces(await pdfText(await pdfOf(sheet([item(word, long)]), choicesOf({ size }))));
      expect(read.replaceAll(/AdaInvented\.Asof1March2026\.\d+of\d+|Medicines\(goeson\)/g, '')).toContain(word);
      for (const piece of ['word0', 'word450', 'word899']) expect(read).toContain(piece);
    }
  });

  test('200 medicines: all there, in order, on sheets that are numbered, each column with its heading', async () => {
    const items = Array.from({ length: 200 }, (_, index) => item(`Medicine number ${index} tablets`, `${index} mg`));
    const pdf = await pdfOf(sheet(items));
    const pages = Number((await pdfInfo(pdf)).get('Pages'));
    const text = await pdfText(pdf);
    expect(pages).toBeGreaterThan(3);
    const found = Array.from(text.matchAll(/Medicine number (\d+) tablets/g), ([, number]) => Number(number));
    expect(found).toEqual(items.map((_, index) => index));
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`${page} of ${pages}`);
    expect(text.match(/Medicines \(goes on\)/g)?.length).toBe(pages * 2 - 1);
    // Said again for the eye only: the heading is one, and so is the list.
    const tags = (await pdfTags(pdf)).split('\n').map((line) => line.trim().split(' ')[0]);
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'L')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'LI')).toHaveLength(200);
  });

  test('Urdu runs from right to left and keeps the letters of others the way they are', async () => {
    const language = languageOf('ur');
    const urdu = { ...sheet([item('Amlodipine 5 mg tablets', '1 tablet (one)')], 'میری دوائیں روزانہ') };
    const text = await pdfText(await pdfOf(urdu, choicesOf({ language })));
    for (const word of ['میری', 'دوائیں', 'روزانہ']) expect(text).toContain(word);
    expect(text).toContain('Amlodipine 5 mg tablets');
    expect(text).toContain('1 tablet (one)');
  });

  test('it is the same for the same sheet', async () => {
    const given = sheet([item('Aspirin')]);
    const [first, second] = [await pdfText(await pdfOf(given)), await pdfText(await pdfOf(given))];
    expect(first).toBe(second);
    expect((await pdfInfo(await pdfOf(given, choicesOf({ language: ENGLISH })))).get('Tagged')).toBe('yes');
  });
});
