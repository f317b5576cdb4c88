/** Results and measurements of the hospital. */
import type { Observation } from 'fhir/r4.js';
import { LOINC } from '../../tables/codes.ts';
import { category, subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export interface HospitalResult {
  readonly id: string;
  readonly code: string;
  readonly words: string;
  readonly category?: 'laboratory' | 'vital-signs';
  readonly on: string;
  readonly value: readonly [value: number, unit: string];
  readonly encounter?: string;
}

export function hospitalResult(context: HospitalContext, result: HospitalResult): Observation {
  return {
    resourceType: 'Observation',
    id: result.id,
    status: 'final',
    category: category(result.category ?? 'laboratory'),
    code: { coding: [{ system: LOINC, code: result.code, display: result.words }], text: result.words },
    subject: subject(context),
    ...(result.encounter === undefined ? {} : { encounter: { reference: `Encounter/${result.encounter}` } }),
    effectiveDateTime: `${result.on}T08:20:00Z`,
    valueQuantity: { value: result.value[0], unit: result.value[1] },
  };
}

/** A blood pressure as one Observation with two components. */
export function hospitalBloodPressure(
  context: HospitalContext,
  id: string,
  on: string,
  [systolic, diastolic]: readonly [number, number],
): Observation {
  const component = (code: string, display: string, value: number): NonNullable<Observation['component']>[number] => ({
    code: { coding: [{ system: LOINC, code, display }] },
    valueQuantity: { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
  });
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: category('vital-signs'),
    code: { coding: [{ system: LOINC, code: '85354-9' }], text: 'Blood pressure' },
    subject: subject(context),
    effectiveDateTime: `${on}T08:30:00Z`,
    component: [
      component('8480-6', 'Systolic Blood Pressure', systolic),
      component('8462-4', 'Diastolic Blood Pressure', diastolic),
    ],
  };
}
