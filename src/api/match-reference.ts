/** Compares a reference parameter with references of a resource (FHIR R4, 3.1.1.5.9). */
import { referenceTarget } from '../access/withhold-references.ts';
import { GatewayError } from '../errors.ts';

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

export interface ReferenceCriterion {
  /** Undefined = any type. */
  readonly type: string | undefined;
  readonly id: string;
}

/**
 * `Type/id`, an absolute URL under this server, or an id, with the type as modifier or without. Undefined for a record of
 * another server.
 * @throws GatewayError `bad-request`.
 */
export function parseReference(
  text: string,
  modifier: string | undefined,
  parameter: string,
  baseUrl: string,
): ReferenceCriterion | undefined {
  const local = text.startsWith(`${baseUrl}/`) ? text.slice(baseUrl.length + 1) : text;
  if (/^[a-z][a-z0-9+.-]{0,20}:/i.test(local)) return undefined;
  if (FHIR_ID.test(local)) return { type: modifier, id: local };
  const target = referenceTarget(local);
  if (
    target === undefined ||
    `${target.type}/${target.id}` !== local ||
    (modifier !== undefined && modifier !== target.type)
  ) {
    throw new GatewayError('bad-request', `The parameter ${parameter} needs a reference.`);
  }
  return target;
}

export function matchesReference(value: unknown, criterion: ReferenceCriterion): boolean {
  const target = targetOf(value);
  return (
    target !== undefined &&
    target.id === criterion.id &&
    (criterion.type === undefined || criterion.type === target.type)
  );
}

/**
 * Whether a resource is about the patient: one of its references is to them, or none is to any patient at all (a source
 * may leave the subject out of what it gives under one person's sign-in).
 */
export function matchesPatient(values: readonly unknown[], patientId: string): boolean {
  const patients = values.flatMap((value) => targetOf(value) ?? []).filter((target) => target.type === 'Patient');
  return patients.length === 0 || patients.some((target) => target.id === patientId);
}

function targetOf(value: unknown): { readonly type: string; readonly id: string } | undefined {
  if (typeof value !== 'object' || value === null || !('reference' in value)) return undefined;
  return typeof value.reference === 'string' ? referenceTarget(value.reference) : undefined;
}
