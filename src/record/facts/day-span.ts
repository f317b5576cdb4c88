/** A FHIR date of any precision as the span of days it may mean; comparing never goes finer than what was written. */

export interface DaySpan {
  /** As written. */
  readonly text: string;
  /** Days since 1970-01-01, first and last day the text may mean. Equal where it names a day. */
  readonly first: number;
  readonly last: number;
}

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.{1,40})?)?)?$/;
const DAY_MS = 86_400_000;

/** Undefined for what is no FHIR date. The day is the one written, whatever its time zone. */
export function daySpan(text: unknown): DaySpan | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const first = dayNumber(year, month ?? 1, day ?? 1);
  if (month === undefined) return { text, first, last: dayNumber(year, 12, 31) };
  if (day === undefined) return { text, first, last: dayNumber(year, month + 1, 1) - 1 };
  return { text, first, last: first };
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** True where the two may be the same day: a date inside a partial date agrees. */
export function mayBeSameDay(a: DaySpan, b: DaySpan): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function namesADay(span: DaySpan): boolean {
  return span.first === span.last;
}

/** Whether two day-precise dates are more than `days` apart; undefined where one is not day-precise. */
export function moreThanDaysApart(a: DaySpan, b: DaySpan, days: number): boolean | undefined {
  if (!namesADay(a) || !namesADay(b)) return undefined;
  return Math.abs(a.first - b.first) > days;
}

/** Sorts by first day, then the more precise first, then by text, so that order never depends on receipt. */
export function compareDaySpans(a: DaySpan, b: DaySpan): number {
  return a.first - b.first || a.last - b.last || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}

/** The first of the dates in that order; undefined where there is none. */
export function earliest<T>(items: readonly T[], dateOf: (item: T) => DaySpan | undefined): DaySpan | undefined {
  let first: DaySpan | undefined;
  for (const item of items) {
    const date = dateOf(item);
    if (date !== undefined && (first === undefined || compareDaySpans(date, first) < 0)) first = date;
  }
  return first;
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
