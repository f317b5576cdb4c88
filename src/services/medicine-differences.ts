/** What sources say differently of one medicine, side by side, each in its own words where it has any (law L9). Pure. */
import type { DetectedIssue } from 'fhir/r4.js';
import { issueCode, statedValuesOf, type SaidValue } from '../record/explain/issues-by-record.ts';
import { conceptText, type RecordNames } from '../record/explain/record-names.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { NamedSources } from './medicine-name.ts';
import { titlesOf, type SaidBy } from './said-by.ts';

/** A source's own text, a day, a code that the catalogues have words for, or what one record's code and its words say. */
export type ValueSort = 'written' | 'day' | 'status' | 'by-code' | 'by-text' | 'not-said';

export interface MedicineDifference {
  /** Code of the gateway's CodeSystem `discrepancy`: `dose-differs`, `status-differs`, … */
  readonly code: string;
  readonly values: readonly (SaidBy & { readonly sort: ValueSort })[];
}

const BY_CODE = 'code: ';
const BY_TEXT = 'text: ';

/** @param issues that name this unified record alone. @returns sorted by code; what would read alike once. */
export function medicineDifferences(
  issues: readonly DetectedIssue[],
  sources: NamedSources,
): readonly MedicineDifference[] {
  const told = issues.map((issue) => ({
    code: issueCode(issue),
    values: statedValuesOf(issue).map((said) => ({
      ...sorted(issueCode(issue), said, sources),
      who: titlesOf(said.refs, sources),
      date: said.date,
    })),
  }));
  return [...new Map(told.map((difference) => [JSON.stringify(difference), difference])).values()].toSorted((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
  );
}

function sorted(code: string, { value, refs }: SaidValue, { names }: NamedSources): { sort: ValueSort; value: string } {
  if (value === '') return { sort: 'not-said', value };
  switch (code) {
    case 'status-differs':
      return { sort: 'status', value };
    case 'period-differs':
      return { sort: 'day', value };
    case 'code-text-disagree':
      if (value.startsWith(BY_CODE)) return { sort: 'by-code', value: value.slice(BY_CODE.length) };
      return { sort: 'by-text', value: value.startsWith(BY_TEXT) ? value.slice(BY_TEXT.length) : value };
    // What was compared is the gateway's word ("tablet"); what stands here is the source's.
    case 'strength-differs':
    case 'form-differs':
    case 'brand-differs':
      return { sort: 'written', value: inOwnWords(refs, names) ?? value };
    default:
      return { sort: 'written', value };
  }
}

function inOwnWords(refs: readonly string[], names: RecordNames): string | undefined {
  const said = refs.flatMap((ref) => {
    const resource: R4Resource | undefined = names.recordOf(ref)?.resource;
    return (resource && conceptText(names.productOf(resource))) ?? [];
  });
  const distinct = [...new Map(said.map((text) => [text.trim().toLowerCase(), text.trim()])).values()];
  return distinct.length === 0 ? undefined : distinct.toSorted().join(' / ');
}
