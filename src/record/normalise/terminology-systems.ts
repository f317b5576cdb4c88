/** Code systems that R4 binds where older releases had a bare code (FHIR R4, Terminology). */

const BASE = 'http://terminology.hl7.org/CodeSystem';

export const CONDITION_CLINICAL = {
  system: `${BASE}/condition-clinical`,
  codes: ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'],
} as const;

export const CONDITION_VERIFICATION = {
  system: `${BASE}/condition-ver-status`,
  codes: ['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error'],
} as const;

export const ALLERGY_CLINICAL = {
  system: `${BASE}/allergyintolerance-clinical`,
  codes: ['active', 'inactive', 'resolved'],
} as const;

export const ALLERGY_VERIFICATION = {
  system: `${BASE}/allergyintolerance-verification`,
  codes: ['unconfirmed', 'confirmed', 'refuted', 'entered-in-error'],
} as const;

export const GOAL_ACHIEVEMENT = {
  system: `${BASE}/goal-achievement`,
  codes: [
    'in-progress',
    'improving',
    'worsening',
    'no-change',
    'achieved',
    'sustaining',
    'not-achieved',
    'no-progress',
    'not-attainable',
  ],
} as const;
