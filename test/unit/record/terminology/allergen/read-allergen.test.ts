import { describe, expect, it } from 'vitest';
import { createAllergenReader } from '../../../../../src/record/terminology/allergen/read-allergen.ts';
import { findIngredient } from '../../../../../src/record/terminology/medicine/find-ingredient.ts';

const SNOMED = 'http://snomed.info/sct';
const reader = createAllergenReader(findIngredient);

describe('what the substance is', () => {
  it.each([
    ['Penicillin', 'penicillins'],
    ['Allergic to penicillin', 'penicillins'],
    ['Penicillin allergy - rash', 'penicillins'],
    ['Hypersensitivity to penicillins (disorder)', 'penicillins'],
    ['H/O: penicillin allergy', 'penicillins'],
    ['[X]Personal history of allergy to penicillin', 'penicillins'],
    ['amoxycillin', 'amoxicillin'],
    ['Amoxicillin 500mg capsules', 'amoxicillin'],
    ['Adverse reaction caused by simvastatin', 'simvastatin'],
    ['Flucloxacillin-containing product', 'flucloxacillin'],
    ['penicillin G', 'benzylpenicillin'],
    ['Septrin', 'co-trimoxazole'],
    ['tetracycline', 'tetracycline'],
    ['tetracyclines', 'tetracyclines'],
    ['Beta-Adrenoceptor Blocking Drugs', 'beta-blockers'],
    ['Dander (animal) allergy', 'animal-dander'],
    ['Allergy to eggs', 'egg'],
    ['Nut allergy', 'nuts'],
    ['Cashew nuts', 'cashew'],
    ['Mold (organism)', 'mould'],
    ['Allergy to mould', 'mould'],
    ['Fish - dietary (substance)', 'fish'],
    ['Elastoplast', 'adhesive-plasters'],
    ['Wasp sting', 'wasp-venom'],
  ])('%s → %s', (text, substance) => {
    expect(reader.read({ text })).toMatchObject({ substance, certainty: 'certain', noneKnown: undefined });
  });

  it('names the classes of a substance, nearest first, without making it one of them', () => {
    expect(reader.read({ text: 'amoxicillin' }).classes).toEqual(['penicillins', 'beta-lactams', 'antibiotics']);
    expect(reader.read({ text: 'peanuts' })).toMatchObject({ substance: 'peanut', classes: ['nuts'] });
    expect(reader.read({ text: 'Penicillin' }).classes).not.toContain('penicillins');
  });

  it('takes a near spelling for possible only', () => {
    expect(reader.read({ text: 'Penicilin' })).toMatchObject({ substance: 'penicillins', certainty: 'possible' });
    expect(reader.read({ text: 'Allergy to paracetemol' })).toMatchObject({
      substance: 'paracetamol',
      certainty: 'possible',
    });
  });

  it.each([
    'Drug allergy',
    'Adverse reactions',
    'Peanut, egg',
    'OAuth2',
    '',
    'No penicillin allergy',
    'Not allergic to penicillin',
    'Penicillin allergy ruled out',
  ])('makes nothing certain of "%s"', (text) => {
    expect(reader.read({ text })).toMatchObject({ substance: undefined, certainty: 'none', noneKnown: undefined });
  });

  it('counts a degraded code as no code', () => {
    const degraded = { system: SNOMED, code: '196461000000101', display: 'Transfer-degraded drug allergy' };
    expect(reader.read({ coding: [degraded] })).toMatchObject({ words: '', substance: undefined });
    expect(reader.read({ text: 'Latex', coding: [degraded] }).substance).toBe('latex');
  });

  it('says where the code and the text name different things, and keeps to the text', () => {
    const reading = reader.read({
      text: 'Egg allergy',
      coding: [{ system: SNOMED, code: '1', display: 'Allergy to latex' }],
    });
    expect(reading).toMatchObject({
      substance: 'egg',
      disagreement: { code: 'Allergy to latex', text: 'Egg allergy' },
    });
    const general = reader.read({
      text: 'Nut allergy',
      coding: [{ system: SNOMED, code: '2', display: 'Peanut - dietary' }],
    });
    expect(general).toMatchObject({ substance: 'nuts', disagreement: undefined });
  });
});

describe('none known', () => {
  it.each([
    ['NKDA', 'drug'],
    ['NKA', 'all'],
    ['No known allergies', 'all'],
    ['No Known Drug Allergies', 'drug'],
    ['No known food allergies', 'food'],
    ['No known drug or food allergies', 'drug'],
    ['no allergies known', 'all'],
    ['None known', 'all'],
    ['denies any allergies', 'all'],
  ] as const)('%s → %s', (text, scope) => {
    expect(reader.read({ text })).toMatchObject({ noneKnown: scope, substance: undefined });
  });

  it.each([
    ['716186003', 'all'],
    ['409137002', 'drug'],
    ['429625007', 'food'],
    ['428607008', 'environment'],
  ])('SNOMED CT %s → %s', (code, scope) => {
    expect(reader.read({ coding: [{ system: SNOMED, code }] }).noneKnown).toBe(scope);
    expect(reader.read({ coding: [{ system: 'http://example.org/local', code }] }).noneKnown).toBeUndefined();
  });

  it.each([
    'No allergies recorded',
    'None recorded',
    'Not asked',
    'Unknown',
    'Not on file',
    'No information about allergies',
    'No known allergy to penicillin',
  ])('"%s" says nothing of the kind', (text) => {
    expect(reader.read({ text }).noneKnown).toBeUndefined();
  });

  it('never reads a named substance as none', () => {
    const reading = reader.read({
      text: 'Penicillin',
      coding: [{ system: SNOMED, code: '716186003', display: 'No known allergy' }],
    });
    expect(reading).toMatchObject({
      noneKnown: undefined,
      substance: 'penicillins',
      disagreement: { code: 'No known allergy' },
    });
  });
});

it('reads a hostile length of text in linear time', () => {
  const start = performance.now();
  for (const text of ['allergy to '.repeat(20_000), 'no known '.repeat(20_000), 'a'.repeat(200_000)])
    reader.read({ text });
  expect(performance.now() - start).toBeLessThan(500);
});
