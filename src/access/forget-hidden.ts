/**
 * Takes what refers to hidden items out of a record that may be seen, so that it reads as if they had never been (law L10):
 * references, addresses, and the narrative of a resource that lost some.
 */
import { identifierKey } from '../record/fhir/identifiers.ts';
import { isJsonObject, type JsonObject } from '../record/fhir/types.ts';
import { addressOf, type HiddenNames } from './hide-items.ts';

/** Members of a Reference; one without `reference` is known by its identifier alone. */
const REFERENCE_MEMBERS: ReadonlySet<string> = new Set([
  'id',
  'extension',
  'type',
  'identifier',
  'display',
  '_display',
]);

/** @returns the value itself where nothing in it refers to a hidden item. @param baseUrl of the record's source. */
export function forgetHidden(json: unknown, hidden: HiddenNames, baseUrl: string): unknown {
  if (hidden.urls.size === 0 && hidden.identifiers.size === 0) return json;
  return isJsonObject(json) ? withoutHidden(json) : json;

  function withoutHidden(object: JsonObject): JsonObject {
    let copy: Record<string, unknown> | undefined;
    for (const [name, member] of Object.entries(object)) {
      const kept = keptMember(member);
      if (kept === member) continue;
      copy ??= { ...object };
      if (kept === undefined) delete copy[name];
      else copy[name] = kept;
    }
    if (copy === undefined) return object;
    if (typeof copy.resourceType === 'string') delete copy.text;
    return copy;
  }

  /** Undefined where nothing is left. */
  function keptMember(member: unknown): unknown {
    if (isHidden(member)) return undefined;
    if (Array.isArray(member)) return keptItems(member as readonly unknown[]);
    if (!isJsonObject(member) || isExactNumber(member)) return member;
    const kept = withoutHidden(member);
    return Object.keys(kept).length === 0 && kept !== member ? undefined : kept;
  }

  /** An entry of a List, a diagnosis of an Encounter: what loses its reference says nothing by itself. */
  function keptItems(items: readonly unknown[]): unknown {
    const kept = items.flatMap((item) => {
      if (isHidden(item) || (isJsonObject(item) && Object.values(item).some(isHidden))) return [];
      const left = keptMember(item);
      return left === undefined ? [] : [left];
    });
    if (kept.length === 0 && items.length > 0) return undefined;
    return kept.length === items.length && kept.every((item, index) => item === items[index]) ? items : kept;
  }

  function isHidden(value: unknown): boolean {
    if (typeof value === 'string') return value.includes('/') && hidden.urls.has(addressOf(value, baseUrl));
    if (!isJsonObject(value)) return false;
    const { reference, identifier } = value;
    if (typeof reference === 'string' && hidden.urls.has(addressOf(reference, baseUrl))) return true;
    if (!isJsonObject(identifier) || !isReference(value)) return false;
    const key = identifierKey(identifier);
    return key !== undefined && hidden.identifiers.has(key);
  }
}

function isReference(value: JsonObject): boolean {
  return typeof value.reference === 'string' || Object.keys(value).every((name) => REFERENCE_MEMBERS.has(name));
}

/** Numbers that keep their text are class instances. */
function isExactNumber(value: JsonObject): boolean {
  return 'isLosslessNumber' in value;
}
