/**
 * Which sensitivity labels an item carries and whether a viewer may see it (FHIR R4, "Security Labels"; design 6). What cannot
 * be judged is not seen.
 */
import type { Coding } from 'fhir/r4.js';
import { isJsonObject, type JsonObject } from '../record/fhir/types.ts';
import type { LabelRights } from './access-grant.ts';

/** Of something that is no label as FHIR writes them: nobody with less than all labels has it. */
const UNREADABLE_LABEL = '';
/** Containers hold one another no deeper than this in anything that is FHIR. */
const MAX_DEPTH = 16;

/**
 * @param json a resource as received, of any release. A Bundle that came whole is seen where everything in it may be.
 * @param defaults labels of the source's items that carry none.
 */
export function maySee(rights: LabelRights, json: unknown, defaults: readonly Coding[], depth = 0): boolean {
  if (!isJsonObject(json) || depth > MAX_DEPTH) return false;
  const own = labelsOf(json);
  const labels = own.length > 0 ? own : defaults.map(labelKey);
  if (labels.length === 0 && !rights.unlabelled) return false;
  const all = [...labels, ...labelsOfContained(json, depth)];
  if (!all.every((label) => rights.codes.includes(label))) return false;
  return bundled(json, depth).every((resource) => maySee(rights, resource, defaults, depth + 1));
}

/** `<system>|<code>` of every label that the item itself carries; a document's own labels count with those of its record. */
export function labelsOf(json: JsonObject): readonly string[] {
  const { meta, securityLabel } = json;
  const onDocument = json.resourceType === 'DocumentReference' || json.resourceType === 'DocumentManifest';
  return [...labelsOfMeta(meta), ...(onDocument ? listOf(securityLabel).flatMap(labelsOfConcept) : [])];
}

function labelsOfMeta(meta: unknown): readonly string[] {
  if (meta === undefined || meta === null) return [];
  if (!isJsonObject(meta)) return [UNREADABLE_LABEL];
  return listOf(meta.security).map(labelKey);
}

function labelsOfConcept(concept: unknown): readonly string[] {
  if (!isJsonObject(concept)) return [UNREADABLE_LABEL];
  const codings = listOf(concept.coding);
  return codings.length === 0 ? [UNREADABLE_LABEL] : codings.map(labelKey);
}

function labelKey(label: unknown): string {
  if (!isJsonObject(label) || typeof label.code !== 'string' || label.code === '') return UNREADABLE_LABEL;
  return `${typeof label.system === 'string' ? label.system : ''}|${label.code}`;
}

/** FHIR forbids labels on contained resources (dom-5); where there are some all the same, they count for the whole. */
function labelsOfContained(json: JsonObject, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [UNREADABLE_LABEL];
  return listOf(json.contained).flatMap((item) =>
    isJsonObject(item) ? [...labelsOf(item), ...labelsOfContained(item, depth + 1)] : [],
  );
}

/** Resources in the entries of a Bundle and in Parameters. */
function bundled(part: JsonObject, depth: number): readonly unknown[] {
  if (depth > MAX_DEPTH) return [undefined];
  return [part.entry, part.parameter, part.part].flatMap(listOf).flatMap((item) => {
    if (!isJsonObject(item)) return [];
    const here = isJsonObject(item.resource) ? [item.resource] : [];
    return [...here, ...bundled({ part: item.part }, depth + 1)];
  });
}

/** What should be a list and is one thing alone counts as a list of it. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
