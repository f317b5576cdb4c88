/** Whether a line of records is a short course, kept apart from other courses (`docs/rules.md`, courses). */
import type { MedicationFact } from '../facts/medication-fact.ts';
import { ANTI_INFECTIVES, BURST_STEROIDS } from './tables/short-course-ingredients.ts';

/** A steroid said to be taken for up to this long is a burst. */
const LONGEST_BURST_DAYS = 28;

/** Longer than this is no single course of an anti-infective. */
const LONGEST_COURSE_DAYS = 60;

/** @param ingredients of the medicine as one text. */
export function isShortCourse(ingredients: string, facts: readonly MedicationFact[]): boolean {
  if (facts.some((fact) => fact.course === 'continuous')) return false;
  if (ANTI_INFECTIVES.has(ingredients)) return !facts.some(lastsLong);
  if (!BURST_STEROIDS.has(ingredients)) return false;
  return facts.some((fact) => fact.course === 'acute' || lastsDays(fact) <= LONGEST_BURST_DAYS);
}

/** A period that is said and is longer than any course. */
function lastsLong(fact: MedicationFact): boolean {
  return fact.period.end !== undefined && lastsDays(fact) > LONGEST_COURSE_DAYS;
}

function lastsDays(fact: MedicationFact): number {
  const { start, end } = fact.period;
  return start && end ? end.last - start.first : Number.POSITIVE_INFINITY;
}
