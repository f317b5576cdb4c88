/** A discrepancy as a page sets it out: the values side by side, each with who says it. No winner is picked (law L9). Pure. */
import type { DetectedIssue, Extension } from 'fhir/r4.js';
import { EXTENSION } from '../../record/fhir/canonical.ts';

/** How a value is put in words: a source's own text, a day, or a code that the catalogue has words for. */
export type ValueSort =
  'written' | 'day' | 'status' | 'verification' | 'criticality' | 'by-code' | 'by-text' | 'not-said';

export interface DifferentValue {
  readonly sort: ValueSort;
  readonly value: string;
  readonly who: readonly string[];
  /** FHIR date of the latest record that says so. */
  readonly date: string | undefined;
}

export interface ToldDifference {
  /** Code of the gateway's CodeSystem `discrepancy`; `denied`: one source says there is none. */
  readonly code: string;
  readonly values: readonly DifferentValue[];
}

const SORTS: Readonly<Record<string, ValueSort>> = {
  'status-differs': 'status',
  'period-differs': 'day',
  'verification-differs': 'verification',
};
const BY_CODE = 'code: ';
const BY_TEXT = 'text: ';

/**
 * @param titlesOf the titles of the source of a source record.
 * @returns one, or none where the issue relates two records that may be the same.
 */
export function differenceOf(
  issue: DetectedIssue,
  titlesOf: (reference: string) => readonly string[],
): readonly ToldDifference[] {
  const code = issue.code?.coding?.[0]?.code;
  const extensions = issue.extension ?? [];
  if (code === undefined || extensions.some(({ url }) => url === EXTENSION.relatedReason)) return [];
  const isInside = extensions.some(({ url }) => url === EXTENSION.unifiedRecord);
  if (!isInside) return code === 'status-differs' ? [{ code: 'denied', values: [] }] : [];
  const stated = extensions.filter(({ url }) => url === EXTENSION.statedValue);
  return [{ code, values: stated.map((extension) => valueOf(code, extension.extension ?? [], titlesOf)) }];
}

function valueOf(
  code: string,
  parts: readonly Extension[],
  titlesOf: (reference: string) => readonly string[],
): DifferentValue {
  const text = parts.find(({ url }) => url === 'value')?.valueString;
  const who = [...new Set(parts.flatMap(({ valueReference }) => titlesOf(valueReference?.reference ?? '')))];
  const date = parts.find(({ url }) => url === 'date')?.valueDateTime;
  return { ...sorted(code, text), who, date };
}

/** @param text as the issue states it; undefined where a source says nothing. */
export function sorted(code: string, text: string | undefined): Pick<DifferentValue, 'sort' | 'value'> {
  if (text === undefined) return { sort: 'not-said', value: '' };
  if (code === 'code-text-disagree') {
    if (text.startsWith(BY_CODE)) return { sort: 'by-code', value: text.slice(BY_CODE.length) };
    if (text.startsWith(BY_TEXT)) return { sort: 'by-text', value: text.slice(BY_TEXT.length) };
  }
  if (code === 'severity-or-stage-differs' && (text === 'high' || text === 'low'))
    return { sort: 'criticality', value: text };
  return { sort: SORTS[code] ?? 'written', value: text };
}
