/** GP, surgery and clinics as the sources' own Patient records name them, with a telephone number where one is given. Pure. */
import type { ContactPoint, HumanName } from 'fhir/r4.js';
import type { R4Resource } from '../../record/fhir/types.ts';

export interface CareContact {
  readonly name: string;
  readonly telephone: string | undefined;
  readonly by: readonly string[];
}

export function careContacts(
  resources: readonly R4Resource[],
  byReference: ReadonlyMap<string, R4Resource>,
  sourceOf: ReadonlyMap<string, string>,
): readonly CareContact[] {
  const contacts = new Map<string, CareContact>();
  for (const patient of resources) {
    const source = sourceOf.get(`${patient.resourceType}/${patient.id}`);
    if (patient.resourceType !== 'Patient' || source === undefined) continue;
    for (const { reference = '', display } of [
      ...(patient.generalPractitioner ?? []),
      ...(patient.managingOrganization === undefined ? [] : [patient.managingOrganization]),
    ]) {
      const named = byReference.get(reference);
      const name = nameOf(named) ?? display;
      if (name === undefined) continue;
      const telephone = telephoneOf(named);
      const key = JSON.stringify([name, telephone]);
      const by = new Set([...(contacts.get(key)?.by ?? []), source]);
      contacts.set(key, { name, telephone, by: [...by].toSorted() });
    }
  }
  return [...contacts.values()];
}

function nameOf(resource: R4Resource | undefined): string | undefined {
  if (resource?.resourceType === 'Organization') return resource.name;
  if (resource?.resourceType === 'Practitioner') return humanName(resource.name?.[0]);
  if (resource?.resourceType === 'PractitionerRole')
    return resource.practitioner?.display ?? resource.organization?.display;
  return undefined;
}

function humanName(name: HumanName | undefined): string | undefined {
  if (name === undefined) return undefined;
  const parts = [...(name.prefix ?? []), ...(name.given ?? []), name.family ?? ''];
  return name.text ?? (parts.join(' ').trim() || undefined);
}

function telephoneOf(resource: R4Resource | undefined): string | undefined {
  const { telecom } = (resource ?? {}) as { readonly telecom?: readonly ContactPoint[] };
  return telecom?.find(({ system, use }) => system === 'phone' && use !== 'old')?.value;
}
