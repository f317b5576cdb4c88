/**
 * What of a reconciled record a viewer may read: type scopes narrow the output, and what accompanies a record names
 * nothing the viewer may not read (design 4, law L10).
 */
import type { OperationOutcome } from 'fhir/r4.js';
import type { R4Resource } from '../record/fhir/types.ts';
import type { ReconciledRecord, View } from '../record/reconciled-record.ts';
import { everything } from '../record/views/everything.ts';
import { accompaniesReadable, narrowIssue, narrowLinkage, narrowProvenance } from './narrow-companions.ts';
import { narrowOutcome } from './narrow-outcome.ts';
import { narrowSourceRecord } from './narrow-source-record.ts';
import { createJudge, mayReadAll, type ReadRights } from './read-rights.ts';
import { COMPANION_TYPES } from './readable-types.ts';
import { SUPPORTING_TYPES } from './tables/supporting-types.ts';
import { referenceTarget, withoutReferences, type MayName } from './withhold-references.ts';

export interface ReadableRecord {
  /** Readable resources of a view, in the view's order. */
  view(view: View): readonly R4Resource[];
  /** Every readable resource by `<Type>/<id>`. */
  readonly byReference: ReadonlyMap<string, R4Resource>;
  readonly outcome: OperationOutcome & { id: string };
  /** By `<Type>/<id>`: source records of which something had to be withheld, so that they cannot be given as they came. */
  readonly partial: ReadonlySet<string>;
}

export function narrowRecord(record: ReconciledRecord, rights: ReadRights): ReadableRecord {
  const all = everything(record, 'all');
  const partial = new Set<string>();
  const narrow = rights.whole === '*' ? (resource: R4Resource) => resource : narrowing(record, all, rights, partial);
  const byReference = new Map<string, R4Resource>();
  for (const resource of all) {
    const readable = narrow(resource);
    if (readable !== undefined) byReference.set(referenceTo(resource), readable);
  }
  return {
    byReference,
    partial,
    outcome: narrowOutcome(record.outcome, rights, (reference) => byReference.has(reference), record.quarantined),
    view: (view) => everything(record, view).flatMap((resource) => byReference.get(referenceTo(resource)) ?? []),
  };
}

export function referenceTo(resource: R4Resource): string {
  return `${resource.resourceType}/${resource.id}`;
}

/** @param partial takes the references of source records that lose something. */
function narrowing(
  record: ReconciledRecord,
  all: readonly R4Resource[],
  rights: ReadRights,
  partial: Set<string>,
): (resource: R4Resource) => R4Resource | undefined {
  const self = referenceTo(record.patient);
  const gateway = referenceTo(record.device);
  const computed = computedOf(record);
  const quarantinedTypes = new Map(record.quarantined.map((item) => [item.id, item.resourceType]));
  const unifiedOf = new Map(
    record.unified.flatMap((item) =>
      item.members.map((member) => [referenceTo(member.resource), referenceTo(item.resource)] as const),
    ),
  );
  const readable = new Set(all.filter(createJudge(rights)).map(referenceTo));
  // The person's own id is in the token, so naming it tells nothing.
  const mayName: MayName = (reference) => {
    if (reference === self || reference === gateway || reference.startsWith('#')) return true;
    const target = referenceTarget(reference);
    if (target === undefined) return false;
    if (readable.has(`${target.type}/${target.id}`) || mayReadAll(rights, target.type)) return true;
    return COMPANION_TYPES.has(target.type) && target.type !== 'Device';
  };
  const mayHold = (type: string) => mayReadAll(rights, type) || SUPPORTING_TYPES.has(type);

  return (resource) => {
    if (resource === record.device) return resource;
    if (computed.has(resource)) return narrowComputed(resource);
    if (resource.resourceType === 'Binary' && !isReadableContent(quarantinedTypes, resource.id, rights)) {
      return undefined;
    }
    const isGiven = readable.has(referenceTo(resource)) || accompaniesReadable(resource, mayName);
    if (!isGiven) return undefined;
    const narrowed = narrowSourceRecord(resource, mayName, mayHold);
    if (!narrowed.isWhole) partial.add(referenceTo(resource));
    return narrowed.resource;
  };

  function narrowComputed(resource: R4Resource): R4Resource | undefined {
    switch (resource.resourceType) {
      case 'Linkage':
        return narrowLinkage(resource, mayName);
      case 'Provenance':
        return narrowProvenance(resource, mayName);
      case 'DetectedIssue':
        return narrowIssue(resource, mayName, unifiedOf);
      default:
        return readable.has(referenceTo(resource)) ? (withoutReferences(resource, mayName) as R4Resource) : undefined;
    }
  }
}

/** What the gateway itself made of the sources' records. */
function computedOf(record: ReconciledRecord): ReadonlySet<R4Resource> {
  return new Set<R4Resource>([
    ...record.unified.flatMap(({ resource, linkage, provenance }) => [resource, linkage, provenance]),
    ...record.issues,
  ]);
}

/** What could not be read may be of any type: only the type it says it is can open it. */
function isReadableContent(
  quarantinedTypes: ReadonlyMap<string, string | undefined>,
  id: string,
  rights: ReadRights,
): boolean {
  if (!quarantinedTypes.has(id)) return true;
  const type = quarantinedTypes.get(id);
  return type !== undefined && mayReadAll(rights, type);
}
