/** Decides whether two dosage readings say the same amount and the same frequency (matching: "equal after unit conversion is no difference"). */
import type { DosageReading } from '../dosage-reading.ts';
import { perDay, type AdministrationFrequency } from './administration-frequency.ts';
import { isEqual, multiply, toFraction, type Fraction } from './exact-decimal.ts';
import { isCounted, type DoseAmount } from './find-dose.ts';
import { EACH } from './tables/dose-units.ts';

export type DoseComparison = 'equal' | 'differs' | 'cannot-compare';

export interface ComparableDosage {
  readonly reading: DosageReading | undefined;
  /** Strength of the product as decimal text: mg per tablet, capsule, mL … (whatever the dose counts). */
  readonly strengthMg?: string | undefined;
}

/** `equal` includes "one side does not say": a missing value is no difference. */
export function dosesDiffer(
  a: ComparableDosage,
  b: ComparableDosage,
): { readonly dose: DoseComparison; readonly frequency: DoseComparison } {
  if (a.reading === undefined || b.reading === undefined) return { dose: 'equal', frequency: 'equal' };
  if (a.reading.byScheme || b.reading.byScheme) {
    const same = a.reading.text.trim().toLowerCase() === b.reading.text.trim().toLowerCase();
    return same ? { dose: 'equal', frequency: 'equal' } : { dose: 'cannot-compare', frequency: 'cannot-compare' };
  }
  return {
    dose: compareAmounts(a.reading.perDose, a.strengthMg, b.reading.perDose, b.strengthMg),
    frequency: compareFrequencies(a.reading.frequency, b.reading.frequency),
  };
}

interface Amount {
  readonly low: Fraction;
  readonly high: Fraction;
}

function compareAmounts(
  a: DoseAmount | undefined,
  strengthA: string | undefined,
  b: DoseAmount | undefined,
  strengthB: string | undefined,
): DoseComparison {
  if (a === undefined || b === undefined) return 'equal';
  const inMg = [milligrams(a, strengthA), milligrams(b, strengthB)] as const;
  if (inMg[0] !== undefined && inMg[1] !== undefined) return compareRanges(inMg[0], inMg[1]);
  // Counts say nothing about each other where only one product's strength is known, unless they are equal.
  const countable =
    a.unit === b.unit || (isCounted(a.unit) && isCounted(b.unit) && (a.unit === EACH || b.unit === EACH));
  const values = [rangeOf(a), rangeOf(b)] as const;
  if (!countable || values[0] === undefined || values[1] === undefined) return 'cannot-compare';
  const compared = compareRanges(values[0], values[1]);
  const oneStrength = (strengthA === undefined) !== (strengthB === undefined);
  return compared === 'differs' && oneStrength && isCounted(a.unit) ? 'cannot-compare' : compared;
}

function rangeOf(amount: DoseAmount): Amount | undefined {
  const low = toFraction(amount.value);
  const high = amount.high === undefined ? low : toFraction(amount.high);
  return low === undefined || high === undefined ? undefined : { low, high };
}

const MG_PER: ReadonlyMap<string, Fraction> = new Map([
  ['mg', { top: 1n, bottom: 1n }],
  ['g', { top: 1000n, bottom: 1n }],
  ['mcg', { top: 1n, bottom: 1000n }],
  ['ng', { top: 1n, bottom: 1_000_000n }],
]);

function milligrams(amount: DoseAmount, strengthMg: string | undefined): Amount | undefined {
  const range = rangeOf(amount);
  const mass = MG_PER.get(amount.unit);
  const perItem = isCounted(amount.unit) || amount.unit === 'mL' ? strengthMg : undefined;
  const factor = mass ?? (perItem === undefined ? undefined : toFraction(perItem));
  if (range === undefined || factor === undefined) return undefined;
  return { low: multiply(range.low, factor), high: multiply(range.high, factor) };
}

function compareRanges(a: Amount, b: Amount): DoseComparison {
  return isEqual(a.low, b.low) && isEqual(a.high, b.high) ? 'equal' : 'differs';
}

function compareFrequencies(
  a: AdministrationFrequency | undefined,
  b: AdministrationFrequency | undefined,
): DoseComparison {
  if (a === undefined || b === undefined) return 'equal';
  if (a.per === b.per) return a.times === b.times && (a.high ?? a.times) === (b.high ?? b.times) ? 'equal' : 'differs';
  const rates = [
    perDay(a.times, a.per),
    perDay(b.times, b.per),
    perDay(a.high ?? a.times, a.per),
    perDay(b.high ?? b.times, b.per),
  ];
  const [lowA, lowB, highA, highB] = rates;
  if (lowA === undefined || lowB === undefined || highA === undefined || highB === undefined) return 'cannot-compare';
  return isEqual(lowA, lowB) && isEqual(highA, highB) ? 'equal' : 'differs';
}
