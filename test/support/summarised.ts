/** What sources deliver, reconciled and summarised; and what a summary says, to ask about. */
import type { Bundle, Composition, CompositionSection } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../src/record/completeness.ts';
import { parsePlain, stringifyFhirJson } from '../../src/record/fhir/json.ts';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { reconcile } from '../../src/record/reconcile.ts';
import type { ReconciledRecord } from '../../src/record/reconciled-record.ts';
import type { UnreadableItem } from '../../src/record/source-input.ts';
import { buildSummary } from '../../src/record/views/summary/build-summary.ts';
import type { SummaryInput } from '../../src/record/views/summary/summary-input.ts';
import { everything } from '../../src/record/views/everything.ts';

/** Resources by source. */
export type Delivered = Readonly<Record<string, readonly object[]>>;

const AS_OF = '2026-11-20T10:00:00Z';

export function complete(source: string): SourceCompleteness {
  return {
    source,
    title: source,
    state: 'complete',
    lastSuccess: AS_OF,
    reason: undefined,
    types: [],
    noLongerReturned: 0,
  };
}

export function reconciled(
  delivered: Delivered,
  completeness: readonly SourceCompleteness[],
  unreadable: readonly UnreadableItem[] = [],
): ReconciledRecord {
  return reconcile({
    patient: { resourceType: 'Patient', id: 'p1' },
    sources: Object.entries(delivered).map(([name, resources]) => ({
      name,
      baseUrl: `https://${name}.example/fhir`,
      fhirVersion: 'R4',
      viewOf: undefined,
      patientId: undefined,
      resources: resources.map((json, index) => ({ json, at: `entry[${index}]` })),
      unreadable,
    })),
    completeness,
    idKey: new Uint8Array(32),
    recordedAt: AS_OF,
  });
}

/** As a client receives it. */
export function summarised(
  delivered: Delivered,
  options: Partial<Omit<SummaryInput, 'record' | 'read'>> & { readonly unreadable?: readonly UnreadableItem[] } = {},
): Bundle {
  const completeness = options.completeness ?? Object.keys(delivered).map(complete);
  return summaryOfRecord(reconciled(delivered, completeness, options.unreadable), { ...options, completeness });
}

export function summaryOfRecord(
  record: ReconciledRecord,
  options: Partial<Omit<SummaryInput, 'record'>> & Pick<SummaryInput, 'completeness'>,
): Bundle {
  const all = new Map<string, R4Resource>(
    everything(record, 'all').map((resource) => [`${resource.resourceType}/${resource.id}`, resource]),
  );
  const bundle = buildSummary({
    record,
    read: (reference) => all.get(reference),
    mayRead: () => true,
    outcome: record.outcome,
    version: '2.0',
    baseUrl: 'https://gateway.example/fhir/R4',
    asOf: AS_OF,
    ...options,
  });
  return parsePlain(stringifyFhirJson(bundle)) as Bundle;
}

export function compositionOf(bundle: Bundle): Composition {
  return bundle.entry?.[0]?.resource as Composition;
}

/** @param code LOINC, or the title of a section without one. */
export function sectionOf(bundle: Bundle, code: string): CompositionSection | undefined {
  return compositionOf(bundle).section?.find(
    (section) => section.code?.coding?.some((coding) => coding.code === code) === true || section.title === code,
  );
}

export function emptyReasonOf(bundle: Bundle, code: string): string | undefined {
  return sectionOf(bundle, code)?.emptyReason?.coding?.[0]?.code;
}

/** The narrative without its markup. */
export function wordsOf(bundle: Bundle, code: string): string {
  const div = sectionOf(bundle, code)?.text?.div ?? '';
  return div
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function entriesOf(bundle: Bundle, code: string): readonly R4Resource[] {
  const references = sectionOf(bundle, code)?.entry?.map(({ reference }) => reference) ?? [];
  return references.map((reference) => {
    const found = bundle.entry?.find(
      ({ resource }) => `${resource?.resourceType ?? ''}/${resource?.id ?? ''}` === reference,
    );
    return found?.resource as R4Resource;
  });
}
