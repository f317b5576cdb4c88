/** Decides when two strengths are the same amount: exact arithmetic in one unit per kind (canonical units are UCUM codes). */
import type { Ratio } from 'fhir/r4.js';
import type { Strength } from './medicine-reading.ts';
import { divide, fraction, multiply, parseFraction, toDecimalText, type Fraction } from './medicine/fraction.ts';
import { amountUnitRows, perUnitRows, pieceUnits } from './medicine/tables/units.ts';

interface CanonicalUnit {
  readonly unit: string;
  readonly factor: Fraction;
}

const one = fraction(1n, 1n);
const amountUnits = readRows(amountUnitRows);
const perUnits = readRows(perUnitRows);
const pieces: ReadonlySet<string> = new Set(pieceUnits.split(/\s+/));

function readRows(rows: string): ReadonlyMap<string, CanonicalUnit> {
  const table = new Map<string, CanonicalUnit>();
  for (const row of rows.trim().split('\n')) {
    const [head = '', names = ''] = row.split(': ');
    const [unit = '', factor = '1'] = head.split(' ');
    for (const name of names.split(' ')) table.set(name, { unit, factor: parseFraction(factor) ?? one });
  }
  return table;
}

/** True where the word is a unit of amount (mg, units, %). */
export function isAmountUnit(word: string): boolean {
  return amountUnits.has(word.toLowerCase());
}

/** True where the word is a unit of a ratio's denominator: mL, hour, dose. Not a piece such as a tablet. */
export function isDenominator(word: string): boolean {
  return perUnits.has(word.toLowerCase());
}

/** A strength as written: decimal texts and unit spellings. */
export interface WrittenStrength {
  readonly value: string;
  readonly unit: string;
  readonly per?: { readonly value: string; readonly unit: string } | undefined;
}

/**
 * A written strength in canonical units, per one mL, g, h or actuation wherever that is a finite decimal
 * (250 mg/5 mL → 50 mg per mL; 100 mg/3 mL stays). Per tablet and the like is no denominator. Undefined for an unknown
 * unit, a value that is no number, zero, or a denominator of zero.
 */
export function normaliseStrength(written: WrittenStrength, ingredient?: string): Strength | undefined {
  const unit = amountUnits.get(written.unit.toLowerCase());
  const value = parseFraction(written.value);
  if (unit === undefined || value === undefined || value.top === 0n) return undefined;
  const amount = multiply(value, unit.factor);
  if (written.per === undefined || pieces.has(written.per.unit.toLowerCase()))
    return plain(amount, unit.unit, ingredient);
  const per = perUnits.get(written.per.unit.toLowerCase());
  const perValue = parseFraction(written.per.value);
  if (per === undefined || perValue === undefined) return undefined;
  const denominator = multiply(perValue, per.factor);
  const ratio = divide(amount, denominator);
  if (ratio === undefined) return undefined;
  const perOne = toDecimalText(ratio);
  if (perOne !== undefined) return { ingredient, value: perOne, unit: unit.unit, per: { value: '1', unit: per.unit } };
  const [top, bottom] = [toDecimalText(amount), toDecimalText(denominator)];
  if (top === undefined || bottom === undefined) return undefined;
  return { ingredient, value: top, unit: unit.unit, per: { value: bottom, unit: per.unit } };
}

/**
 * The strength of a container that is given whole ("40 mg/0.8 mL" of a syringe): the amount and its volume as written, since
 * 5,000 units in 0.2 mL and 7,500 in 0.3 mL are two syringes of one concentration. `times` is 1 for an amount of the whole,
 * or the volume where the value is a concentration ("0.4 ML … 100 MG/ML").
 */
export function containerStrength(
  written: WrittenStrength,
  volumeMl: string,
  times: string,
  ingredient?: string,
): Strength | undefined {
  const unit = amountUnits.get(written.unit.toLowerCase());
  const [value, factor, volume] = [parseFraction(written.value), parseFraction(times), parseFraction(volumeMl)];
  if (unit === undefined || value === undefined || factor === undefined || volume === undefined) return undefined;
  const amount = toDecimalText(multiply(multiply(value, unit.factor), factor));
  const per = toDecimalText(volume);
  if (amount === undefined || amount === '0' || per === undefined || per === '0') return undefined;
  return { ingredient, value: amount, unit: unit.unit, per: { value: per, unit: 'mL' } };
}

function plain(amount: Fraction, unit: string, ingredient: string | undefined): Strength | undefined {
  const value = toDecimalText(amount);
  return value === undefined ? undefined : { ingredient, value, unit, per: undefined };
}

/** The strength a FHIR Ratio states (Medication.ingredient.strength); a denominator of one piece is none. */
export function strengthFromRatio(ratio: Ratio | undefined, ingredient?: string): Strength | undefined {
  const { numerator, denominator } = ratio ?? {};
  const unit = knownUnit([numerator?.code, numerator?.unit], isAmountUnit);
  if (numerator?.value === undefined || unit === undefined) return undefined;
  const perUnit = knownUnit([denominator?.code, denominator?.unit], isDenominator);
  const per =
    denominator?.value === undefined || perUnit === undefined
      ? undefined
      : { value: decimalText(denominator.value), unit: perUnit };
  return normaliseStrength({ value: decimalText(numerator.value), unit, per }, ingredient);
}

function knownUnit(candidates: readonly (string | undefined)[], known: (word: string) => boolean): string | undefined {
  return candidates.find((candidate): candidate is string => candidate !== undefined && known(candidate));
}

/** Plain decimal text of a JSON number; exponents spelt out, as 1e-7 is a valid FHIR decimal. */
function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(18) : text;
}

/**
 * One text per amount: equal keys are equal strengths, whatever unit or denominator they were written in. Per cent is
 * 10 mg per mL (British Pharmacopoeia: grams in 100 mL), and a gram of a semi-solid counts as a millilitre, so that
 * RxNorm's "10 MG/ML Topical Cream" is the United Kingdom's "1% cream". The ingredient is not part of it.
 */
export function strengthKey(strength: Strength): string {
  const percent = strength.unit === '%';
  const value = multiply(parseFraction(strength.value) ?? one, percent ? fraction(10n, 1n) : one);
  const unit = percent ? 'mg' : strength.unit;
  const per = percent ? { value: '1', unit: 'mL' } : strength.per;
  if (per === undefined) return `${value.top}/${value.bottom} ${unit}`;
  // More or less than one mL is a container given whole: its amount counts, with or without the volume said.
  if (per.unit === 'mL' && per.value !== '1') return `${value.top}/${value.bottom} ${unit}`;
  const ratio = divide(value, parseFraction(per.value) ?? one) ?? value;
  const denominator = per.unit === 'g' ? 'mL' : per.unit.replace(/[{}]/g, '');
  return `${ratio.top}/${ratio.bottom} ${unit} per ${denominator}`;
}

/** True where both state the same amount. Ingredients count only where both say one. */
export function strengthsEqual(a: Strength, b: Strength): boolean {
  if (a.ingredient !== undefined && b.ingredient !== undefined && a.ingredient !== b.ingredient) return false;
  return strengthKey(a) === strengthKey(b);
}

/** The sum of two amounts of one unit without denominators; undefined where they cannot be added. */
export function addStrengths(a: Strength, b: Strength): Strength | undefined {
  const [left, right] = [parseFraction(a.value), parseFraction(b.value)];
  if (left === undefined || right === undefined || a.unit !== b.unit || a.per !== undefined || b.per !== undefined)
    return undefined;
  const sum = fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
  return plain(sum, a.unit, a.ingredient);
}

/** True where two products state the same strengths, in any order, each matched once. */
export function sameStrengths(a: readonly Strength[], b: readonly Strength[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  for (const strength of a) {
    const at = left.findIndex((other) => strengthsEqual(strength, other));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}

/** Order by ingredient, unit, then amount as written: for lists that must not depend on the order of the words. */
export function compareStrengths(a: Strength, b: Strength): number {
  const [keyA, keyB] = [`${a.ingredient ?? ''} ${strengthKey(a)}`, `${b.ingredient ?? ''} ${strengthKey(b)}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}
