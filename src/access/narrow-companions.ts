/** Linkage, Provenance and DetectedIssue as far as a viewer may read what they are about (design 4). */
import type { DetectedIssue, Extension, Linkage, Provenance, Reference } from 'fhir/r4.js';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { withoutReferences, type MayName } from './withhold-references.ts';

/** Whether a source's own Provenance, DetectedIssue or Linkage is about records that may be read, and about no others. */
export function accompaniesReadable(resource: R4Resource, mayName: MayName): boolean {
  const about = aboutOf(resource);
  return about.length > 0 && about.every(({ reference }) => reference !== undefined && mayName(reference));
}

function aboutOf(resource: R4Resource): readonly Reference[] {
  switch (resource.resourceType) {
    case 'Provenance':
      return resource.target;
    case 'DetectedIssue':
      return resource.implicated ?? [];
    case 'Linkage':
      return resource.item.map((item) => item.resource);
    default:
      return [];
  }
}

/** Undefined where the unified record may not be read, or no two items are left to link (R4 `lnk-1`). */
export function narrowLinkage<T extends Linkage>(linkage: T, mayName: MayName): T | undefined {
  const narrowed = withoutReferences(linkage, mayName);
  const items = narrowed.item ?? [];
  const hasUnified = items.some((item) => item.type === 'source');
  return hasUnified && items.length > 1 ? (narrowed as T) : undefined;
}

/** Undefined where any target may not be read: a Provenance of several would tell of the hidden one. */
export function narrowProvenance<T extends Provenance>(provenance: T, mayName: MayName): T | undefined {
  if (!provenance.target.every((target) => target.reference === undefined || mayName(target.reference)))
    return undefined;
  // What spoke for joining a record that may not be read would tell of it.
  const extension = provenance.extension?.filter(
    (item) => item.url !== EXTENSION.matchRule || namesSome(item, mayName),
  );
  return withoutReferences(extension === undefined ? provenance : { ...provenance, extension }, mayName) as T;
}

/** The members that may not be read are left out with the other references; a rule left without one goes. */
function namesSome(extension: Extension, mayName: MayName): boolean {
  const members = (extension.extension ?? []).flatMap((item) => item.valueReference?.reference ?? []);
  return members.length === 0 || members.some(mayName);
}

/**
 * A party that may not be read stands for its unified record where that may be. Where neither may, the whole issue goes:
 * its text and values are about the hidden party as much as about the others.
 */
export function narrowIssue<T extends DetectedIssue>(
  issue: T,
  mayName: MayName,
  unifiedOf: ReadonlyMap<string, string>,
): T | undefined {
  const implicated: Reference[] = [];
  const named = new Set<string>();
  for (const party of issue.implicated ?? []) {
    const shown = shownParty(party, mayName, unifiedOf);
    if (shown === undefined) return undefined;
    if (shown.reference !== undefined && named.has(shown.reference)) continue;
    if (shown.reference !== undefined) named.add(shown.reference);
    implicated.push(shown);
  }
  const narrowed = withoutReferences(issue, mayName);
  // An empty list is no FHIR.
  return (implicated.length > 0 ? { ...narrowed, implicated } : narrowed) as T;
}

function shownParty(party: Reference, mayName: MayName, unifiedOf: ReadonlyMap<string, string>): Reference | undefined {
  if (party.reference === undefined || mayName(party.reference)) return party;
  const unified = unifiedOf.get(party.reference);
  return unified !== undefined && mayName(unified) ? { reference: unified } : undefined;
}
