/** Versions and times of what was given out, per subject and view (design 4): `versionId`, `lastUpdated`, what is gone. */
import { createHash } from 'node:crypto';
import type { R4Resource } from '../record/fhir/types.ts';
import { everything } from '../record/views/everything.ts';
import type { ReconciledRecord } from '../record/reconciled-record.ts';
import type { LedgerRow } from '../ports/durable-store.ts';
import type { Stamp } from './record-reader.ts';

/** By `<Type>/<id>`: digest of the content. */
export function contentDigests(record: ReconciledRecord): ReadonlyMap<string, string> {
  return new Map(everything(record, 'all').map((item) => [`${item.resourceType}/${item.id}`, contentDigest(item)]));
}

/** The time of computing is no content: a record that says the same keeps its version. */
function contentDigest(resource: R4Resource): string {
  const content = resource.resourceType === 'Provenance' ? { ...resource, recorded: '' } : resource;
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

export interface LedgerUpdate {
  readonly rows: readonly LedgerRow[];
  /** Those of `rows` that are new or other than before. */
  readonly changed: readonly LedgerRow[];
}

/** Pure: the ledger after this content was given at `at`. */
export function updateLedger(
  earlier: readonly LedgerRow[],
  digests: ReadonlyMap<string, string>,
  at: string,
): LedgerUpdate {
  const rows = new Map(earlier.map((row) => [row.reference, row]));
  const changed: LedgerRow[] = [];
  for (const [reference, digest] of digests) {
    const known = rows.get(reference);
    if (known?.digest === digest && known.goneAt === undefined) continue;
    const version = (known?.version ?? 0) + 1;
    changed.push({ reference, digest, version, lastUpdated: at, goneAt: undefined });
  }
  for (const row of earlier) {
    if (!digests.has(row.reference) && row.goneAt === undefined) changed.push({ ...row, goneAt: at });
  }
  for (const row of changed) rows.set(row.reference, row);
  return { rows: [...rows.values()], changed };
}

export function stampsOf(rows: readonly LedgerRow[]): ReadonlyMap<string, Stamp> {
  return new Map(
    rows
      .filter((row) => row.goneAt === undefined)
      .map((row) => [row.reference, { versionId: String(row.version), lastUpdated: row.lastUpdated }]),
  );
}

export function goneOf(rows: readonly LedgerRow[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap((row) => (row.goneAt === undefined ? [] : [[row.reference, row.goneAt] as const])));
}
