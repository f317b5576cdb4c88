/** Each source record points to the unified one it went into, and a copy to its original, so that nothing is counted twice. */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { Quotation } from '../origin/quotations.ts';
import type { UnifiedRecord } from '../reconciled-record.ts';

/** Records that need no pointer are handed on as they are. */
export function pointToUnified(
  records: readonly SourceRecord[],
  unified: readonly UnifiedRecord[],
  copies: ReadonlyMap<string, Quotation>,
): readonly SourceRecord[] {
  const unifiedOf = new Map<SourceRecord, string>();
  for (const record of unified) {
    const ref = `${record.resource.resourceType}/${record.resource.id}`;
    for (const member of record.members) unifiedOf.set(member, ref);
  }
  return records.map((record) => {
    const ref = unifiedOf.get(record);
    const original = copies.get(`${record.resource.resourceType}/${record.resource.id}`)?.original;
    if (ref === undefined && original === undefined) return record;
    return { ...record, resource: withPointers(record.resource, ref, original) };
  });
}

function withPointers(resource: R4Resource, unifiedRef: string | undefined, original: string | undefined): R4Resource {
  const received = (resource as { extension?: readonly Extension[] }).extension ?? [];
  const extension: Extension[] = [...received];
  if (unifiedRef !== undefined)
    extension.push({ url: EXTENSION.unifiedRecord, valueReference: { reference: unifiedRef } });
  if (original !== undefined) extension.push({ url: EXTENSION.copyOf, valueReference: { reference: original } });
  return { ...resource, extension } as R4Resource;
}
