/**
 * The completeness OperationOutcome as far as a viewer may know the records it speaks of (laws L7, L10): how each source
 * stands is for everyone, which records and how many of them only for those who may read the type.
 */
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';
import { COMPLETENESS_SYSTEM } from '../record/fhir/canonical.ts';
import type { Quarantined } from '../record/normalise/source-record.ts';
import { isReadable, type ReadableTypes } from './readable-types.ts';
import { R4_TYPES } from './tables/resource-types.ts';

/** `Condition/gp-1`, and in a path `Condition.code`. A type alone in a sentence names no record. */
const RECORD = /\b([A-Z][A-Za-z]{2,63})\/([A-Za-z0-9\-.]{1,64})/g;
const PATH = /\b([A-Z][A-Za-z]{2,63})\.[a-z]/g;

const NOTHING_TO_TELL: OperationOutcomeIssue = {
  severity: 'information',
  code: 'informational',
  details: { text: 'There is nothing to tell about the types that the access token allows.' },
};

export function narrowOutcome<T extends OperationOutcome>(
  outcome: T,
  types: ReadableTypes,
  quarantined: readonly Quarantined[],
): T {
  if (types === '*') return outcome;
  const setAside = new Map(quarantined.map((item) => [`Binary/${item.id}`, item]));
  const coded = outcome.issue.filter(hasCode);
  // What has no code cannot be judged: it stays only where there is nothing else.
  const judged = coded.length > 0 ? coded : outcome.issue;
  const issue = judged.flatMap((item) => narrowIssue(item, types, setAside) ?? []);
  // OperationOutcome.issue is 1..*.
  return { ...outcome, issue: issue.length > 0 ? issue : [NOTHING_TO_TELL] };
}

function narrowIssue(
  issue: OperationOutcomeIssue,
  types: ReadableTypes,
  setAside: ReadonlyMap<string, Quarantined>,
): OperationOutcomeIssue | undefined {
  // A source's warning on a List tells what the source held back.
  if (codeOf(issue) === 'list-warning') return issue;
  const text = textOf(issue);
  const records = [...text.matchAll(RECORD)].filter(([, type = '']) => R4_TYPES.has(type));
  const paths = [...text.matchAll(PATH)].filter(([, type = '']) => R4_TYPES.has(type));
  if (!paths.every(([, type = '']) => isReadable(types, type))) return undefined;
  const [only] = records;
  const item = records.length === 1 ? setAside.get(only?.[0] ?? '') : undefined;
  if (item !== undefined) return narrowQuarantine(issue, item, types);
  const readable = records.filter(([, type = '']) => isReadable(types, type)).map(([reference]) => reference);
  if (readable.length === records.length && !isCutShort(issue)) return issue;
  return readable.length === 0 ? undefined : retold(issue, readable);
}

/** That something of a readable type, or of none known, could not be read is told; where it is kept, to those who may open it. */
function narrowQuarantine(
  issue: OperationOutcomeIssue,
  { resourceType }: Quarantined,
  types: ReadableTypes,
): OperationOutcomeIssue | undefined {
  if (resourceType !== undefined && !isReadable(types, resourceType)) return undefined;
  if (isReadable(types, 'Binary') && resourceType !== undefined) return issue;
  return coreOf(issue);
}

/** The words count records that may not be known, so they are said again for those that may. */
function retold(issue: OperationOutcomeIssue, readable: readonly string[]): OperationOutcomeIssue {
  return {
    ...coreOf(issue),
    details: {
      ...issue.details,
      text: `This concerns ${readable.length} or more records that the access token allows.`,
    },
    diagnostics: readable.join(' '),
  };
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
