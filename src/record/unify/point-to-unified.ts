/** Each source record points to the unified one it went into, and a copy to its original, so that nothing is counted twice. */
import type { Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import { copyToExtend } from '../fhir/copy-to-extend.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { Quotation } from '../origin/quotations.ts';
import type { UnifiedRecord } from '../reconciled-record.ts';

/** Records that need no pointer are handed on as they are. */
export function pointToUnified(
  records: readonly SourceRecord[],
  unified: readonly UnifiedRecord[],
  copies: ReadonlyMap<string, Quotation>,
): readonly SourceRecord[] {
  const pointers = new Map<SourceRecord, readonly Extension[]>();
  for (const record of unified) {
    const reference = `${record.resource.resourceType}/${record.resource.id}`;
    const pointer = [{ url: EXTENSION.unifiedRecord, valueReference: { reference } }];
    for (const member of record.members) pointers.set(member, pointer);
  }
  return records.map((record) => {
    const pointer = pointers.get(record);
    const original = originalOf(record, copies);
    if (pointer === undefined && original === undefined) return record;
    const { resource } = record;
    const { extension: received } = resource as { extension?: readonly Extension[] };
    const added =
      original === undefined
        ? pointer
        : [...(pointer ?? []), { url: EXTENSION.copyOf, valueReference: { reference: original } }];
    const extension = received === undefined ? added : [...received, ...(added ?? [])];
    return { ...record, resource: Object.assign(copyToExtend(resource), { extension }) };
  });
}

function originalOf({ resource }: SourceRecord, copies: ReadonlyMap<string, Quotation>): string | undefined {
  return copies.size === 0 ? undefined : copies.get(`${resource.resourceType}/${resource.id}`)?.original;
}
