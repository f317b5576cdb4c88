/** The timeline as the page draws and tells it: names, places on the line for the direction of writing, and rows of a table. Pure. */
import { daySpan } from '../../record/facts/day-span.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { timelineItems, type TimelineItem, type TimelineVoice } from '../../record/views/timeline-items.ts';
import {
  placeDay,
  placeVoice,
  timelineScale,
  type EndSign,
  type PlacedSpan,
  type TimelineScale,
} from '../../record/views/timeline.ts';

export interface NamedThing {
  readonly path: string;
  /** Undefined where no source gives a name. */
  readonly name: string | undefined;
}

export interface TimelineInput {
  readonly record: ReconciledRecord;
  /** By `<Type>/<id>` of a unified record; things that are no item of a list are left out. */
  readonly named: ReadonlyMap<string, NamedThing>;
  readonly titleOf: (source: string) => string;
  /** ISO instant. */
  readonly now: string;
  readonly years: number | undefined;
  readonly direction: 'ltr' | 'rtl';
}

/** Places are percent from the left edge of the picture. */
export interface DrawnVoice {
  readonly who: readonly string[];
  readonly from: string | undefined;
  readonly isFirstWritten: boolean;
  readonly to: string | undefined;
  readonly lastKnown: string | undefined;
  readonly course: TimelineVoice['course'];
  readonly bar: PlacedSpan | undefined;
  readonly maybe: readonly PlacedSpan[];
  readonly begin: { readonly sign: EndSign; readonly at: number } | undefined;
  readonly end: { readonly sign: EndSign; readonly at: number } | undefined;
}

export interface DrawnChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly day: string | undefined;
  readonly who: string | undefined;
  /** Undefined where it has no day or lies outside the line. */
  readonly at: number | undefined;
}

export interface TimelineLane extends NamedThing {
  readonly voices: readonly DrawnVoice[];
  readonly changes: readonly DrawnChange[];
  /** Nothing of it can be drawn on this line. */
  readonly isUndrawn: boolean;
}

export interface TimelineGroup {
  readonly kind: TimelineItem['kind'];
  readonly current: readonly TimelineLane[];
  readonly past: readonly TimelineLane[];
}

export interface TimelineView {
  readonly ticks: TimelineScale['ticks'];
  readonly groups: readonly TimelineGroup[];
}

export function timelineView(input: TimelineInput): TimelineView {
  const items = timelineItems(input.record).filter(({ reference }) => input.named.has(reference));
  const today = daySpan(input.now)?.first ?? 0;
  const scale = timelineScale(items, today, input.years);
  const lanes = items.map((item) => ({ item, lane: laneOf(item, scale, input) }));
  const group = (kind: TimelineItem['kind']): TimelineGroup => {
    const own = lanes.filter(({ item }) => item.kind === kind);
    const of = (isPast: boolean) =>
      own.filter(({ item }) => item.isPast === isPast).sort((a, b) => compareItems(a.item, b.item));
    return { kind, current: of(false).map(({ lane }) => lane), past: of(true).map(({ lane }) => lane) };
  };
  return {
    ticks: scale.ticks.map(({ year, at }) => ({ year, at: flipped(at, input) })),
    groups: [group('medicine'), group('condition')],
  };
}

/** What began first is drawn first, so that the eye can follow the years down the page. */
function compareItems(a: TimelineItem, b: TimelineItem): number {
  const [firstA, firstB] = [a.voices[0]?.from?.first ?? Infinity, b.voices[0]?.from?.first ?? Infinity];
  return firstA === firstB ? (a.reference < b.reference ? -1 : 1) : firstA - firstB;
}

function laneOf(item: TimelineItem, scale: TimelineScale, input: TimelineInput): TimelineLane {
  const voices = item.voices.map((voice) => drawn(voice, scale, input));
  const changes = item.changes.map(({ what, from, to, day, source }) => {
    const at = placeDay(day, scale);
    return {
      what,
      from,
      to,
      day: day?.text,
      who: source === undefined ? undefined : input.titleOf(source),
      at: at === undefined ? undefined : flipped(at, input),
    };
  });
  const named = input.named.get(item.reference) ?? { path: '', name: undefined };
  return { ...named, voices, changes, isUndrawn: voices.every(({ bar }) => bar === undefined) };
}

function drawn(voice: TimelineVoice, scale: TimelineScale, input: TimelineInput): DrawnVoice {
  const placed = placeVoice(voice, scale);
  const sign = (end: (typeof placed)['begin']) => end && { ...end, at: flipped(end.at, input) };
  return {
    who: voice.sources.map(input.titleOf),
    from: voice.from?.text,
    isFirstWritten: voice.isFirstWritten,
    to: voice.to?.text,
    lastKnown: voice.lastKnown?.text,
    course: voice.course,
    bar: placed.bar && flippedSpan(placed.bar, input),
    maybe: placed.maybe.map((one) => flippedSpan(one, input)),
    begin: sign(placed.begin),
    end: sign(placed.end),
  };
}

/** Time runs the way the page is read. */
function flipped(at: number, { direction }: Pick<TimelineInput, 'direction'>): number {
  return direction === 'rtl' ? Math.round((100 - at) * 100) / 100 : at;
}

function flippedSpan({ at, width }: PlacedSpan, { direction }: TimelineInput): PlacedSpan {
  return { at: direction === 'rtl' ? Math.round((100 - at - width) * 100) / 100 : at, width };
}
