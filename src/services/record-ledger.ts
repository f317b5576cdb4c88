/** Versions and times of what was given out, per subject and view (design 4): `versionId`, `lastUpdated`, what is gone. */
import { createHash } from 'node:crypto';
import type { R4Resource } from '../record/fhir/types.ts';
import { everything } from '../record/views/everything.ts';
import type { ReconciledRecord } from '../record/reconciled-record.ts';
import type { LedgerRow } from '../ports/durable-store.ts';
import type { GoneRecord, Stamp } from './record-reader.ts';

/** By `<Type>/<id>`: digest of the content. */
export type ContentDigests = (record: ReconciledRecord) => ReadonlyMap<string, string>;

/** A resource that is in several records as the same object, as those of unchanged sources are, is looked at once. */
export function createContentDigests(): ContentDigests {
  const known = new WeakMap<R4Resource, string>();
  const digestOf = (resource: R4Resource): string => {
    const digest = known.get(resource) ?? contentDigest(resource);
    known.set(resource, digest);
    return digest;
  };
  return (record) =>
    new Map(everything(record, 'all').map((item) => [`${item.resourceType}/${item.id}`, digestOf(item)]));
}

/** The time of computing is no content: a record that says the same keeps its version. */
function contentDigest(resource: R4Resource): string {
  const content = resource.resourceType === 'Provenance' ? { ...resource, recorded: '' } : resource;
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** By `<Type>/<id>` of a unified record: references to what it is made of. */
export function unifiedMembers(record: ReconciledRecord): ReadonlyMap<string, readonly string[]> {
  return new Map(
    record.unified.map(({ resource, members }) => [
      `${resource.resourceType}/${resource.id}`,
      members.map((member) => `${member.resource.resourceType}/${member.resource.id}`),
    ]),
  );
}

export interface LedgerUpdate {
  readonly rows: readonly LedgerRow[];
  /** Those of `rows` that are new or other than before. */
  readonly changed: readonly LedgerRow[];
}

/**
 * Pure: the ledger after this content was given at `at`.
 * @param members of those that are made of others. They are part of a record's content, so no row changes for them alone.
 */
export function updateLedger(
  earlier: readonly LedgerRow[],
  digests: ReadonlyMap<string, string>,
  at: string,
  members: ReadonlyMap<string, readonly string[]>,
): LedgerUpdate {
  const rows = new Map(earlier.map((row) => [row.reference, row]));
  const changed: LedgerRow[] = [];
  for (const [reference, digest] of digests) {
    const known = rows.get(reference);
    if (known?.digest === digest && known.goneAt === undefined) continue;
    const version = (known?.version ?? 0) + 1;
    const madeOf = members.get(reference);
    const row = { reference, digest, version, lastUpdated: at, goneAt: undefined };
    changed.push(madeOf === undefined ? row : { ...row, members: madeOf });
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

/** @param members of the unified records there are now. */
export function goneOf(
  rows: readonly LedgerRow[],
  members: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, GoneRecord> {
  const holders = new Map<string, string>();
  for (const [holder, references] of members) for (const reference of references) holders.set(reference, holder);
  return new Map(
    rows.flatMap((row) => {
      if (row.goneAt === undefined) return [];
      const successors = (row.members ?? []).flatMap((reference) => holders.get(reference) ?? []);
      const gone = { at: row.goneAt, versionId: String(row.version), successors: [...new Set(successors)].sort() };
      return [[row.reference, gone] as const];
    }),
  );
}
