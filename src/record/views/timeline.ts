/**
 * Where on a line of years a medicine's or condition's beginning, changes and end stand. A partial date is drawn as the span of
 * days it may mean. Places are percent of the width from where the line begins, so that a picture needs no fixed size. Pure.
 */
import type { DaySpan } from '../facts/day-span.ts';
import type { TimelineItem, TimelineVoice } from './timeline-items.ts';

export interface TimelineScale {
  /** Days since 1970-01-01. */
  readonly firstDay: number;
  readonly today: number;
  readonly ticks: readonly { readonly year: number; readonly at: number }[];
}

export interface PlacedSpan {
  readonly at: number;
  readonly width: number;
}

/**
 * `start`: began; `written`: first written down; `stop`: ended on a day that is said; `over`: ended, the day is not said; `goes-on`;
 * `unsaid`: nobody says whether it goes on; `earlier`: began before the line does.
 */
export type EndSign = 'start' | 'written' | 'earlier' | 'stop' | 'over' | 'goes-on' | 'unsaid';

export interface PlacedVoice {
  /** Where it surely was; undefined where it has no date, or lies before the line. */
  readonly bar: PlacedSpan | undefined;
  /** Where it may have begun or ended: the days a partial date may mean. */
  readonly maybe: readonly PlacedSpan[];
  readonly begin: { readonly sign: EndSign; readonly at: number } | undefined;
  readonly end: { readonly sign: EndSign; readonly at: number } | undefined;
}

/** The line ends a little beyond today, so that a sign at its end is whole. */
const WIDTH = 96;
const STEPS = [1, 2, 5, 10, 20, 50];
/** On the narrowest screen years do not run into each other. */
const MOST_TICKS = 6;
/** A year written further on would reach beyond the picture. */
const LAST_LABEL = 84;
/** Signs stand beside each other, not on each other. */
const SIGN_WIDTH = 3.5;
const DAY_MS = 86_400_000;
/** Something of one day is still seen. */
const LEAST_WIDTH = 0.6;

/**
 * @param today days since 1970-01-01.
 * @param years how far back; undefined: to the first date of all.
 */
export function timelineScale(items: readonly TimelineItem[], today: number, years: number | undefined): TimelineScale {
  const days = items.flatMap(({ voices, changes }) => [
    ...voices.flatMap(({ from, lastKnown }) => [from, lastKnown]),
    ...changes.map(({ day }) => day),
  ]);
  const earliest = Math.min(today, ...days.flatMap((day) => (day === undefined ? [] : [day.first])));
  const firstYear = years === undefined ? yearOf(earliest) : yearOf(today) - years;
  const firstDay = years === undefined ? dayOf(firstYear) : today - Math.round(years * 365.25);
  const span = yearOf(today) - firstYear + 1;
  const step = STEPS.find((one) => span / one <= MOST_TICKS) ?? 100;
  const ticks: { year: number; at: number }[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= yearOf(today); year += step) {
    const at = place(dayOf(year), { firstDay, today });
    if (dayOf(year) >= firstDay && at <= LAST_LABEL) ticks.push({ year, at });
  }
  return { firstDay, today, ticks };
}

export function placeVoice(voice: TimelineVoice, scale: TimelineScale): PlacedVoice {
  const { from, to, lastKnown, course } = voice;
  if (from === undefined) return { bar: undefined, maybe: [], begin: undefined, end: undefined };
  const lastDay = lastDayOf(voice, scale.today);
  if (lastDay < scale.firstDay) return { bar: undefined, maybe: [], begin: undefined, end: undefined };
  const surelyFrom = Math.min(from.last, lastDay);
  const surelyTo = to === undefined ? lastDay : Math.max(to.first, surelyFrom);
  const isEarlier = from.first < scale.firstDay;
  const begin = place(from.first, scale);
  const end = place(course === 'ongoing' ? scale.today : (to ?? lastKnown ?? from).last, scale);
  return {
    bar: span(surelyFrom, surelyTo, scale),
    maybe: [
      ...(surelyFrom > from.first ? [span(from.first, surelyFrom, scale)] : []),
      ...(to !== undefined && to.last > surelyTo ? [span(surelyTo, Math.min(to.last, scale.today), scale)] : []),
    ].filter(({ width }) => width > 0),
    begin: { sign: isEarlier ? 'earlier' : voice.isFirstWritten ? 'written' : 'start', at: begin },
    end: { sign: endSign(course, to), at: course === 'ongoing' ? end : Math.max(end, round(begin + SIGN_WIDTH)) },
  };
}

/** Percent; undefined where it lies outside the line or has no day. */
export function placeDay(day: DaySpan | undefined, scale: TimelineScale): number | undefined {
  if (day === undefined || day.last < scale.firstDay || day.first > scale.today) return undefined;
  return place((day.first + day.last) / 2, scale);
}

function endSign(course: TimelineVoice['course'], to: DaySpan | undefined): EndSign {
  if (course === 'ongoing') return 'goes-on';
  if (course === 'not-said') return 'unsaid';
  return to === undefined ? 'over' : 'stop';
}

/** Nothing is drawn beyond what a record tells of. */
function lastDayOf({ from, to, lastKnown, course }: TimelineVoice, today: number): number {
  if (course === 'ongoing') return today;
  return Math.min((to ?? lastKnown ?? from)?.last ?? today, today);
}

function span(first: number, last: number, scale: TimelineScale): PlacedSpan {
  const at = place(first, scale);
  return { at, width: round(Math.max(place(last, scale) - at, first === last ? LEAST_WIDTH : 0)) };
}

function place(day: number, { firstDay, today }: Pick<TimelineScale, 'firstDay' | 'today'>): number {
  const share = (day - firstDay) / Math.max(1, today - firstDay);
  return round(Math.min(1, Math.max(0, share)) * WIDTH);
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function dayOf(year: number): number {
  return Date.UTC(year, 0, 1) / DAY_MS;
}
