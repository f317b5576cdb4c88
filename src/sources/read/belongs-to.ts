/** Decides whether an item is about this person: one that names another Patient of the source is never kept as theirs. */
import { objectAt, objectsAt, resourceTypeOf, textAt } from './outline.ts';

/** Elements by which a resource says whose it is, in DSTU2, STU3 and R4. */
const OWNER_ELEMENTS = ['subject', 'patient', 'beneficiary', 'for', 'individual'];

/**
 * The ids under which the source knows this person: its Patient's own and those it links to it. A server that merged two
 * registrations may still write the old id (SMART App Launch 2.2: links between Patients).
 */
export function idsOfPerson(patientId: string | undefined, patient: unknown): ReadonlySet<string> {
  const linked = objectsAt(patient, 'link').map((link) => patientIdIn(textAt(objectAt(link, 'other'), 'reference')));
  return new Set([patientId, textAt(patient, 'id'), ...linked].filter((id) => id !== undefined));
}

/**
 * @param ids of {@link idsOfPerson}.
 * @returns true also for what names no Patient at all (Medication, Organization) or names one without an id.
 */
export function belongsTo(ids: ReadonlySet<string>, resource: unknown): boolean {
  if (resourceTypeOf(resource) === 'Patient') {
    const id = textAt(resource, 'id');
    return id === undefined || ids.has(id);
  }
  const owners = OWNER_ELEMENTS.flatMap((element) => [objectAt(resource, element), ...objectsAt(resource, element)]);
  return owners.every((owner) => {
    const id = patientIdIn(textAt(owner, 'reference'));
    return id === undefined || ids.has(id);
  });
}

/**
 * The id in `Patient/1`, `https://host/fhir/Patient/1` or `Patient/1/_history/2`. An absolute reference counts by its id alone:
 * servers behind a proxy write their inner address.
 */
function patientIdIn(reference: string | undefined): string | undefined {
  return reference === undefined
    ? undefined
    : /(?:^|\/)Patient\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/.exec(reference)?.[1];
}
