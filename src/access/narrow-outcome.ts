/**
 * The completeness OperationOutcome as far as a viewer may know the records it speaks of (laws L7, L10): how each source
 * stands is for everyone, which records and how many of them only for those who may read the type.
 */
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import type { SourceCompleteness } from '../record/completeness.ts';
import { COMPLETENESS_SYSTEM, EXTENSION } from '../record/fhir/canonical.ts';
import type { Quarantined } from '../record/normalise/source-record.ts';
import { mayReadAll, mayReadSome, type ReadRights } from './read-rights.ts';
import { R4_TYPES } from './tables/resource-types.ts';

/** `Condition/gp-1`, and in a path `Condition.code`. A type alone in a sentence names no record. */
const RECORD = /\b([A-Z][A-Za-z]{2,63})\/([A-Za-z0-9\-.]{1,64})/g;
const PATH = /\b([A-Z][A-Za-z]{2,63})\.[a-z]/g;

const NOTHING_TO_TELL: OperationOutcomeIssue = {
  severity: 'information',
  code: 'informational',
  details: { text: 'There is nothing to tell about the types that the access token allows.' },
};

/** @param isGiven whether this viewer is given the record of this name. */
export function narrowOutcome<T extends OperationOutcome>(
  outcome: T,
  rights: ReadRights,
  isGiven: (reference: string) => boolean,
  quarantined: readonly Quarantined[],
): T {
  if (rights.whole === '*') return outcome;
  const setAside = new Map(quarantined.map((item) => [`Binary/${item.id}`, item]));
  const coded = outcome.issue.filter(hasCode);
  // What has no code cannot be judged: it stays only where there is nothing else.
  const judged = coded.length > 0 ? coded : outcome.issue;
  const issue = judged.flatMap((item) => narrowIssue(item, rights, isGiven, setAside) ?? []);
  // OperationOutcome.issue is 1..*.
  return { ...outcome, issue: issue.length > 0 ? issue : [NOTHING_TO_TELL] };
}

/** Why a source was read in part may be about records of any type, with numbers; how it stands is for everyone. */
export function narrowCompleteness(
  completeness: readonly SourceCompleteness[],
  rights: ReadRights,
): readonly SourceCompleteness[] {
  if (rights.whole === '*') return completeness;
  return completeness.map((source) => (source.state === 'partial' ? { ...source, reason: undefined } : source));
}

function narrowIssue(
  issue: OperationOutcomeIssue,
  rights: ReadRights,
  isGiven: (reference: string) => boolean,
  setAside: ReadonlyMap<string, Quarantined>,
): OperationOutcomeIssue | undefined {
  const code = codeOf(issue);
  // A source's warning on a List tells what the source held back.
  if (code === 'list-warning') return mayReadAll(rights, 'List') ? issue : withoutTitle(issue);
  if (code === 'partial') return withoutReason(issue, rights);
  // One number for all types.
  if (code === 'no-longer-returned') return undefined;
  const text = textOf(issue);
  const records = [...text.matchAll(RECORD)].filter(([, type = '']) => R4_TYPES.has(type));
  const paths = [...text.matchAll(PATH)].filter(([, type = '']) => R4_TYPES.has(type));
  if (!paths.every(([, type = '']) => mayReadAll(rights, type) || (records.length > 0 && mayReadSome(rights, type))))
    return undefined;
  const [only] = records;
  const item = records.length === 1 ? setAside.get(only?.[0] ?? '') : undefined;
  if (item !== undefined) return narrowQuarantine(issue, item, rights);
  const known = records.filter(([name, type = '']) => mayReadAll(rights, type) || isGiven(name)).map(([name]) => name);
  if (known.length === records.length && !isCutShort(issue)) return issue;
  return known.length === 0 ? undefined : retold(issue, known);
}

/** That something of a readable type, or of none known, could not be read is told; where it is kept, to those who may open it. */
function narrowQuarantine(
  issue: OperationOutcomeIssue,
  { resourceType }: Quarantined,
  rights: ReadRights,
): OperationOutcomeIssue | undefined {
  if (resourceType !== undefined && !mayReadAll(rights, resourceType)) return undefined;
  if (mayReadAll(rights, 'Binary') && resourceType !== undefined) return issue;
  return coreOf(issue);
}

/** The words count records that may not be known, so they are said again for those that may. */
function retold(issue: OperationOutcomeIssue, known: readonly string[]): OperationOutcomeIssue {
  return {
    ...coreOf(issue),
    details: {
      ...issue.details,
      text: `This concerns ${known.length} or more records that the access token allows.`,
    },
    diagnostics: known.join(' '),
  };
}

function withoutTitle(issue: OperationOutcomeIssue): OperationOutcomeIssue {
  const source = toldValue(issue, 'source') ?? 'a source';
  const reason = toldValue(issue, 'reason') ?? 'it says so';
  return reworded(issue, `${source}: a list may be incomplete: ${reason}`, issue.extension);
}

/** `<type> <state>` where one kind of data is meant, the state alone where the source is. */
function withoutReason(issue: OperationOutcomeIssue, rights: ReadRights): OperationOutcomeIssue {
  const state = toldValue(issue, 'state');
  const [type] = state?.includes(' ') === true ? state.split(' ') : [];
  if (state === undefined || (type !== undefined && mayReadAll(rights, type))) return issue;
  const extension = issue.extension?.map((told) => ({
    ...told,
    extension: (told.extension ?? []).filter(({ url }) => url !== 'reason'),
  }));
  return reworded(issue, `${toldValue(issue, 'source') ?? 'a source'}: ${state}`, extension);
}

function reworded(
  issue: OperationOutcomeIssue,
  text: string,
  extension: OperationOutcomeIssue['extension'],
): OperationOutcomeIssue {
  const { severity, code, details } = issue;
  return { severity, code, details: { ...details, text }, ...(extension === undefined ? {} : { extension }) };
}

function toldValue(issue: OperationOutcomeIssue, name: string): string | undefined {
  const told = issue.extension?.find(({ url }) => url === EXTENSION.completeness)?.extension;
  return told?.find(({ url }) => url === name)?.valueString;
}

/** What is said in words and code, without where and about which records. */
function coreOf({ severity, code, details }: OperationOutcomeIssue): OperationOutcomeIssue {
  return { severity, code, ...(details === undefined ? {} : { details }) };
}

/** `… and 7 more`: those may be of any type. */
function isCutShort({ diagnostics }: OperationOutcomeIssue): boolean {
  return / and \d+ more$/.test(diagnostics ?? '');
}

function hasCode(issue: OperationOutcomeIssue): boolean {
  return codeOf(issue) !== undefined;
}

function codeOf(issue: OperationOutcomeIssue): string | undefined {
  return issue.details?.coding?.find((coding) => coding.system === COMPLETENESS_SYSTEM)?.code;
}

/** All words of an issue. `url` and `system` hold names of definitions (`…/CodeSystem/…`), which are no records. */
function textOf(issue: OperationOutcomeIssue): string {
  return JSON.stringify(issue, (key, value: unknown) => (key === 'url' || key === 'system' ? undefined : value));
}
