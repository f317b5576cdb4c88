/**
 * What may be missing from a section, in words, one per reason (laws L6, L7): an empty section with a gap is never "none".
 */
import type { OperationOutcomeIssue } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../completeness.ts';
import { dayWords } from '../../explain/day-words.ts';
import { COMPLETENESS_SYSTEM } from '../../fhir/canonical.ts';
import type { SummaryInput } from './summary-input.ts';
import { LIST_WARNINGS, OTHER_LISTS } from './tables/list-warnings.ts';
import { SECTIONS, type SectionKind } from './tables/sections.ts';

const ALL_LIST_WORDS = Object.values(SECTIONS).flatMap(({ listWords = [] }) => listWords);
const NOT_WHOLE: ReadonlySet<string> = new Set(['partial', 'refused', 'failed', 'unread']);

export function gapsOf(input: SummaryInput, kind: SectionKind): readonly string[] {
  const { completeness, outcome } = input;
  if (completeness.length === 0) return ['No source is linked.'];
  return [
    ...completeness.flatMap((source) => sourceGap(source, kind, input) ?? []),
    ...outcome.issue.flatMap((issue) => listWarning(issue, kind, completeness) ?? []),
    ...unreadable(input, kind),
  ];
}

function sourceGap(source: SourceCompleteness, kind: SectionKind, input: SummaryInput): string | undefined {
  const { title, state, reason, lastSuccess } = source;
  const why = reason === undefined ? '' : `: ${withoutStop(reason)}`;
  const since = lastSuccess === undefined ? '' : ` since ${dayWords(lastSuccess)}`;
  switch (state) {
    case 'complete':
      return undefined;
    case 'partial':
      return partialGap(source, kind, input);
    case 'stale':
      return `${title} could not be read again${since}${why}. What it gave before is shown.`;
    case 'failed':
      return `${title} could not be read${why}.`;
    case 'needs-sign-in':
      return `${title} has not been read${since}${why}.`;
    case 'withheld':
      return `${title} withheld${why}.`;
  }
}

/** Offline a source has no outcome by type: what it lacks may be of any. */
function partialGap(
  { title, types, reason }: SourceCompleteness,
  kind: SectionKind,
  { mayRead }: SummaryInput,
): string | undefined {
  const { drawnFrom, words } = SECTIONS[kind];
  if (types.length === 0) return `${title} was read in part${reason === undefined ? '' : `: ${withoutStop(reason)}`}.`;
  const missing = types.find((type) => drawnFrom.includes(type.type) && NOT_WHOLE.has(type.state));
  if (missing === undefined) return undefined;
  const why = missing.reason === undefined || !mayRead(missing.type) ? '' : ` (${withoutStop(missing.reason)})`;
  return `${title} did not give all it has of ${words}${why}.`;
}

/** A source's own warning on one of its lists: `confidential-items`, `data-in-transit`. */
function listWarning(
  issue: OperationOutcomeIssue,
  kind: SectionKind | undefined,
  completeness: readonly SourceCompleteness[],
): string | undefined {
  const isWarning = issue.details?.coding?.some(
    ({ system, code }) => system === COMPLETENESS_SYSTEM && code === 'list-warning',
  );
  const text = issue.details?.text;
  if (isWarning !== true || text === undefined) return undefined;
  // The outcome names sources by their short name, and that first.
  const list = text.slice(text.indexOf(': ') + 1).toLowerCase();
  if (kind !== undefined && !isAbout(list, kind)) return undefined;
  const code = text.slice(text.lastIndexOf(':') + 1).trim();
  const words = LIST_WARNINGS[code];
  const told = withoutStop(words === undefined ? text : text.replace(code, words));
  const [source = ''] = told.split(': ', 1);
  return `${titleOf(source, completeness)}${told.slice(source.length)}.`;
}

function titleOf(source: string, completeness: readonly SourceCompleteness[]): string {
  return completeness.find((one) => one.source === source)?.title ?? source;
}

/** A warning on a list of no known kind may be about anything. */
function isAbout(text: string, kind: SectionKind): boolean {
  const { listWords = [] } = SECTIONS[kind];
  if (listWords.some((word) => text.includes(word))) return true;
  const isKnown = [...OTHER_LISTS, ...ALL_LIST_WORDS].some((word) => text.includes(word));
  return !isKnown;
}

/** Every warning of a source on any of its lists. */
export function listWarnings({ outcome, completeness }: SummaryInput): readonly string[] {
  return outcome.issue.flatMap((issue) => listWarning(issue, undefined, completeness) ?? []);
}

/** Of the sources that no longer give all they gave. */
export function noLongerReturned({ outcome }: SummaryInput): readonly string[] {
  return outcome.issue.flatMap(({ details }) =>
    details?.coding?.some(({ code }) => code === 'no-longer-returned') === true ? (details.text ?? []) : [],
  );
}

/** What was set aside, as far as its type may be read: that there is something tells of it (law L10). */
function unreadable({ record, completeness, mayRead }: SummaryInput, kind: SectionKind): readonly string[] {
  const { drawnFrom } = SECTIONS[kind];
  const bySource = new Map<string, number>();
  for (const { source, resourceType } of record.quarantined) {
    if (resourceType === undefined || (drawnFrom.includes(resourceType) && mayRead(resourceType)))
      bySource.set(source, (bySource.get(source) ?? 0) + 1);
  }
  return [...bySource].map(
    ([source, count]) =>
      `${titleOf(source, completeness)}: ${count} ${count === 1 ? 'item' : 'items'} could not be read and may belong here.`,
  );
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
