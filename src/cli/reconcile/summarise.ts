/** `reconcile --summary`: the International Patient Summary instead of the Bundle of the record, without network or clock. */
import type { Bundle } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { buildSummary } from '../../record/views/summary/build-summary.ts';
import type { IpsVersion } from '../../record/views/summary/ips-version.ts';
import { everything } from '../../record/views/everything.ts';

export interface Summarised {
  readonly record: ReconciledRecord;
  readonly completeness: readonly SourceCompleteness[];
  readonly version: IpsVersion;
  readonly baseUrl: string;
}

export function summarise({ record, completeness, version, baseUrl }: Summarised): Bundle {
  const all = new Map(
    everything(record, 'all').map((resource) => [`${resource.resourceType}/${resource.id}`, resource]),
  );
  return buildSummary({
    record,
    read: (reference) => all.get(reference),
    mayRead: () => true,
    completeness,
    outcome: record.outcome,
    version,
    baseUrl,
    asOf: newestUpdate(record),
  });
}

/** Offline the inputs tell the time. */
function newestUpdate({ sourceRecords }: ReconciledRecord): string | undefined {
  return sourceRecords.reduce<string | undefined>((newest, { resource }) => {
    const updated = resource.meta?.lastUpdated;
    if (updated === undefined || Number.isNaN(Date.parse(updated))) return newest;
    return newest === undefined || Date.parse(updated) > Date.parse(newest) ? updated : newest;
  }, undefined);
}
