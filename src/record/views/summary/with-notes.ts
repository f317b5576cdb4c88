/** Says in standard elements what the unified view says in the gateway's own extensions, so that any receiver can show it. */
import type { AllergyIntolerance, Annotation, Condition, MedicationStatement } from 'fhir/r4.js';
import type { SummaryContext } from './summary-context.ts';

type Noted = (AllergyIntolerance | Condition | MedicationStatement) & { id: string };

/**
 * @param entry what stands in the summary for the unified record: itself, or a source's own.
 * @param status of the unified record: `sources differ: …` where they do.
 */
export function withNotes<T extends Noted>(context: SummaryContext, entry: T, unified: T, status: string): T {
  const sources = context.sourcesOf(unified);
  const texts = [
    ...(/^(?:sources|records) differ/.test(status) ? [`Status: ${status}.`] : []),
    ...context.differences(unified),
    ...(sources.length === 0 ? [] : [`Recorded by: ${sources.join(', ')}.`]),
  ];
  const note: Annotation[] = [...(entry.note ?? []), ...texts.map((text) => ({ text }))];
  return note.length === 0 ? entry : { ...entry, note };
}
