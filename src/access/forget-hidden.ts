/**
 * Takes what refers to hidden items out of a record that may be seen, so that it reads as if they had never been (law L10):
 * references, addresses, and the narrative of a resource that lost some.
 */
import { identifierKey } from '../record/fhir/identifiers.ts';
import { isJsonObject, type JsonObject } from '../record/fhir/types.ts';
import { addressOf, type HiddenNames } from './hide-items.ts';
import { withhold } from './withhold-references.ts';

/** Members of a Reference; one without `reference` is known by its identifier alone. */
const REFERENCE_MEMBERS: ReadonlySet<string> = new Set([
  'id',
  'extension',
  'type',
  'identifier',
  'display',
  '_display',
]);

/** @param baseUrl of the record's source. @returns the value itself where nothing in it refers to a hidden item. */
export function forgetHidden(json: unknown, hidden: HiddenNames, baseUrl: string): unknown {
  if (!isJsonObject(json) || (hidden.urls.size === 0 && hidden.identifiers.size === 0)) return json;
  const kept = withhold(json, (member) => (isHidden(member) ? undefined : member));
  if (kept === json) return json;
  // The narrative may tell in words what the reference told.
  const copy: Partial<Record<string, unknown>> = { ...kept };
  delete copy.text;
  return copy;

  function isHidden(value: unknown): boolean {
    if (typeof value === 'string') return /[/:]/.test(value) && hidden.urls.has(addressOf(value, baseUrl));
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
