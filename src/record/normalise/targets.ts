/** Everything a source may call its items, so that references find them (FHIR R4, 2.36.4.1: resolving references in Bundles). */
import { parseReference } from '../fhir/references.ts';
import { isJsonObject } from '../fhir/types.ts';
import type { IdentifiedItem } from './record-ids.ts';

const UUID_LENGTH = 36;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** By name (`Type/id`, with version, fullUrl): `Type/<gateway id>`. */
export function targetsOf(items: readonly IdentifiedItem[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  /** Names that count only where no item has them as its own. */
  const weaker = new Map<string, string>();
  for (const { item, id, deliveries, keepsName } of items) {
    const target = `${item.type}/${id}`;
    if (item.originalId !== undefined) {
      const name = `${item.originalType}/${item.originalId}`;
      if (keepsName) {
        targets.set(name, target);
        if (item.originalType !== item.type) claim(weaker, `${item.type}/${item.originalId}`, target);
      }
      // A Bundle's `urn:uuid:` names an item that a server gives alone, without the Bundle's fullUrl, under that id.
      if (item.originalId.length === UUID_LENGTH && UUID.test(item.originalId))
        claim(weaker, `urn:uuid:${item.originalId}`, target);
      const version = isJsonObject(item.json.meta) ? item.json.meta.versionId : undefined;
      if (typeof version === 'string') targets.set(`${name}/_history/${version}`, target);
    }
    for (const { received } of deliveries) {
      if (received.fullUrl === undefined) continue;
      claim(weaker, received.fullUrl, target);
      const rest = item.originalId === undefined ? parseReference(received.fullUrl) : undefined;
      if (rest !== undefined) claim(weaker, `${rest.type}/${rest.id}`, target);
    }
  }
  for (const [name, target] of weaker) if (!targets.has(name)) targets.set(name, target);
  return targets;
}

/** Of items with one name the smallest id is meant: any choice will do that does not depend on order. */
function claim(names: Map<string, string>, name: string, target: string): void {
  const there = names.get(name);
  if (there === undefined || target < there) names.set(name, target);
}
