/** GP, surgery and clinics as the sources' own Patient records name them, with a telephone number where one is given. Pure. */
import type { ContactPoint } from 'fhir/r4.js';
import { refOf } from '../../record/explain/record-names.ts';
import type { R4Resource } from '../../record/fhir/types.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import { nameWords } from '../../record/views/summary/words.ts';

export interface CareContact {
  readonly name: string;
  readonly telephone: string | undefined;
  /** Titles of sources. */
  readonly who: readonly string[];
}

/** In the order of the records; the same name and number once. */
export function careContacts(
  { sourceRecords }: Pick<ReconciledRecord, 'sourceRecords'>,
  titleOf: (source: string) => string,
): readonly CareContact[] {
  const byReference = new Map(sourceRecords.map(({ resource }) => [refOf(resource), resource]));
  const contacts = new Map<string, CareContact>();
  for (const { resource: patient, source } of sourceRecords) {
    if (patient.resourceType !== 'Patient') continue;
    const { generalPractitioner = [], managingOrganization } = patient;
    for (const { reference = '', display } of [...generalPractitioner, managingOrganization ?? {}]) {
      const named = byReference.get(reference);
      const name = nameOf(named) ?? display;
      if (name === undefined) continue;
      const telephone = telephoneOf(named);
      const key = JSON.stringify([name, telephone]);
      const who = new Set([...(contacts.get(key)?.who ?? []), titleOf(source)]);
      contacts.set(key, { name, telephone, who: [...who].toSorted() });
    }
  }
  return [...contacts.values()];
}

function nameOf(resource: R4Resource | undefined): string | undefined {
  if (resource?.resourceType === 'Organization') return resource.name;
  if (resource?.resourceType === 'Practitioner') return nameWords(resource.name?.[0]);
  if (resource?.resourceType === 'PractitionerRole')
    return resource.practitioner?.display ?? resource.organization?.display;
  return undefined;
}

function telephoneOf(resource: R4Resource | undefined): string | undefined {
  const { telecom } = (resource ?? {}) as { readonly telecom?: readonly ContactPoint[] };
  return telecom?.find(({ system, use }) => system === 'phone' && use !== 'old')?.value;
}
