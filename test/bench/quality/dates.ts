/** Days of the invented people: FHIR dates made from a number of days, with less precision where a source has less. */
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function someDay(random: Random, firstYear: number, lastYear: number): string {
  return dayAfter(`${random.between(firstYear, lastYear)}-01-01`, random.between(0, 364));
}

/** The day, its month, its year, or nothing. */
export function blurred(date: string, random: Random): string | undefined {
  const precision = random.pick([10, 10, 7, 4, 0]);
  return precision === 0 ? undefined : date.slice(0, precision);
}
