/**
 * A resource as it can stand in a document on its own: without the gateway's extensions, and with every reference either to a
 * resource in the same Bundle or told as a logical one (FHIR R4, 3.3.1 "Documents"; 2.3.0 "Reference").
 */
import type { Reference } from 'fhir/r4.js';
import { CANONICAL } from '../../fhir/canonical.ts';
import { parseReference } from '../../fhir/references.ts';
import type { R4Resource } from '../../fhir/types.ts';

/** Turns a reference to what is not in the Bundle into words and an identifier. */
export type DescribeReference = (reference: Reference & { readonly reference: string }) => Reference;

export function portable(
  resource: R4Resource,
  isInside: (reference: string) => boolean,
  describe: DescribeReference,
): R4Resource {
  const { meta } = resource;
  const { lastUpdated, source, security } = meta ?? {};
  const kept = {
    ...(lastUpdated === undefined ? {} : { lastUpdated }),
    ...(source === undefined ? {} : { source }),
    ...(security === undefined ? {} : { security }),
  };
  const copy = copyMembers(withoutOwn(resource), isInside, describe) as R4Resource;
  const { resourceType, id, ...members } = copy;
  const withMeta = Object.keys(kept).length === 0 ? {} : { meta: kept };
  return { resourceType, id, ...withMeta, ...members } as R4Resource;
}

/**
 * A source's narrative may say more than what is left, and it is the source's markup; what a medicine rests on is told by its
 * Provenance.
 */
export function withoutOwn(resource: R4Resource): object {
  const left = new Set(['text', 'meta', ...(resource.resourceType === 'MedicationStatement' ? ['derivedFrom'] : [])]);
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !left.has(name)));
}

function copyMembers(value: object, isInside: (reference: string) => boolean, describe: DescribeReference): object {
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (Array.isArray(member)) {
      const items = (member as unknown[])
        .filter((item) => !isOwnExtension(item))
        .map((item) => copyValue(item, isInside, describe));
      if (items.length > 0) copy[name] = items;
    } else {
      copy[name] = copyValue(member, isInside, describe);
    }
  }
  return copy;
}

function copyValue(value: unknown, isInside: (reference: string) => boolean, describe: DescribeReference): unknown {
  if (!isPlainObject(value)) return value;
  const { reference } = value;
  const isOutside = typeof reference === 'string' && !reference.startsWith('#') && !isInside(reference);
  return copyMembers(isOutside ? describe({ ...value, reference }) : value, isInside, describe);
}

function isOwnExtension(item: unknown): boolean {
  return (
    isPlainObject(item) &&
    typeof item['url'] === 'string' &&
    item['url'].startsWith(`${CANONICAL}/StructureDefinition/`)
  );
}

/** Numbers that keep their text are class instances and stay as they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Every literal reference in a resource, contained ones apart. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isPlainObject(value)) return [];
  const { reference } = value;
  const own = typeof reference === 'string' && parseReference(reference) !== undefined ? [reference] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, member]) =>
      name === 'extension' ? extensionReferences(member) : referencesIn(member),
    ),
  ];
}

/** What the gateway's own extensions name does not come along. */
function extensionReferences(extensions: unknown): readonly string[] {
  return Array.isArray(extensions)
    ? extensions.flatMap((item) => (isOwnExtension(item) ? [] : referencesIn(item)))
    : [];
}
