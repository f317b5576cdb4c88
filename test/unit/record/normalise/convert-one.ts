/** Conversion of one resource, for tests. */
import { expect } from 'vitest';
import type { FhirVersion } from '../../../../src/record/fhir/types.ts';
import { normaliseSource } from '../../../../src/record/normalise/normalise-source.ts';
import { sourceInputOf } from './source-input-of.ts';

export const TERMS = 'http://terminology.hl7.org/CodeSystem';
export const AMOXICILLIN = { text: 'Amoxicillin 250mg capsules' };
export const subject = { reference: 'Patient/me' };

export function concept(system: string, code: string): object {
  return { coding: [{ system, code }] };
}

/** The record as R4 without what every record gets, and the paths of what was kept aside. */
export function convert(resource: object, fhirVersion: FhirVersion): { record: unknown; lost: string[] } {
  const { records, losses } = normaliseSource(sourceInputOf([{ id: '1', ...resource }], { fhirVersion }), 'me');
  const { id, meta, extension, ...record } = records[0]?.resource as unknown as Record<string, unknown>;
  expect([id, meta, extension === undefined]).toEqual(['gp-1', expect.anything(), losses.length === 0]);
  return { record, lost: losses.map(({ path }) => path) };
}
