/** Compares a reference parameter with references of a resource (FHIR R4, 3.1.1.5.9). */
import { isFhirId, parseReference, type RestReference } from '../fhir/references.ts';
import { SearchFault } from './search-fault.ts';

/** A record here, of any type where none is given; or what another server or a canonical URL names. */
export type ReferenceCriterion =
  { readonly type: string | undefined; readonly id: string; readonly url?: undefined } | { readonly url: string };

/**
 * `Type/id`, an id, or a URL, which may lie under this server.
 * @param type modifier `:[type]`.
 * @param baseUrl of this server; undefined where there is none to know of.
 * @throws SearchFault
 */
export function parseReferenceCriterion(
  text: string,
  type: string | undefined,
  parameter: string,
  baseUrl: string | undefined,
): ReferenceCriterion {
  const local = baseUrl !== undefined && text.startsWith(`${baseUrl}/`) ? text.slice(baseUrl.length + 1) : text;
  if (/^[a-z][a-z0-9+.-]{0,20}:/i.test(local)) return { url: local };
  if (isFhirId(local)) return { type, id: local };
  const target = parseReference(local);
  if (
    target === undefined ||
    !isFhirId(target.id) ||
    target.version !== undefined ||
    (type !== undefined && type !== target.type)
  ) {
    throw new SearchFault('value', `The parameter ${parameter} needs a reference.`);
  }
  return { type: target.type, id: target.id };
}

/** `value`: a Reference, a canonical or a uri. */
export function matchesReference(value: unknown, criterion: ReferenceCriterion): boolean {
  const text = referenceText(value);
  if (text === undefined) return false;
  // A canonical may carry a business version (FHIR R4, 2.3.0.2).
  if (criterion.url !== undefined) return text === criterion.url || text.split('|')[0] === criterion.url;
  const target = localTarget(text);
  return target?.id === criterion.id && (criterion.type === undefined || criterion.type === target.type);
}

/**
 * Whether a resource is about the patient: one of its references is to them, or none is to any patient at all (a source
 * may leave the subject out of what it gives under one person's sign-in).
 */
export function matchesPatient(values: readonly unknown[], patientId: string): boolean {
  const patients = values.flatMap((value) => targetOf(value) ?? []).filter((target) => target.type === 'Patient');
  return patients.length === 0 || patients.some((target) => target.base === undefined && target.id === patientId);
}

export function isReferenceTo(value: unknown, type: string): boolean {
  return targetOf(value)?.type === type;
}

/** `<Type>/<id>` of a reference to a record here; undefined for any other. */
export function localReference(value: unknown): string | undefined {
  const text = referenceText(value);
  const target = text === undefined ? undefined : localTarget(text);
  return target === undefined ? undefined : `${target.type}/${target.id}`;
}

function localTarget(text: string): RestReference | undefined {
  const target = parseReference(text);
  return target?.base === undefined ? target : undefined;
}

function targetOf(value: unknown): RestReference | undefined {
  const text = referenceText(value);
  return text === undefined ? undefined : parseReference(text);
}

function referenceText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('reference' in value)) return undefined;
  return typeof value.reference === 'string' ? value.reference : undefined;
}
