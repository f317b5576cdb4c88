/** The issues of each unified record: differences inside it, and others it stands beside. */
import type { DetectedIssue } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';

export interface RecordIssues {
  readonly differences: DetectedIssue[];
  readonly relations: DetectedIssue[];
}

export function issuesByRecord(issues: readonly DetectedIssue[]): ReadonlyMap<string, RecordIssues> {
  const byRecord = new Map<string, { differences: DetectedIssue[]; relations: DetectedIssue[] }>();
  const of = (reference: string): RecordIssues => {
    const there = byRecord.get(reference) ?? { differences: [], relations: [] };
    byRecord.set(reference, there);
    return there;
  };
  for (const issue of issues) {
    const inside = issue.extension?.find((item) => item.url === EXTENSION.unifiedRecord)?.valueReference?.reference;
    if (inside !== undefined) of(inside).differences.push(issue);
    else for (const { reference } of issue.implicated ?? []) if (reference) of(reference).relations.push(issue);
  }
  return byRecord;
}

export function issueCode(issue: DetectedIssue): string {
  return issue.code?.coding?.[0]?.code ?? '';
}

/** Why two records may be one: a code of the gateway's CodeSystem `related-reason`, or `other-side` where each names its side. */
export function relatedReasonOf(issue: DetectedIssue): string | undefined {
  const reason = issue.extension?.find(({ url }) => url === EXTENSION.relatedReason)?.valueCoding?.code;
  return reason !== undefined && issueCode(issue) === 'laterality-differs' ? 'other-side' : reason;
}

export interface SaidValue {
  readonly value: string;
  readonly refs: readonly string[];
  readonly date: string | undefined;
}

/** The values that stand against each other. */
export function statedValuesOf(issue: DetectedIssue): readonly SaidValue[] {
  return (issue.extension ?? [])
    .filter((item) => item.url === EXTENSION.statedValue)
    .map(({ extension = [] }) => ({
      value: extension.find((part) => part.url === 'value')?.valueString ?? '',
      refs: extension.flatMap((part) => part.valueReference?.reference ?? []),
      date: extension.find((part) => part.url === 'date')?.valueDateTime,
    }));
}
