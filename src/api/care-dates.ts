/** Whether a record has care in a span of time; one without any date has (law L6: no date is no evidence). */
import type { R4Resource } from '../record/fhir/types.ts';
import { elementsAt } from '../record/search/elements-at.ts';
import { timeSpan } from '../record/search/match-date.ts';
import { CARE_DATE_ELEMENTS, ONGOING_TYPES } from './tables/care-dates.ts';

/** `start` and `end` in milliseconds since the epoch, `end` the first one after. */
export function hasCareBetween(resource: R4Resource, start: number, end: number): boolean {
  const spans = CARE_DATE_ELEMENTS.flatMap((name) => elementsAt(resource, name)).flatMap(
    (value) => timeSpan(value) ?? [],
  );
  if (spans.length === 0) return true;
  const first = Math.min(...spans.map((span) => span.start));
  const last = Math.max(...spans.map((span) => span.end));
  const goesOn = ONGOING_TYPES.has(resource.resourceType) && !hasEnd(resource);
  return first < end && (goesOn || last > start);
}

function hasEnd(resource: R4Resource): boolean {
  return ['abatementDateTime', 'abatementPeriod', 'effectivePeriod.end', 'period.end'].some(
    (path) => elementsAt(resource, path).length > 0,
  );
}
