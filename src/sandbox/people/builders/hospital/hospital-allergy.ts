/** An allergy as the hospital has it. */
import type { AllergyIntolerance } from 'fhir/r4.js';
import type { KnownCode } from '../../tables/codes.ts';
import { r4Concept } from '../r4-parts.ts';
import { subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export interface HospitalAllergy {
  readonly id: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly category?: 'medication' | 'environment' | 'food';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: { readonly words: string; readonly severity?: 'mild' | 'moderate' | 'severe' };
  readonly recorded: string;
}

export function hospitalAllergy(context: HospitalContext, allergy: HospitalAllergy): AllergyIntolerance {
  const { reaction } = allergy;
  return {
    resourceType: 'AllergyIntolerance',
    id: allergy.id,
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' }],
    },
    ...(allergy.category === undefined ? {} : { category: [allergy.category] }),
    ...(allergy.criticality === undefined ? {} : { criticality: allergy.criticality }),
    code: r4Concept(allergy.words, allergy.codes),
    patient: subject(context),
    recordedDate: allergy.recorded,
    ...(reaction === undefined
      ? {}
      : {
          reaction: [
            {
              manifestation: [{ text: reaction.words }],
              ...(reaction.severity === undefined ? {} : { severity: reaction.severity }),
            },
          ],
        }),
  };
}
