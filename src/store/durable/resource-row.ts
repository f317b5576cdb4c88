/** A source resource as a row. The row's key is a keyed digest of what the resource says, so the same text is the same row. */
import type { Insertable, Selectable } from 'kysely';
import type { PullWrite } from '../../ports/durable-store.ts';
import type { StoredResource } from '../../ports/linked-account.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, sealText, unsealJson, unsealText } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';

type DeliveredResource = PullWrite['resources'][number];

/** As sealed: JSON knows null only. */
interface Delivery {
  readonly resourceType: string;
  readonly originalId: string | null;
  readonly fullUrl: string | null;
  readonly at: string;
  readonly unreadable: string | null;
  readonly readAs: string;
}

function resourcePlace(resourceIndex: string, column: 'content' | 'delivery') {
  return { table: 'source_resource', rowId: resourceIndex, column };
}

/** One thing delivered, and the key of its row. */
export interface IndexedResource {
  readonly index: string;
  readonly resource: DeliveredResource;
}

/**
 * One row per thing delivered. The same id with the same text twice (two pages, two kinds) is one row; the same text without
 * an id twice is two, because nothing proves that it was meant once (law L1).
 */
export function indexResources(
  keys: PersonKeys,
  accountId: string,
  resources: readonly DeliveredResource[],
): readonly IndexedResource[] {
  const unnamed = new Map<string, number>();
  const rows = new Map<string, DeliveredResource>();
  for (const resource of resources) {
    const { resourceType, originalId, text } = resource;
    const parts = ['resource', accountId, resourceType, originalId ?? null, text];
    let index = keyedIndex(keys.index, parts);
    if (originalId === undefined) {
      const before = unnamed.get(index) ?? 0;
      unnamed.set(index, before + 1);
      if (before > 0) index = keyedIndex(keys.index, [...parts, before]);
    }
    if (!rows.has(index)) rows.set(index, resource);
  }
  return [...rows].map(([index, resource]) => ({ index, resource }));
}

/** @param isKnown the row is there already, and its content with it: that is not sealed again, as it is never overwritten. */
export function toResourceRow(
  keys: PersonKeys,
  accountId: string,
  seenAt: string,
  { index, resource }: IndexedResource,
  isKnown: boolean,
): Insertable<Schema['source_resource']> {
  const delivery: Delivery = {
    resourceType: resource.resourceType,
    originalId: resource.originalId ?? null,
    fullUrl: resource.fullUrl ?? null,
    at: resource.at,
    unreadable: resource.unreadable ?? null,
    readAs: resource.readAs,
  };
  return {
    subject_id: keys.subjectId,
    account_id: accountId,
    resource_index: index,
    first_seen_at: seenAt,
    last_seen_at: seenAt,
    content: isKnown ? new Uint8Array() : sealText(keys, resource.text, resourcePlace(index, 'content')),
    delivery: sealJson(keys, delivery, resourcePlace(index, 'delivery')),
  };
}

export function fromResourceRow(keys: PersonKeys, row: Selectable<Schema['source_resource']>): StoredResource {
  const delivery = unsealJson(keys, row.delivery, resourcePlace(row.resource_index, 'delivery')) as Delivery;
  return {
    resourceType: delivery.resourceType,
    originalId: delivery.originalId ?? undefined,
    text: unsealText(keys, row.content, resourcePlace(row.resource_index, 'content')),
    fullUrl: delivery.fullUrl ?? undefined,
    at: delivery.at,
    unreadable: delivery.unreadable ?? undefined,
    readAs: delivery.readAs,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  };
}
