/** Compares a date parameter with a span of time (FHIR R4, 3.1.1.5.5); dates without a zone are taken as UTC. */
import { SearchFault } from './search-fault.ts';

/** Milliseconds since the epoch; `end` is the first one after. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const PREFIXES = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const;
export type Prefix = (typeof PREFIXES)[number];

export interface DateCriterion {
  readonly prefix: Prefix;
  readonly span: Span;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** @throws SearchFault */
export function parseDateCriterion(text: string, parameter: string): DateCriterion {
  const { prefix, rest } = splitPrefix(text) ?? {};
  const span = rest === undefined ? undefined : dateSpan(rest);
  if (prefix === undefined || span === undefined) {
    throw new SearchFault(
      'value',
      `The parameter ${parameter} needs a date, with one of ${PREFIXES.join(', ')} before it or none.`,
    );
  }
  return { prefix, span };
}

/** `eq` where there is none; undefined for one that is not known (`ap` is not: it would need the time of day). */
export function splitPrefix(text: string): { readonly prefix: Prefix; readonly rest: string } | undefined {
  const letters = /^[a-z]{2}/.exec(text)?.[0];
  if (letters === undefined) return { prefix: 'eq', rest: text };
  const prefix = PREFIXES.find((known) => known === letters);
  return prefix === undefined ? undefined : { prefix, rest: text.slice(2) };
}

/** The time a FHIR date, dateTime or instant covers; undefined where it is none. */
export function dateSpan(text: string): Span | undefined {
  const [, year, month, day, minutes, seconds, zone] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = Date.parse(`${date}T${minutes ?? '00:00'}${seconds ?? ':00'}${zone ?? 'Z'}`);
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(start) || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return undefined;
  return { start, end: spanEnd(start, Number(year), month, day, minutes, seconds) };
}

function spanEnd(
  start: number,
  year: number,
  month: string | undefined,
  day: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
): number {
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  if (day === undefined) return Date.UTC(year, Number(month), 1);
  if (minutes === undefined) return start + 86_400_000;
  if (seconds === undefined) return start + 60_000;
  return start + (seconds.includes('.') ? 1 : 1_000);
}

export function matchesDate(value: Span, { prefix, span }: DateCriterion): boolean {
  const within = value.start >= span.start && value.end <= span.end;
  switch (prefix) {
    case 'eq':
      return within;
    case 'ne':
      return !within;
    case 'gt':
      return value.end > span.end;
    case 'lt':
      return value.start < span.start;
    case 'ge':
      return value.end > span.end || within;
    case 'le':
      return value.start < span.start || within;
    case 'sa':
      return value.start >= span.end;
    case 'eb':
      return value.end <= span.start;
  }
}

/** The time that a date, Period or Timing covers, open where it is not said; undefined where it says none. */
export function timeSpan(value: unknown): Span | undefined {
  if (typeof value === 'string') return dateSpan(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if ('event' in value && Array.isArray(value.event)) return hull(value.event.flatMap((time) => timeSpan(time) ?? []));
  if ('repeat' in value && typeof value.repeat === 'object' && value.repeat !== null) {
    return 'boundsPeriod' in value.repeat ? timeSpan(value.repeat.boundsPeriod) : undefined;
  }
  const from = 'start' in value && typeof value.start === 'string' ? dateSpan(value.start) : undefined;
  const until = 'end' in value && typeof value.end === 'string' ? dateSpan(value.end) : undefined;
  if (from === undefined && until === undefined) return undefined;
  return { start: from?.start ?? -Infinity, end: until?.end ?? Infinity };
}

function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
