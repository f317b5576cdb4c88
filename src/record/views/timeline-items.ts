/**
 * When each medicine and condition began, changed and ended, as each source says it. Sources that do not contradict each other on
 * the dates are one voice; no winner is picked among the others (law L9), and a copy is no voice of its own (law L5). Pure.
 */
import type { Condition, Extension } from 'fhir/r4.js';
import { refOf } from '../explain/record-names.ts';
import { extensionsOf, reportedStatusesOf } from '../explain/reported-statuses.ts';
import { compareDaySpans, daySpan, mayBeSameDay, type DaySpan } from '../facts/day-span.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../reconciled-record.ts';
import { memberDates, type MemberDates } from './timeline-dates.ts';

/** `not-said`: nobody says whether it goes on. */
export type Course = 'ongoing' | 'ended' | 'not-said';

/** One or more sources that say the same of when. */
export interface TimelineVoice {
  readonly sources: readonly string[];
  readonly from: DaySpan | undefined;
  /** `from` is when it was first written down: when it began is not said. */
  readonly isFirstWritten: boolean;
  readonly to: DaySpan | undefined;
  /** The latest day of which a record tells; undefined where none has a date. */
  readonly lastKnown: DaySpan | undefined;
  readonly course: Course;
}

export interface TimelineChange {
  readonly what: 'dose' | 'strength' | 'stage' | 'severity';
  readonly from: string;
  readonly to: string;
  readonly day: DaySpan | undefined;
  readonly source: string | undefined;
}

export interface TimelineItem {
  readonly kind: 'medicine' | 'condition';
  /** `<Type>/<id>` of the unified record. */
  readonly reference: string;
  /** By their first day; those without a date last. */
  readonly voices: readonly TimelineVoice[];
  readonly changes: readonly TimelineChange[];
  /** Every voice that says anything says that it ended. */
  readonly isPast: boolean;
}

const ENDED: ReadonlySet<string> = new Set([
  'completed',
  'stopped',
  'not-taken',
  'inactive',
  'remission',
  'resolved',
  'ended',
]);
const ONGOING: ReadonlySet<string> = new Set(['active', 'on-hold', 'recurrence', 'relapse']);

/** Medicines, then conditions that are diagnoses and were not ruled out; in the order of the record. */
export function timelineItems({ unified, sourceRecords }: ReconciledRecord): readonly TimelineItem[] {
  const sourceOf = new Map(sourceRecords.map(({ resource, source }) => [refOf(resource), source]));
  return unified.flatMap((record) => {
    const { resource } = record;
    const kind = kindOf(resource);
    if (kind === undefined) return [];
    const voices = voicesOf(record);
    const said = voices.filter(({ course }) => course !== 'not-said');
    return [
      {
        kind,
        reference: refOf(resource),
        voices,
        changes: changesOf(resource, sourceOf),
        isPast: said.length > 0 && said.every(({ course }) => course === 'ended'),
      },
    ];
  });
}

function kindOf(resource: R4Resource): TimelineItem['kind'] | undefined {
  if (resource.resourceType === 'MedicationStatement') return 'medicine';
  if (resource.resourceType !== 'Condition') return undefined;
  const isOther = resource.extension?.some(({ url }) => url === EXTENSION.notADiagnosis) === true;
  return isOther || isRefuted(resource) ? undefined : 'condition';
}

function isRefuted({ verificationStatus }: Condition): boolean {
  return verificationStatus?.coding?.some(({ code }) => code === 'refuted') === true;
}

function voicesOf(record: UnifiedRecord): readonly TimelineVoice[] {
  const quoted = new Set(
    (record.provenance.entity ?? []).flatMap(({ role, what }) => (role === 'quotation' ? (what.reference ?? []) : [])),
  );
  const own = record.members.filter(({ resource }) => !quoted.has(refOf(resource)));
  const bySource = groupBySource(own.length > 0 ? own : record.members);
  const statuses = reportedStatusesOf(record);
  const voices: TimelineVoice[] = [];
  for (const [source, members] of bySource) {
    const refs = new Set(members.map(({ resource }) => refOf(resource)));
    const course = courseOf(statuses.flatMap(({ ref, value }) => (refs.has(ref) ? [value] : [])));
    const voice = voiceOf(
      source,
      members.map(({ resource }) => memberDates(resource)),
      course,
    );
    const alike = voices.findIndex((other) => saysTheSame(other, voice));
    if (alike === -1) voices.push(voice);
    else voices[alike] = together(voices[alike] as TimelineVoice, voice);
  }
  return voices.sort((a, b) => compareSpans(a.from, b.from));
}

function groupBySource(members: readonly SourceRecord[]): ReadonlyMap<string, readonly SourceRecord[]> {
  const groups = new Map<string, SourceRecord[]>();
  for (const member of members) groups.set(member.source, [...(groups.get(member.source) ?? []), member]);
  return groups;
}

/** One line of several that goes on is enough. */
function courseOf(statuses: readonly string[]): Course {
  if (statuses.some((status) => ONGOING.has(status))) return 'ongoing';
  return statuses.some((status) => ENDED.has(status)) ? 'ended' : 'not-said';
}

function voiceOf(source: string, dates: readonly MemberDates[], course: Course): TimelineVoice {
  const began = first(dates.flatMap(({ from }) => from ?? []));
  const written = first(dates.flatMap(({ written }) => written ?? []));
  return {
    sources: [source],
    from: began ?? written,
    isFirstWritten: began === undefined && written !== undefined,
    // What goes on has no end yet, whatever its current supply has.
    to: course === 'ended' ? last(dates.flatMap(({ to }) => to ?? [])) : undefined,
    lastKnown: last(dates.flatMap(({ from, written, to }) => [from, written, to].filter((day) => day !== undefined))),
    course,
  };
}

function saysTheSame(a: TimelineVoice, b: TimelineVoice): boolean {
  return a.course === b.course && a.isFirstWritten === b.isFirstWritten && maySay(a.from, b.from) && maySay(a.to, b.to);
}

/** A date inside a partial date agrees with it; one that is missing agrees with another that is missing. */
function maySay(a: DaySpan | undefined, b: DaySpan | undefined): boolean {
  return a === undefined || b === undefined ? a === b : mayBeSameDay(a, b);
}

/** The more exact of two dates that agree. */
function together(a: TimelineVoice, b: TimelineVoice): TimelineVoice {
  return {
    ...a,
    sources: [...a.sources, ...b.sources].sort(),
    from: exact(a.from, b.from),
    to: exact(a.to, b.to),
    lastKnown: last([a.lastKnown, b.lastKnown].filter((day) => day !== undefined)),
  };
}

function exact(a: DaySpan | undefined, b: DaySpan | undefined): DaySpan | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.last - b.first < a.last - a.first ? b : a;
}

function changesOf(resource: R4Resource, sourceOf: ReadonlyMap<string, string>): readonly TimelineChange[] {
  return extensionsOf(resource, EXTENSION.change)
    .map((parts) => ({
      what: textIn(parts, 'what') as TimelineChange['what'],
      from: textIn(parts, 'from'),
      to: textIn(parts, 'to'),
      day: daySpan(parts.find(({ url }) => url === 'date')?.valueDateTime),
      source: sourceOf.get(parts.find(({ url }) => url === 'source')?.valueReference?.reference ?? ''),
    }))
    .sort((a, b) => compareSpans(a.day, b.day));
}

function textIn(parts: readonly Extension[], url: string): string {
  const part = parts.find((item) => item.url === url);
  return part?.valueCode ?? part?.valueString ?? '';
}

function first(spans: readonly DaySpan[]): DaySpan | undefined {
  return spans.toSorted(compareDaySpans)[0];
}

function last(spans: readonly DaySpan[]): DaySpan | undefined {
  return spans.toSorted((a, b) => a.last - b.last || a.first - b.first).at(-1);
}

function compareSpans(a: DaySpan | undefined, b: DaySpan | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareDaySpans(a, b);
}
