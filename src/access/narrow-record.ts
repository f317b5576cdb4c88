/**
 * What of a reconciled record a viewer may read: type scopes narrow the output, and what accompanies a record names
 * nothing the viewer may not read (design 4, law L10).
 */
import type { OperationOutcome } from 'fhir/r4.js';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import type { ReconciledRecord, View } from '../record/reconciled-record.ts';
import { everything } from '../record/views/everything.ts';
import { narrowIssue, narrowLinkage, narrowProvenance } from './narrow-companions.ts';
import { narrowOutcome } from './narrow-outcome.ts';
import { COMPANION_TYPES, isReadable, type ReadableTypes } from './readable-types.ts';
import { referenceTarget, withoutReferences, type MayName } from './withhold-references.ts';

export interface ReadableRecord {
  /** Readable resources of a view, in the view's order. */
  view(view: View): readonly R4Resource[];
  /** Every readable resource by `<Type>/<id>`. */
  readonly byReference: ReadonlyMap<string, R4Resource>;
  readonly outcome: OperationOutcome & { id: string };
}

/** References the gateway itself puts on a source's record. */
const GATEWAY_EXTENSIONS: ReadonlySet<string> = new Set(Object.values(EXTENSION));

export function narrowRecord(record: ReconciledRecord, types: ReadableTypes): ReadableRecord {
  const narrow = types === '*' ? (resource: R4Resource) => resource : narrowing(record, types);
  const byReference = new Map<string, R4Resource>();
  for (const resource of everything(record, 'all')) {
    const readable = narrow(resource);
    if (readable !== undefined) byReference.set(referenceTo(resource), readable);
  }
  return {
    byReference,
    outcome: narrowOutcome(record.outcome, types, record.quarantined),
    view: (view) => everything(record, view).flatMap((resource) => byReference.get(referenceTo(resource)) ?? []),
  };
}

export function referenceTo(resource: R4Resource): string {
  return `${resource.resourceType}/${resource.id}`;
}

function narrowing(
  record: ReconciledRecord,
  types: readonly string[],
): (resource: R4Resource) => R4Resource | undefined {
  const self = referenceTo(record.patient);
  const unifiedIds = new Set(record.unified.map((item) => referenceTo(item.resource)));
  const quarantinedTypes = new Map(record.quarantined.map((item) => [item.id, item.resourceType]));
  const unifiedOf = new Map(
    record.unified.flatMap((item) =>
      item.members.map((member) => [referenceTo(member.resource), referenceTo(item.resource)] as const),
    ),
  );
  // The person's own id is in the token, so naming it tells nothing.
  const mayName: MayName = (reference) => {
    const target = referenceTarget(reference);
    if (target === undefined || reference === self) return true;
    return COMPANION_TYPES.has(target.type) || isReadable(types, target.type);
  };
  return (resource) => {
    switch (resource.resourceType) {
      case 'Linkage':
        return narrowLinkage(resource, mayName);
      case 'Provenance':
        return narrowProvenance(resource, mayName);
      case 'DetectedIssue':
        return narrowIssue(resource, mayName, unifiedOf);
      case 'Device':
        return resource.id === record.device.id || isReadable(types, 'Device') ? resource : undefined;
      case 'Binary':
        // What could not be read may be of any type: only the type it says it is can open it.
        return isReadable(types, 'Binary') && isReadableContent(quarantinedTypes, resource.id, types)
          ? resource
          : undefined;
      default:
        if (!isReadable(types, resource.resourceType)) return undefined;
        return unifiedIds.has(referenceTo(resource))
          ? (withoutReferences(resource, mayName) as R4Resource)
          : withoutGatewayReferences(resource, mayName);
    }
  };
}

function isReadableContent(
  quarantinedTypes: ReadonlyMap<string, string | undefined>,
  id: string,
  types: readonly string[],
): boolean {
  if (!quarantinedTypes.has(id)) return true;
  const type = quarantinedTypes.get(id);
  return type !== undefined && isReadable(types, type);
}

/** A source's own references are part of what it said and stay; those the gateway added are narrowed. */
function withoutGatewayReferences(resource: R4Resource, mayName: MayName): R4Resource {
  if (!('extension' in resource) || resource.extension === undefined) return resource;
  const { extension, ...rest } = resource;
  const kept = extension.flatMap((item) =>
    GATEWAY_EXTENSIONS.has(item.url) ? (withoutReferences({ list: [item] }, mayName).list ?? []) : [item],
  );
  return kept.length > 0 ? { ...resource, extension: kept } : rest;
}
