/** "Lives alone", "family history of …", "main spoken language": recorded, and no diagnosis or result of this person (UK GP records). */
import { compareText } from '../../facts/fact.ts';
import { firstCode } from '../../facts/common.ts';
import { completeCondition, completeObservation } from './complete-required.ts';
import { otherFindings } from './observations.ts';
import { otherConditions } from './problems.ts';
import { statusWords } from './status-words.ts';
import type { SummaryContext } from './summary-context.ts';
import type { SummarySection } from './summary-section.ts';
import { withNotes } from './with-notes.ts';
import { dayWords } from '../../explain/day-words.ts';
import { conceptWords, valueWords } from './words.ts';
import { narrative, table } from './xhtml.ts';

const TITLE = 'Other things recorded';

export function otherThingsSection(context: SummaryContext): SummarySection | undefined {
  const others = [...otherConditions(context)].sort(
    (a, b) => compareText(context.titleOf(a), context.titleOf(b)) || compareText(a.id, b.id),
  );
  const findings = otherFindings(context);
  if (others.length + findings.length === 0) return undefined;
  const conditionRows = others.map((condition) => [
    context.titleOf(condition),
    statusWords(context, condition, firstCode(condition.clinicalStatus)),
    condition.onsetDateTime === undefined ? '' : dayWords(condition.onsetDateTime),
    context.sourcesOf(condition).join(', '),
  ]);
  const findingRows = findings.map((finding) => [
    `${conceptWords(finding.code) ?? 'without a name'}: ${valueWords(finding) ?? ''}`,
    '',
    finding.effectiveDateTime === undefined ? '' : dayWords(finding.effectiveDateTime),
    context.sourceOf(finding),
  ]);
  const conditions = others.map((condition) =>
    completeCondition(
      withNotes(context, condition, condition, statusWords(context, condition, firstCode(condition.clinicalStatus))),
    ),
  );
  const entries = [...conditions, ...findings.map((finding) => completeObservation(finding, context.subject, false))];
  return {
    entries,
    section: {
      title: TITLE,
      code: { text: TITLE },
      text: narrative([table(['What', 'Status', 'Since', 'Recorded by'], [...conditionRows, ...findingRows])]),
      entry: entries.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
    },
  };
}
