/**
 * A source's own record as a viewer without rights on everything may have it: it names no record of a type, or a part of a
 * type, that they may not read (design 4, law L10). Who did it, where and with what stays in the record's own words.
 */
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { isJsonObject } from '../record/fhir/types.ts';
import { resourceShape } from '../record/normalise/r4-shape.ts';
import { SUPPORTING_TYPES } from './tables/supporting-types.ts';
import { referenceTarget, withhold, withoutReferences, type MayName } from './withhold-references.ts';

/** References the gateway itself puts on a source's record. */
const GATEWAY_EXTENSIONS: ReadonlySet<string> = new Set(Object.values(EXTENSION));

/** FHIR's own way to say that something is not shown for reasons of privacy (data-absent-reason `masked`). */
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
} as const;

export interface NarrowedSourceRecord {
  readonly resource: R4Resource;
  /** Nothing of what the source said had to be withheld. */
  readonly isWhole: boolean;
}

/** @param mayHold whether a resource of this type may be contained in another. */
export function narrowSourceRecord(
  resource: R4Resource,
  mayName: MayName,
  mayHold: (type: string) => boolean,
): NarrowedSourceRecord {
  const contained = containedTypes(resource);
  const withheldParts = new Set([...contained].flatMap(([id, type]) => (mayHold(type) ? [] : [`#${id}`])));
  const said = withoutGatewayReferences(resource, mayName);
  const narrowed = withhold(said, (member) => {
    if (typeof member === 'string') return isFileAddress(member) && !mayName(member) ? undefined : member;
    if (!isJsonObject(member)) return member;
    const { resourceType, reference } = member;
    if (typeof resourceType === 'string') return mayHold(resourceType) ? member : undefined;
    if (typeof reference !== 'string') return member;
    if (reference.startsWith('#')) return withheldParts.has(reference) ? undefined : member;
    if (mayName(reference)) return member;
    return SUPPORTING_TYPES.has(referenceTarget(reference)?.type ?? '') ? inOwnWords(member.display) : undefined;
  });
  return narrowed === said
    ? { resource: said, isWhole: true }
    : { resource: withRequired(narrowed as R4Resource), isWhole: false };
}

/** An extension that the gateway added says nothing without what it points to. */
function withoutGatewayReferences(resource: R4Resource, mayName: MayName): R4Resource {
  if (!('extension' in resource) || resource.extension === undefined) return resource;
  const { extension, ...rest } = resource;
  const kept = extension.flatMap((item) =>
    GATEWAY_EXTENSIONS.has(item.url) ? (withoutReferences({ list: [item] }, mayName).list ?? []) : [item],
  );
  if (kept.length === extension.length && kept.every((item, index) => item === extension[index])) return resource;
  return kept.length > 0 ? { ...resource, extension: kept } : rest;
}

function containedTypes(resource: R4Resource): ReadonlyMap<string, string> {
  const contained = 'contained' in resource ? (resource.contained ?? []) : [];
  return new Map(contained.flatMap(({ id, resourceType }) => (id === undefined ? [] : [[id, resourceType] as const])));
}

function inOwnWords(display: unknown): object {
  return typeof display === 'string' && display !== '' ? { display } : MASKED;
}

/** `attachment.url` of a document. */
function isFileAddress(text: string): boolean {
  return text.includes('Binary/') && referenceTarget(text)?.type === 'Binary';
}

/** What R4 requires and this viewer may not see is said to be masked. */
function withRequired(resource: R4Resource): R4Resource {
  const shape = resourceShape(resource.resourceType);
  const added = new Map<string, unknown>();
  for (const { elements } of shape?.required ?? []) {
    if (elements.some(({ name }) => name in resource || `_${name}` in resource)) continue;
    const element = elements.find((one) => one.shape?.name === 'CodeableConcept') ?? elements[0];
    if (element !== undefined) added.set(element.name, element.many ? [MASKED] : MASKED);
  }
  return added.size === 0 ? resource : { ...resource, ...Object.fromEntries(added) };
}
