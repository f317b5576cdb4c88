/** What each source says of the status of one unified record. */
import type { Extension } from 'fhir/r4.js';
import { compareText } from '../facts/fact.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { UnifiedRecord } from '../reconciled-record.ts';
import type { RecordNames } from './record-names.ts';

export interface ReportedStatus {
  readonly value: string;
  readonly ref: string;
  readonly date: string | undefined;
}

export function extensionsOf(resource: R4Resource, url: string): readonly (readonly Extension[])[] {
  const { extension = [] } = resource as { extension?: readonly Extension[] };
  return extension.flatMap((item) => (item.url === url ? [item.extension ?? []] : []));
}

export function reportedStatusesOf({ resource }: UnifiedRecord): readonly ReportedStatus[] {
  return extensionsOf(resource, EXTENSION.reportedStatus).map((parts) => ({
    value: parts.find((part) => part.url === 'value')?.valueCode ?? '',
    ref: parts.find((part) => part.url === 'source')?.valueReference?.reference ?? '',
    date: parts.find((part) => part.url === 'date')?.valueDateTime,
  }));
}

/** "active", or "active (gp), stopped (hospital)" where they differ. */
export function statusWords(unified: UnifiedRecord, names: RecordNames): string {
  const sources = new Map<string, Set<string>>();
  for (const { value, ref } of reportedStatusesOf(unified)) {
    const said = sources.get(value) ?? new Set<string>();
    sources.set(value, said.add(names.sourceOf(ref) ?? ref));
  }
  const sorted = [...sources].sort(([a], [b]) => compareText(a, b));
  if (sorted.length === 0) return 'no status said';
  if (sorted.length === 1) return sorted[0]?.[0] ?? '';
  return sorted.map(([value, who]) => `${value} (${[...who].sort(compareText).join(', ')})`).join(', ');
}
