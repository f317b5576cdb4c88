/** A problem or diagnosis of the hospital. */
import type { Condition } from 'fhir/r4.js';
import type { KnownCode } from '../../tables/codes.ts';
import { clinicalStatus, r4Concept, verificationStatus } from '../r4-parts.ts';
import { CONSULTANT, subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export interface HospitalCondition {
  readonly id: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly status?: 'active' | 'inactive' | 'resolved';
  readonly verification?: 'confirmed' | 'provisional' | 'refuted' | 'entered-in-error';
  readonly onset?: string;
  readonly abated?: string;
  readonly severity?: string;
  readonly bodySite?: string;
  readonly kind?: 'problem-list-item' | 'encounter-diagnosis';
}

export function hospitalCondition(context: HospitalContext, condition: HospitalCondition): Condition {
  const { verification = 'confirmed' } = condition;
  return {
    resourceType: 'Condition',
    id: condition.id,
    // R4 con-3, con-5: a refuted or mistaken condition has no clinical status.
    ...(verification === 'refuted' || verification === 'entered-in-error'
      ? {}
      : { clinicalStatus: clinicalStatus(condition.status ?? 'active') }),
    verificationStatus: verificationStatus(verification),
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-category',
            code: condition.kind ?? 'problem-list-item',
          },
        ],
      },
    ],
    ...(condition.severity === undefined ? {} : { severity: { text: condition.severity } }),
    code: r4Concept(condition.words, condition.codes),
    ...(condition.bodySite === undefined ? {} : { bodySite: [{ text: condition.bodySite }] }),
    subject: subject(context),
    ...(condition.onset === undefined ? {} : { onsetDateTime: condition.onset }),
    ...(condition.abated === undefined ? {} : { abatementDateTime: condition.abated }),
    asserter: { reference: `Practitioner/${CONSULTANT}` },
  };
}
