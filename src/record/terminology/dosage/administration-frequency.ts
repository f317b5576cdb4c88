/** Decides in which canonical terms "how often" is said, so that equal meaning reads equal ("every 12 hours" = twice a day). */
import type { DosageReading } from '../dosage-reading.ts';
import { divide, isEqual, isLess, multiply, toDecimalText, toFraction, type Fraction } from './exact-decimal.ts';

export type AdministrationFrequency = NonNullable<DosageReading['frequency']>;
type Per = AdministrationFrequency['per'];

/** FHIR and written period units: in which canonical unit they count, and how many of it they last. */
const PERIOD: ReadonlyMap<string, { readonly per: Per; readonly count: Fraction }> = new Map([
  ['s', { per: 'hour', count: { top: 1n, bottom: 3600n } }],
  ['min', { per: 'hour', count: { top: 1n, bottom: 60n } }],
  ['h', { per: 'day', count: { top: 1n, bottom: 24n } }],
  ['d', { per: 'day', count: { top: 1n, bottom: 1n } }],
  ['wk', { per: 'week', count: { top: 1n, bottom: 1n } }],
  ['mo', { per: 'month', count: { top: 1n, bottom: 1n } }],
  ['a', { per: 'month', count: { top: 12n, bottom: 1n } }],
]);

export interface TimesPerPeriod {
  readonly times: string;
  readonly timesMax?: string | undefined;
  readonly period: string;
  readonly periodMax?: string | undefined;
  /** FHIR Timing.repeat.periodUnit: s | min | h | d | wk | mo | a. */
  readonly unit: string;
}

/** `times` administrations per `period` units; undefined where a number or the unit is not understood. */
export function toFrequency(given: TimesPerPeriod): AdministrationFrequency | undefined {
  const unit = PERIOD.get(given.unit);
  const times = toFraction(given.times);
  const period = toFraction(given.period);
  if (unit === undefined || times === undefined || period === undefined) return undefined;
  const longest = given.periodMax === undefined ? period : (toFraction(given.periodMax) ?? period);
  const most = given.timesMax === undefined ? times : (toFraction(given.timesMax) ?? times);
  const low = divide(times, multiply(longest, unit.count));
  const high = divide(most, multiply(period, unit.count));
  if (low === undefined || high === undefined || low.top === 0n) return undefined;
  return inWeeks({ low, high, per: unit.per });
}

/** Seven days are a week: "every 7 days" = "weekly", whatever unit it was told in. */
function inWeeks({ low, high, per }: { low: Fraction; high: Fraction; per: Per }): AdministrationFrequency {
  const weekly = multiply(low, { top: 7n, bottom: 1n });
  const one = { top: 1n, bottom: 1n };
  const wholeWeeks = (rate: Fraction): boolean => rate.bottom % rate.top === 0n;
  if (per === 'day' && !isLess(one, weekly) && wholeWeeks(weekly) && isEqual(low, high))
    return { times: toDecimalText(weekly), high: undefined, per: 'week' };
  if (per === 'hour' && isEqual(low, one) && isEqual(high, one)) return { times: '24', high: undefined, per: 'day' };
  return { times: toDecimalText(low), high: isEqual(low, high) ? undefined : toDecimalText(high), per };
}

/** The frequency with at most `cap` per the same period ("every 4-6 hours up to 4 times a day"). */
export function capFrequency(
  frequency: AdministrationFrequency,
  cap: AdministrationFrequency,
): AdministrationFrequency {
  const low = toFraction(frequency.times);
  const high = toFraction(frequency.high ?? frequency.times);
  const most = toFraction(cap.high ?? cap.times);
  if (frequency.per !== cap.per || low === undefined || high === undefined || most === undefined) return frequency;
  if (!isLess(most, high)) return frequency;
  return isLess(low, most)
    ? { times: frequency.times, high: toDecimalText(most), per: frequency.per }
    : { times: toDecimalText(most), high: undefined, per: frequency.per };
}

/** Administrations per day as a fraction; undefined for months, which have no fixed length. */
export function perDay(times: string, per: Per): Fraction | undefined {
  const value = toFraction(times);
  if (value === undefined) return undefined;
  switch (per) {
    case 'hour':
      return multiply(value, { top: 24n, bottom: 1n });
    case 'day':
      return value;
    case 'week':
      return multiply(value, { top: 1n, bottom: 7n });
    case 'month':
      return undefined;
  }
}

export function sameFrequency(a: AdministrationFrequency, b: AdministrationFrequency): boolean {
  return a.times === b.times && a.high === b.high && a.per === b.per;
}
