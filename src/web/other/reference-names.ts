/** How a reference to a person, place or thing is called: its own words, otherwise the name of what it points to. Pure. */
import type { HumanName, Reference } from 'fhir/r4.js';
import { conceptOf, conceptText, refOf } from '../../record/explain/record-names.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { SourceRecord } from '../../record/normalise/source-record.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';

export interface Names {
  /** Undefined where nothing is said and nothing is known. */
  readonly of: (reference: Reference | undefined) => string | undefined;
  /** The source record of `<Type>/<id>`; undefined where there is none. */
  readonly find: (reference: string | undefined) => SourceRecord | undefined;
}

export function createNames({ sourceRecords }: Pick<ReconciledRecord, 'sourceRecords'>): Names {
  const byReference = new Map(sourceRecords.map((item) => [refOf(item.resource), item]));
  function nameOf(reference: Reference | undefined, depth: number): string | undefined {
    if (reference === undefined) return undefined;
    const target = byReference.get(reference.reference ?? '')?.resource;
    const name = reference.display ?? (target === undefined ? undefined : ownName(target));
    if (name !== undefined || target?.resourceType !== 'PractitionerRole' || depth > 0) return name;
    const { practitioner, organization, code = [] } = target;
    const parts = [
      nameOf(practitioner, depth + 1),
      ...code.map((one) => conceptText(one)),
      nameOf(organization, depth + 1),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : [...new Set(parts)].join(', ');
  }
  return { of: (reference) => nameOf(reference, 0), find: (reference) => byReference.get(reference ?? '') };
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
    case 'PractitionerRole':
      return undefined;
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
