import { expect, test } from 'vitest';
import { createReaders } from '../../../../../src/record/facts/create-readers.ts';
import type { ImportedTerminology } from '../../../../../src/record/terminology/imported/imported-terminology.ts';

const SCT = 'http://snomed.info/sct';

/** Codes invented, but for the one of "no known allergy". */
const NAMES: Readonly<Record<string, string>> = {
  '995003': 'Allergy to penicillin',
  '995004': 'Allergy to moonbeam resin',
  '716186003': 'Allergy to penicillin',
};

const imported: ImportedTerminology = {
  releases: ['Test 2026'],
  medicine: () => undefined,
  ingredient: () => undefined,
  condition: (system, code) => {
    const name = system === SCT ? NAMES[code] : undefined;
    return name === undefined ? undefined : { release: 'Test 2026', names: [name], icd10: [] };
  },
};

const { allergen } = createReaders(imported);

function coded(code: string) {
  return { coding: [{ system: SCT, code }] };
}

test('a code without words is read by its imported name, and says by what', () => {
  const written = createReaders().allergen.read({ text: 'Allergy to penicillin' });
  expect(written.substance).toBeDefined();
  expect(allergen.read(coded('995003'))).toEqual({
    ...written,
    evidence: [`code ${SCT}|995003 (imported Test 2026)`],
  });
});

test('a name that is not understood is shown all the same', () => {
  const { words, substance, certainty, evidence } = allergen.read(coded('995004'));
  expect({ words, substance, certainty, evidence }).toEqual({
    words: 'Allergy to moonbeam resin',
    substance: undefined,
    certainty: 'none',
    evidence: [],
  });
});

test('words, "none known" and unknown codes stay as the built-in vocabulary reads them', () => {
  const plain = createReaders().allergen;
  for (const code of [{ ...coded('995003'), text: 'Peanut' }, coded('716186003'), coded('995009'), undefined]) {
    expect(allergen.read(code)).toEqual(plain.read(code));
  }
});
