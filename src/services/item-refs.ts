/** How a decision, or what a person says of an item, names a source's record: by what its source calls it, so that it stays right over every re-pull. Pure. */
import { itemKey, type ItemRef } from '../record/decide/decision.ts';
import type { SourceRecord } from '../record/normalise/source-record.ts';

export function itemRefOf({ source, resource, originalId }: SourceRecord): ItemRef {
  const { resourceType, id } = resource;
  return originalId === undefined ? { reference: `${resourceType}/${id}` } : { source, resourceType, originalId };
}

/** Every key by which it may be named: the type may be R4's or the one received. */
export function itemKeysOf({ source, resource, originalId, received }: SourceRecord): readonly string[] {
  const own = itemKey({ reference: `${resource.resourceType}/${resource.id}` });
  if (originalId === undefined) return [own];
  const types = new Set([resource.resourceType, receivedType(received.json)]);
  return [own, ...[...types].map((resourceType) => itemKey({ source, resourceType, originalId }))];
}

function receivedType(json: unknown): string {
  const type = typeof json === 'object' && json !== null && 'resourceType' in json ? json.resourceType : '';
  return typeof type === 'string' ? type : '';
}
