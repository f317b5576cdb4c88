/**
 * Problems that are or may be present, and those of the past (IPS 2.0.1, "Problem List", "History of Past Problems"). What is no
 * diagnosis, what was ruled out, and what is about the family is in neither.
 */
import type { Condition } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { EXTENSION } from '../../fhir/canonical.ts';
import { compareText } from '../../facts/fact.ts';
import { firstCode } from '../../facts/common.ts';
import { completeCondition } from './complete-required.ts';
import { speakersOfDispute } from './disputed.ts';
import { newestOfEach, timesWords } from './newest-of-each.ts';
import { noneKnownConcept, statedNone } from './stated-none.ts';
import { statusWords } from './status-words.ts';
import { extensionsIn, type SummaryContext } from './summary-context.ts';
import { summarySection, type SummarySection } from './summary-section.ts';
import { withNotes } from './with-notes.ts';
import { conceptWords, periodWords, quantityWords } from './words.ts';
import { element, table, type Content, type Markup } from './xhtml.ts';

type Problem = Condition & { id: string };

const PAST: ReadonlySet<string> = new Set(['inactive', 'remission', 'resolved']);

export function problemsSection(context: SummaryContext): SummarySection | undefined {
  const { current, ruledOut, stating } = sortProblems(context);
  const none = current.length === 0 && context.gaps('problems').length === 0 ? stating : [];
  return summarySection(context, 'problems', {
    entries: [
      ...current.flatMap((problem) => entriesOf(context, problem)),
      ...none.map((problem) => withNotes(context, coded(context, problem), problem, '')),
    ],
    told: [
      ...(current.length === 0 ? [] : [problemsTable(context, current)]),
      ...stating.map((problem) => element('p', `${whoOf(context, problem)} states: ${nameOf(context, problem)}.`)),
      ...ruledOut.map((problem) =>
        element('p', `Ruled out, so not listed: ${nameOf(context, problem)} (${whoOf(context, problem)}).`),
      ),
    ],
  });
}

export function pastProblemsSection(context: SummaryContext): SummarySection | undefined {
  const { past } = sortProblems(context);
  const newest = newestOfEach(past, (problem) => nameOf(context, problem).toLowerCase(), lastOf);
  const counts = new Map(newest.map(({ resource, count }) => [resource.id, count]));
  const shown = newest.map(({ resource }) => resource);
  return summarySection(context, 'past-problems', {
    entries: shown.flatMap((problem) => entriesOf(context, problem)),
    told: shown.length === 0 ? [] : [problemsTable(context, shown, counts)],
  });
}

/** Conditions that a source records without their being a diagnosis of this person. */
export function otherConditions(context: SummaryContext): readonly Problem[] {
  return context
    .unified('Condition')
    .filter((problem) => statedNone(problem) === undefined && !isDiagnosis(problem) && !isRefuted(problem));
}

interface Sorted {
  readonly current: readonly Problem[];
  readonly past: readonly Problem[];
  readonly ruledOut: readonly Problem[];
  readonly stating: readonly Problem[];
}

function sortProblems(context: SummaryContext): Sorted {
  const all = context.unified('Condition');
  const named = all.filter((problem) => statedNone(problem) === undefined);
  const diagnoses = named.filter((problem) => isDiagnosis(problem) && !isRefuted(problem));
  const isPast = ({ clinicalStatus }: Problem) => PAST.has(firstCode(clinicalStatus) ?? '');
  return {
    current: diagnoses
      .filter((problem) => !isPast(problem))
      .sort(
        (a, b) =>
          compareText(nameOf(context, a).toLowerCase(), nameOf(context, b).toLowerCase()) || compareText(a.id, b.id),
      ),
    past: diagnoses
      .filter(isPast)
      .sort(
        (a, b) =>
          compareText(lastOf(b), lastOf(a)) ||
          compareText(nameOf(context, a), nameOf(context, b)) ||
          compareText(a.id, b.id),
      ),
    ruledOut: named.filter((problem) => isDiagnosis(problem) && isRefuted(problem)),
    stating: all.filter((problem) => statedNone(problem) !== undefined && !isRefuted(problem)),
  };
}

function isDiagnosis(problem: Problem): boolean {
  return !extensionsIn(problem).some(
    ({ url, valueBoolean }) => url === EXTENSION.notADiagnosis && valueBoolean === true,
  );
}

function isRefuted({ verificationStatus }: Problem): boolean {
  return firstCode(verificationStatus) === 'refuted';
}

function nameOf({ names }: SummaryContext, problem: Problem): string {
  return names.nameOf(problem);
}

function whoOf(context: SummaryContext, problem: Problem): string {
  return context.sourcesOf(problem).join(', ') || 'A source';
}

function lastOf({ abatementDateTime, onsetDateTime, recordedDate }: Problem): string {
  return abatementDateTime ?? onsetDateTime ?? recordedDate ?? '';
}

/** @param counts how many there are of each, by id, where more than one is shown in one row. */
function problemsTable(
  context: SummaryContext,
  problems: readonly Problem[],
  counts: ReadonlyMap<string, number> = new Map(),
): Markup {
  return table(
    ['Problem', 'Status', 'Since', 'Until', 'Recorded by'],
    problems.map((problem) => rowOf(context, problem, counts.get(problem.id) ?? 1)),
  );
}

function rowOf(context: SummaryContext, problem: Problem, count: number): readonly Content[] {
  const status = statusWords(context, problem, firstCode(problem.clinicalStatus));
  const verification = firstCode(problem.verificationStatus);
  const severity = conceptWords(problem.severity);
  return [
    [
      element('b', nameOf(context, problem)),
      ...(severity === undefined ? [] : [severity]),
      ...(count === 1 ? [] : [timesWords(count)]),
      ...context.differences(problem),
    ],
    verification === undefined || verification === 'confirmed' ? status : [status, verification],
    onsetWords(problem),
    problem.abatementDateTime === undefined ? '' : dayWords(problem.abatementDateTime),
    context.sourcesOf(problem).join(', '),
  ];
}

function onsetWords({ onsetDateTime, onsetPeriod, onsetAge, onsetString, recordedDate }: Problem): string {
  const age = quantityWords(onsetAge);
  return (
    (onsetDateTime === undefined ? undefined : dayWords(onsetDateTime)) ??
    periodWords(onsetPeriod) ??
    (age === undefined ? undefined : `age ${age}`) ??
    onsetString ??
    (recordedDate === undefined ? 'not said' : `not said, recorded ${dayWords(recordedDate)}`)
  );
}

function coded({ input }: SummaryContext, problem: Problem): Problem {
  const what = statedNone(problem);
  return what === undefined ? problem : { ...problem, code: noneKnownConcept(what, problem.code, input.version) };
}

function entriesOf(context: SummaryContext, problem: Problem): readonly Problem[] {
  const status = statusWords(context, problem, firstCode(problem.clinicalStatus));
  const apart = speakersOfDispute(context, problem);
  const entries = apart.length > 0 ? apart : [problem];
  return entries.map((entry) => completeCondition(withNotes(context, entry, problem, status)));
}
