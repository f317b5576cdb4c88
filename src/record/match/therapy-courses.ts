/** Short courses of one medicine: each apart; two sources tell of one course only where their dates agree. */
import type { TherapyUnit } from '../collapse/therapy-unit.ts';
import { compareDaySpans, mayBeSameDay, namesADay, type DaySpan } from '../facts/day-span.ts';
import { groupBy } from './group-by.ts';

/** A prescription is handed over, and entered elsewhere, within days. */
const SAME_COURSE_DAYS = 3;

export interface Course {
  /** As written by the earliest record; '' where undated, or written alike of another course ("2023" twice). */
  readonly start: string;
  readonly units: readonly TherapyUnit[];
}

/** Undated units join the only course there is, one per source that has not told of it; otherwise they stand alone. */
export function therapyCourses(units: readonly TherapyUnit[]): readonly Course[] {
  const dated = units
    .filter((unit) => unit.start !== undefined)
    .sort((a, b) => compareDaySpans(a.start as DaySpan, b.start as DaySpan) || compareUnits(a, b));
  const courses: { start: DaySpan; units: TherapyUnit[] }[] = [];
  for (const unit of dated.filter((item) => namesADay(item.start as DaySpan))) {
    const start = unit.start as DaySpan;
    const course = courses.at(-1);
    if (course && belongs(unit, start, course)) course.units.push(unit);
    else courses.push({ start, units: [unit] });
  }
  const partial: Course[] = [];
  const written = groupBy(
    dated.filter((item) => !namesADay(item.start as DaySpan)),
    (unit) => unit.start?.text ?? '',
  );
  for (const [text, alike] of written) {
    const fitting = courses.filter((course) => mayBeSameDay(course.start, alike[0]?.start as DaySpan));
    const [only] = fitting;
    const apart: TherapyUnit[][] = [];
    for (const unit of alike) {
      const same = fitting.length === 0 ? apart.find((members) => lacksSource(members, unit)) : undefined;
      if (only && fitting.length === 1 && lacksSource(only.units, unit)) only.units.push(unit);
      else if (same) same.push(unit);
      else apart.push([unit]);
    }
    for (const members of apart) partial.push({ start: apart.length === 1 ? text : '', units: members });
  }
  const all: Course[] = [...courses.map((course) => ({ start: course.start.text, units: course.units })), ...partial];
  const undated = units.filter((unit) => unit.start === undefined).sort(compareUnits);
  const [only] = all;
  const isSoleOfEach = new Set(undated.map((unit) => unit.source)).size === undated.length;
  if (only && all.length === 1 && isSoleOfEach && undated.every((unit) => lacksSource(only.units, unit))) {
    return [{ start: only.start, units: [...only.units, ...undated] }];
  }
  if (all.length === 0 && isSoleOfEach) {
    return undated.length > 0 ? [{ start: '', units: undated }] : [];
  }
  return [...all, ...undated.map((unit) => ({ start: '', units: [unit] }))];
}

function belongs(
  unit: TherapyUnit,
  start: DaySpan,
  course: { start: DaySpan; units: readonly TherapyUnit[] },
): boolean {
  const days = start.first - course.start.first;
  if (days === 0) return true;
  return days <= SAME_COURSE_DAYS && lacksSource(course.units, unit);
}

function lacksSource(units: readonly TherapyUnit[], unit: TherapyUnit): boolean {
  return units.every((other) => other.source !== unit.source);
}

function compareUnits(a: TherapyUnit, b: TherapyUnit): number {
  const [refA, refB] = [a.facts[0]?.ref ?? '', b.facts[0]?.ref ?? ''];
  return refA < refB ? -1 : refA > refB ? 1 : 0;
}
