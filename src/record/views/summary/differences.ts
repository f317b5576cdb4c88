/** Where the sources differ, and what may be one thing: told together, beside the lists (law L9; information, never advice). */
import type { DetectedIssue } from 'fhir/r4.js';
import { compareText } from '../../facts/fact.ts';
import { REASON_WORDS } from '../../explain/tables/issue-words.ts';
import { EXTENSION } from '../../fhir/canonical.ts';
import type { R4Resource } from '../../fhir/types.ts';
import { statedNone } from './stated-none.ts';
import type { SummaryContext } from './summary-context.ts';
import type { SummarySection } from './summary-section.ts';
import { element, list, narrative } from './xhtml.ts';

type Issue = DetectedIssue & { id: string };

/** @param listed what stands in the summary, by the unified record it stands for. */
export function differencesSection(
  context: SummaryContext,
  listed: ReadonlyMap<string, readonly R4Resource[]>,
): SummarySection | undefined {
  const told = context.issues.flatMap((issue) => {
    const about = recordsOf(issue, context);
    const entries = [...new Set(about.flatMap((reference) => listed.get(reference) ?? []))];
    // About something that this summary does not list: the whole record tells it.
    if (entries.length === 0 || !about.every((reference) => listed.has(reference) || statesNone(reference, context)))
      return [];
    const detail = wordsOf(issue, about, context);
    return [{ issue: { ...issue, detail, implicated: entries.map(referTo) }, detail }];
  });
  if (told.length === 0) return undefined;
  const sorted = told.sort((a, b) => compareText(a.detail, b.detail) || compareText(a.issue.id, b.issue.id));
  return {
    entries: sorted.map(({ issue }) => issue),
    section: {
      title: 'Where the sources differ',
      code: { text: 'Where the sources differ' },
      text: narrative([
        element('p', 'Found by comparing what the sources say. To be checked with the person; nothing was decided.'),
        list([...new Set(sorted.map(({ detail }) => detail))]),
      ]),
      entry: sorted.map(({ issue }) => referTo(issue)),
    },
  };
}

/** "None known" beside what is listed is told and does not stand in the list. */
function statesNone(reference: string, { input }: SummaryContext): boolean {
  const resource = input.read(reference);
  return resource?.resourceType === 'AllergyIntolerance' && statedNone(resource) !== undefined;
}

function referTo({ resourceType, id }: R4Resource): { readonly reference: string } {
  return { reference: `${resourceType}/${id}` };
}

/** The unified records an issue is about: the one it is inside of, or those it stands between. */
function recordsOf(issue: Issue, context: SummaryContext): readonly string[] {
  const inside = issue.extension?.find(({ url }) => url === EXTENSION.unifiedRecord)?.valueReference?.reference;
  if (inside !== undefined) return [inside];
  return (issue.implicated ?? []).flatMap(({ reference }) =>
    reference === undefined ? [] : (context.unifiedOf(reference) ?? reference),
  );
}

function wordsOf(issue: Issue, about: readonly string[], context: SummaryContext): string {
  const called = about.map((reference) => {
    const resource = context.input.read(reference);
    return resource === undefined ? 'a record' : context.titleOf(resource);
  });
  const reason = issue.extension?.find(({ url }) => url === EXTENSION.relatedReason)?.valueCoding?.code;
  if (reason !== undefined)
    return `May be the same, and kept apart (${REASON_WORDS[reason] ?? reason}): ${called.join('; ')}.`;
  if (about.length > 1) return `Stand against each other: ${called.join('; ')}.`;
  return `${called[0] ?? ''}: ${context.differenceOf(issue)}`;
}
