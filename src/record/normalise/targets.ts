/** Everything a source may call its items, so that references find them (FHIR R4, 2.36.4.1: resolving references in Bundles). */
import { parseReference } from '../fhir/references.ts';
import { isJsonObject } from '../fhir/types.ts';
import type { IdentifiedItem } from './record-ids.ts';

const UUID_LENGTH = 36;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface Targets {
  /** @returns `Type/<gateway id>` of the item that goes by the name (`Type/id`, with version, fullUrl). */
  get(name: string): string | undefined;
}

/** A type's own names are worked out when one is first asked for: to most types nothing refers. */
export function targetsOf(items: readonly IdentifiedItem[]): Targets {
  const byType = new Map<string, IdentifiedItem[]>();
  for (const one of items) {
    const there = byType.get(one.item.originalType);
    if (there === undefined) byType.set(one.item.originalType, [one]);
    else there.push(one);
  }
  const ownByType = new Map<string, ReadonlyMap<string, string>>();
  const weaker = weakerNames(items);

  function get(name: string): string | undefined {
    const type = name.slice(0, Math.max(0, name.indexOf('/')));
    let own = ownByType.get(type);
    if (own === undefined) {
      own = ownNames(byType.get(type) ?? []);
      ownByType.set(type, own);
    }
    return own.get(name) ?? weaker.get(name);
  }

  return { get };
}

/** @param items of one type as received. */
function ownNames(items: readonly IdentifiedItem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { item, id, keepsName } of items) {
    if (item.originalId === undefined) continue;
    const target = `${item.type}/${id}`;
    const name = `${item.originalType}/${item.originalId}`;
    if (keepsName) names.set(name, target);
    const version = isJsonObject(item.json.meta) ? item.json.meta.versionId : undefined;
    if (typeof version === 'string') names.set(`${name}/_history/${version}`, target);
  }
  return names;
}

/** Names that count only where no item has them as its own. */
function weakerNames(items: readonly IdentifiedItem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { item, id, deliveries, keepsName } of items) {
    const { originalId, originalType, type } = item;
    if (originalId !== undefined) {
      if (keepsName && originalType !== type) claim(names, `${type}/${originalId}`, `${type}/${id}`);
      // A Bundle's `urn:uuid:` names an item that a server gives alone, without the Bundle's fullUrl, under that id.
      if (originalId.length === UUID_LENGTH && UUID.test(originalId))
        claim(names, `urn:uuid:${originalId}`, `${type}/${id}`);
    }
    for (const { received } of deliveries) {
      if (received.fullUrl === undefined) continue;
      claim(names, received.fullUrl, `${type}/${id}`);
      const rest = originalId === undefined ? parseReference(received.fullUrl) : undefined;
      if (rest !== undefined) claim(names, `${rest.type}/${rest.id}`, `${type}/${id}`);
    }
  }
  return names;
}

/** Of items with one name the smallest id is meant: any choice will do that does not depend on order. */
function claim(names: Map<string, string>, name: string, target: string): void {
  const there = names.get(name);
  if (there === undefined || target < there) names.set(name, target);
}
