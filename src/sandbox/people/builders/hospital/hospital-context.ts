/** What all items of the hospital’s records (R4) have in common: whose they are, who wrote them. */
import { patientIdAt } from '../../person.ts';
import type { PersonIdentity } from '../../person.ts';

/** Business identifiers of the hospital. */
export const HOSPITAL_ORDER_IDS = 'https://st-invented-hospital.example/order-id';

export const HOSPITAL = 'st-invented-hospital';
export const CONSULTANT = 'consultant-fictiva';

export interface HospitalContext {
  readonly identity: PersonIdentity;
}

export function subject(context: HospitalContext): { reference: string } {
  return { reference: `Patient/${patientIdAt('hospital', context.identity)}` };
}

export function category(code: string): { coding: { system: string; code: string }[] }[] {
  return [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] }];
}
