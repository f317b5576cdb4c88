import { describe, expect, it } from 'vitest';
import {
  addStrengths,
  compareStrengths,
  containerStrength,
  normaliseStrength,
  sameStrengths,
  strengthFromRatio,
  strengthKey,
  strengthsEqual,
} from '../../../../src/record/terminology/strength.ts';
import type { Strength } from '../../../../src/record/terminology/medicine-reading.ts';

function strength(value: string, unit: string, per?: readonly [string, string], ingredient?: string): Strength {
  const denominator = per === undefined ? undefined : { value: per[0], unit: per[1] };
  const found = normaliseStrength({ value, unit, per: denominator }, ingredient);
  if (found === undefined) throw new Error(`not a strength: ${value} ${unit}`);
  return found;
}

describe('normaliseStrength', () => {
  it.each([
    ['1', 'g', '1000', 'mg'],
    ['0.5', 'GM', '500', 'mg'],
    ['100', 'micrograms', '0.1', 'mg'],
    ['62.5', 'mcg', '0.0625', 'mg'],
    ['75', 'µg', '0.075', 'mg'],
    ['250', 'nanograms', '0.00025', 'mg'],
    ['100,000', 'units', '100000', '[iU]'],
    ['300', 'UNT', '300', '[iU]'],
    ['2.4', 'MU', '2400000', '[iU]'],
    ['20', 'mEq', '20', 'meq'],
    ['2.50', 'mg', '2.5', 'mg'],
    ['1', '%', '1', '%'],
  ])('%s %s is %s %s', (value, unit, canonical, canonicalUnit) => {
    expect(strength(value, unit)).toEqual({
      ingredient: undefined,
      value: canonical,
      unit: canonicalUnit,
      per: undefined,
    });
  });

  it('brings a ratio to one mL, g, hour or actuation', () => {
    expect(strength('250', 'mg', ['5', 'ml'])).toMatchObject({ value: '50', per: { value: '1', unit: 'mL' } });
    expect(strength('25', 'micrograms', ['1', 'hour'])).toMatchObject({
      value: '0.025',
      per: { value: '1', unit: 'h' },
    });
    expect(strength('100', 'mcg', ['1', 'dose'])).toMatchObject({
      value: '0.1',
      per: { value: '1', unit: '{actuation}' },
    });
  });

  it('calculates in decimals, not floats', () => {
    expect(strength('0.3', 'mg', ['3', 'ml']).value).toBe('0.1');
    expect(strength('1.1', 'g').value).toBe('1100');
    expect(strength('0.7', 'mcg').value).toBe('0.0007');
  });

  it('keeps a ratio whose decimals never end', () => {
    expect(strength('100', 'mg', ['3', 'ml'])).toMatchObject({ value: '100', per: { value: '3', unit: 'mL' } });
  });

  it('takes "per tablet" as no denominator', () => {
    expect(strength('10', 'mg', ['1', 'tablet']).per).toBeUndefined();
  });

  it.each([
    ['0', 'mg'],
    ['5', 'furlong'],
    ['a few', 'mg'],
    ['1.2.3', 'mg'],
  ])('refuses %s %s', (value, unit) => {
    expect(normaliseStrength({ value, unit })).toBeUndefined();
  });

  it('refuses a denominator of zero', () => {
    expect(normaliseStrength({ value: '5', unit: 'mg', per: { value: '0', unit: 'ml' } })).toBeUndefined();
  });
});

describe('comparing', () => {
  it('holds one amount equal however it is written', () => {
    expect(strengthsEqual(strength('0.1', 'mg'), strength('100', 'mcg'))).toBe(true);
    expect(strengthsEqual(strength('1', '%'), strength('10', 'mg', ['1', 'ml']))).toBe(true);
    expect(strengthsEqual(strength('0.1', '%'), strength('1', 'mg', ['1', 'g']))).toBe(true);
    expect(strengthsEqual(strength('21', 'mg', ['24', 'hours']), strength('0.875', 'mg', ['1', 'hour']))).toBe(true);
  });

  it('tells amounts, units and denominators apart', () => {
    expect(strengthsEqual(strength('5', 'mg'), strength('50', 'mg'))).toBe(false);
    expect(strengthsEqual(strength('5', 'mg'), strength('5', 'units'))).toBe(false);
    expect(strengthsEqual(strength('5', 'mg'), strength('5', 'mg', ['1', 'ml']))).toBe(false);
    expect(strengthKey(strength('100', 'units', ['1', 'ml']))).not.toBe(
      strengthKey(strength('300', 'units', ['1', 'ml'])),
    );
  });

  it('minds ingredients only where both say one', () => {
    const codeine = strength('30', 'mg', undefined, 'codeine');
    expect(strengthsEqual(codeine, strength('30', 'mg'))).toBe(true);
    expect(strengthsEqual(codeine, strength('30', 'mg', undefined, 'paracetamol'))).toBe(false);
  });

  it('compares sets in any order, each amount once', () => {
    const [five, ten] = [strength('5', 'mg'), strength('10', 'mg')];
    expect(sameStrengths([five, ten], [ten, five])).toBe(true);
    expect(sameStrengths([five, five], [five, ten])).toBe(false);
    expect(sameStrengths([five], [five, five])).toBe(false);
    expect([ten, five].sort(compareStrengths)).toEqual([five, ten].sort(compareStrengths));
  });

  it('adds amounts of one unit only', () => {
    expect(addStrengths(strength('0.1', 'mg'), strength('0.2', 'mg'))?.value).toBe('0.3');
    expect(addStrengths(strength('5', 'mg'), strength('5', 'units'))).toBeUndefined();
  });
});

describe('containerStrength', () => {
  const syringe = (value: string, volume: string) => {
    const found = containerStrength({ value, unit: 'units' }, volume, '1');
    if (found === undefined) throw new Error('not a strength');
    return found;
  };

  it('tells two syringes of one concentration apart', () => {
    expect(strengthsEqual(syringe('5,000', '0.2'), syringe('7,500', '0.3'))).toBe(false);
    expect(strengthsEqual(syringe('5,000', '0.2'), syringe('5000', '0.20'))).toBe(true);
  });

  it('is the amount, whether the volume is said or not, and whether as a whole or as a concentration', () => {
    expect(strengthsEqual(syringe('5,000', '0.2'), strength('5000', 'units'))).toBe(true);
    const concentration = containerStrength({ value: '25000', unit: 'units' }, '0.2', '0.2');
    expect(concentration).toEqual(syringe('5000', '0.2'));
  });

  it('refuses nothing in it and no volume', () => {
    expect(containerStrength({ value: '0', unit: 'mg' }, '1', '1')).toBeUndefined();
    expect(containerStrength({ value: '5', unit: 'mg' }, '0', '1')).toBeUndefined();
  });
});

describe('strengthFromRatio', () => {
  it('reads a Medication ingredient, by UCUM code or by unit', () => {
    const ratio = { numerator: { value: 250, code: 'mg' }, denominator: { value: 5, unit: 'mL' } };
    expect(strengthFromRatio(ratio)).toMatchObject({ value: '50', per: { value: '1', unit: 'mL' } });
  });

  it('takes one tablet as no denominator and nothing without a unit', () => {
    expect(
      strengthFromRatio({ numerator: { value: 5, unit: 'mg' }, denominator: { value: 1, unit: 'Tab' } })?.per,
    ).toBeUndefined();
    expect(strengthFromRatio({ numerator: { value: 5 } })).toBeUndefined();
    expect(strengthFromRatio(undefined)).toBeUndefined();
  });
});
