/** Careful looks into JSON of unknown shape: what is not there, or is something else, is undefined or empty. */
import type { JsonObject } from '../../record/fhir/types.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectAt(value: unknown, name: string): JsonObject | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : undefined;
}

export function textAt(value: unknown, name: string): string | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'string' ? member : undefined;
}

export function numberAt(value: unknown, name: string): number | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'number' ? member : undefined;
}

/** @returns the objects of an array member; others in it are left out. */
export function objectsAt(value: unknown, name: string): readonly JsonObject[] {
  const member = isObject(value) ? value[name] : undefined;
  return Array.isArray(member) ? member.filter(isObject) : [];
}

export function textsAt(value: unknown, name: string): readonly string[] {
  const member = isObject(value) ? value[name] : undefined;
  return Array.isArray(member) ? member.filter((item) => typeof item === 'string') : [];
}

export function resourceTypeOf(value: unknown): string | undefined {
  return textAt(value, 'resourceType');
}
