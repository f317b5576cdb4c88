/** Compares a date parameter with a span of time (FHIR R4, 3.1.1.5.5); dates without a zone are taken as UTC. */
import { GatewayError } from '../errors.ts';

/** Milliseconds since the epoch; `end` is the first one after. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const PREFIXES = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const;
type Prefix = (typeof PREFIXES)[number];

export interface DateCriterion {
  readonly prefix: Prefix;
  readonly span: Span;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** @throws GatewayError `bad-request`. */
export function parseDateCriterion(text: string, parameter: string): DateCriterion {
  const letters = /^[a-z]{2}/.exec(text)?.[0];
  const prefix = letters === undefined ? 'eq' : PREFIXES.find((known) => known === letters);
  const span = dateSpan(letters === undefined ? text : text.slice(2));
  if (prefix === undefined || span === undefined) {
    throw new GatewayError(
      'bad-request',
      `The parameter ${parameter} needs a date, with one of ${PREFIXES.join(', ')} before it or none.`,
    );
  }
  return { prefix, span };
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
