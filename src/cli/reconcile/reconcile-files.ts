/** Files of one patient → the Bundle of the gateway, without network, clock or state. */
import { createHash } from 'node:crypto';
import type { Bundle, BundleEntry } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { Decision } from '../../record/decide/decision.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import { reconcile } from '../../record/reconcile.ts';
import type { ReconciledRecord, View } from '../../record/reconciled-record.ts';
import type { SourceInput } from '../../record/source-input.ts';
import type { ImportedTerminology } from '../../record/terminology/imported/imported-terminology.ts';
import { everything } from '../../record/views/everything.ts';
import { originals } from '../../record/views/originals.ts';
import { readSourceFile, type SourceFile } from './read-source-file.ts';

/** Offline there is no person's key: ids are stable, and secret to nobody. */
const OFFLINE_KEY = new TextEncoder().encode('phr-gateway offline');
export const OFFLINE_BASE = 'https://phr-gateway.invalid/fhir/R4';

export interface ReconcileRequest {
  readonly patientId: string;
  readonly files: readonly SourceFile[];
  readonly view: View;
  readonly withOriginals: boolean;
  readonly decisions?: readonly Decision[];
  readonly terminology?: ImportedTerminology | undefined;
}

export interface ReconcileResult {
  readonly bundle: Bundle;
  readonly record: ReconciledRecord;
  readonly completeness: readonly SourceCompleteness[];
  /** Lines for standard error: what could not be read, and where. */
  readonly notes: readonly string[];
}

export async function reconcileFiles(request: ReconcileRequest): Promise<ReconcileResult> {
  const sources = await Promise.all(request.files.map(readSourceFile));
  const completeness = sources.map(completenessOf);
  const record = reconcile({
    patient: { resourceType: 'Patient', id: request.patientId },
    sources,
    completeness,
    decisions: request.decisions ?? [],
    idKey: OFFLINE_KEY,
    recordedAt: undefined,
    terminology: request.terminology,
  });
  const resources = [...everything(record, request.view), ...(request.withOriginals ? originals(record) : [])];
  return { record, completeness, bundle: toBundle(resources, record), notes: notesOf(record) };
}

/** A FHIR id of the folder's name, or its hash where the name is no valid id. */
export function patientIdOf(name: string): string {
  return /^[A-Za-z0-9\-.]{1,64}$/.test(name)
    ? name
    : createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 32);
}

function completenessOf(source: SourceInput): SourceCompleteness {
  const nothing = source.resources.length === 0;
  const [fault] = source.unreadable;
  return {
    source: source.name,
    title: source.name,
    state: nothing && fault ? 'failed' : fault ? 'partial' : 'complete',
    lastSuccess: undefined,
    reason:
      fault === undefined ? undefined : `${source.unreadable.length} unreadable, first ${fault.at}: ${fault.reason}`,
    types: [],
    noLongerReturned: 0,
  };
}

function toBundle(resources: readonly R4Resource[], record: ReconciledRecord): Bundle {
  const entry = resources.map((resource): BundleEntry => ({
    fullUrl: `${OFFLINE_BASE}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode: 'match' },
  }));
  entry.push({
    fullUrl: `${OFFLINE_BASE}/OperationOutcome/${record.outcome.id}`,
    resource: record.outcome,
    search: { mode: 'outcome' },
  });
  return { resourceType: 'Bundle', type: 'searchset', total: resources.length, entry };
}

function notesOf(record: ReconciledRecord): readonly string[] {
  return record.quarantined.map(
    (item) => `${item.source}: ${item.resourceType ?? 'item'} at ${item.at}: ${item.reason}`,
  );
}
