/** What the sources say of a unified record's status, and who says so (law L9: no winner is picked). */
import type { R4Resource } from '../../fhir/types.ts';
import { EXTENSION } from '../../fhir/canonical.ts';
import { compareText } from '../../facts/fact.ts';
import { extensionsIn, type SummaryContext } from './summary-context.ts';

export interface StatedStatus {
  readonly value: string;
  /** Reference to the record that states it. */
  readonly reference: string;
  readonly date: string | undefined;
}

export function statedStatuses(resource: R4Resource): readonly StatedStatus[] {
  return extensionsIn(resource).flatMap(({ url, extension = [] }) => {
    if (url !== EXTENSION.reportedStatus) return [];
    const value = extension.find((part) => part.url === 'value')?.valueCode;
    const reference = extension.find((part) => part.url === 'source')?.valueReference?.reference;
    const date = extension.find((part) => part.url === 'date')?.valueDateTime;
    return value === undefined || reference === undefined ? [] : [{ value, reference, date }];
  });
}

/** `active`; `sources differ: active (GP), stopped (Hospital)`; `records differ: …` where one source does; `not said`. @param agreed the unified record's own status. */
export function statusWords(context: SummaryContext, resource: R4Resource, agreed: string | undefined): string {
  if (agreed !== undefined) return agreed;
  const byValue = new Map<string, Set<string>>();
  for (const { value, reference } of statedStatuses(resource)) {
    const source = context.names.sourceOf(reference);
    const who = byValue.get(value) ?? new Set<string>();
    byValue.set(value, who.add(source === undefined ? 'a source' : context.sourceTitle(source)));
  }
  const said = [...byValue].sort(([a], [b]) => compareText(a, b));
  if (said.length === 0) return 'not said';
  const sources = new Set(said.flatMap(([, who]) => [...who]));
  return `${sources.size === 1 ? 'records' : 'sources'} differ: ${said.map(([value, who]) => `${value} (${[...who].sort(compareText).join(', ')})`).join(', ')}`;
}
