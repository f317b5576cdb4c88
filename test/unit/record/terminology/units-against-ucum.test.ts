import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import { expect, test } from 'vitest';
import { normaliseStrength } from '../../../../src/record/terminology/strength.ts';

const ucum = UcumLhcUtils.getInstance();

/** Spelling on a label, its UCUM code, the canonical unit. */
const units: readonly (readonly [string, string, string])[] = [
  ['mg', 'mg', 'mg'],
  ['g', 'g', 'mg'],
  ['gram', 'g', 'mg'],
  ['kg', 'kg', 'mg'],
  ['mcg', 'ug', 'mg'],
  ['micrograms', 'ug', 'mg'],
  ['ng', 'ng', 'mg'],
  ['mmol', 'mmol', 'mmol'],
  ['umol', 'umol', 'mmol'],
  ['megaunits', 'M[iU]', '[iU]'],
];

test.each(units)('%s is the UCUM library’s %s', (spelling, code, canonical) => {
  const strength = normaliseStrength({ value: '250', unit: spelling });
  const converted = ucum.convertUnitTo(code, 250, canonical);
  expect(strength?.unit).toBe(canonical);
  if (converted.status === 'succeeded') expect(Number(strength?.value)).toBeCloseTo(converted.toVal ?? Number.NaN, 9);
});

test('a denominator is divided exactly', () => {
  expect(normaliseStrength({ value: '250', unit: 'mg', per: { value: '5', unit: 'ml' } })).toMatchObject({
    value: '50',
    unit: 'mg',
  });
  expect(normaliseStrength({ value: '0.3', unit: 'micrograms' })?.value).toBe('0.0003');
});
