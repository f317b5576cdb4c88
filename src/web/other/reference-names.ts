/** How a reference to a person, place or thing is called: its own words, otherwise the name of what it points to. Pure. */
import type { HumanName, Reference } from 'fhir/r4.js';
import { conceptOf, conceptText } from '../../record/explain/record-names.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';

export interface Names {
  /** Undefined where nothing is said and nothing is known. */
  of(reference: Reference | undefined): string | undefined;
}

export function createNames({ sourceRecords }: Pick<ReconciledRecord, 'sourceRecords'>): Names {
  const byReference = new Map<string, R4Resource>();
  for (const { resource } of sourceRecords) byReference.set(`${resource.resourceType}/${resource.id}`, resource);
  function nameOf(reference: Reference | undefined, depth: number): string | undefined {
    if (reference === undefined) return undefined;
    const target = byReference.get(reference.reference ?? '');
    const name = reference.display ?? (target === undefined ? undefined : ownName(target));
    if (name !== undefined || target?.resourceType !== 'PractitionerRole' || depth > 0) return name;
    const { practitioner, organization } = target;
    const parts = [practitioner, organization].flatMap((part) => nameOf(part, depth + 1) ?? []);
    return parts.length === 0 ? undefined : parts.join(', ');
  }
  return { of: (reference) => nameOf(reference, 0) };
}

/** The name a person, place or thing has in itself. */
export function ownName(resource: R4Resource): string | undefined {
  switch (resource.resourceType) {
    case 'Patient':
    case 'Practitioner':
    case 'RelatedPerson':
    case 'Person':
      return humanName(resource.name?.[0]);
    case 'Organization':
    case 'Location':
    case 'HealthcareService':
    case 'CareTeam':
      return resource.name;
    case 'Device':
      return resource.deviceName?.[0]?.name ?? conceptText(resource.type) ?? resource.modelNumber;
    default:
      return conceptText(conceptOf(resource));
  }
}

/** As its owner writes it, in the order the parts are said. */
export function humanName(name: HumanName | undefined): string | undefined {
  if (name === undefined) return undefined;
  const parts = [...(name.prefix ?? []), ...(name.given ?? []), name.family, ...(name.suffix ?? [])].filter(Boolean);
  return name.text ?? (parts.length === 0 ? undefined : parts.join(' '));
}
