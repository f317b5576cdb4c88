/** Invented records of one person, and a summary of them that must be valid in both releases. */
import type { Bundle } from 'fhir/r4.js';
import { expect } from 'vitest';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';
import { summarised, type Delivered } from './summarised.ts';

export const subject = { reference: 'Patient/x' };
const clinical = (kind: 'condition' | 'allergyintolerance', code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${kind}-clinical`, code }],
});
export const patient = { resourceType: 'Patient', id: 'x' };
export const allergy = (id: string, text: string, more: object = {}) => ({
  resourceType: 'AllergyIntolerance',
  id,
  clinicalStatus: clinical('allergyintolerance', 'active'),
  code: { text },
  patient: subject,
  ...more,
});
export const condition = (id: string, text: string, status = 'active', more: object = {}) => ({
  resourceType: 'Condition',
  id,
  clinicalStatus: clinical('condition', status),
  code: { text },
  subject,
  ...more,
});
export const medicine = (id: string, text: string, status = 'active', more: object = {}) => ({
  resourceType: 'MedicationStatement',
  id,
  status,
  medicationCodeableConcept: { text },
  subject,
  ...more,
});

/** Checked in both releases; given in the one asked for. */
export function valid(delivered: Delivered, options: Parameters<typeof summarised>[1] = {}): Bundle {
  for (const version of ['1.1', '2.0'] as const) {
    const bundle = summarised(delivered, { ...options, version });
    expect([...faultsOf(bundle), ...summaryFaults(bundle, version)]).toEqual([]);
  }
  return summarised(delivered, options);
}
