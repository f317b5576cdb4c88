/** A problem in a GP record. */
import type { Condition, FhirResource, Observation } from 'fhir/r3.js';
import type { KnownCode } from '../../tables/codes.ts';
import { concept, DOCTOR, gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpProblem {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly onset: string;
  readonly abated?: string;
  readonly status: 'active' | 'inactive' | 'resolved';
  readonly significance?: 'major' | 'minor';
  readonly verification?: 'confirmed' | 'provisional';
  readonly severity?: string;
  readonly bodySite?: string;
}

/** A ProblemHeader Condition and the Observation it points to as the actual problem. */
export function gpProblem(context: GpContext, problem: GpProblem): readonly FhirResource[] {
  const id = `${problem.key}-problem`;
  const code = concept(problem.words, problem.codes);
  const header: Condition = {
    resourceType: 'Condition',
    id,
    meta: profile('ProblemHeader-Condition'),
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ActualProblem-1',
        valueReference: { reference: `Observation/${problem.key}-entry` },
      },
      {
        url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1',
        valueCode: problem.significance ?? 'major',
      },
    ],
    identifier: [gpRecordId(context, id)],
    clinicalStatus: problem.status,
    verificationStatus: problem.verification ?? 'confirmed',
    category: [
      {
        coding: [
          {
            system: 'https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-ConditionCategory-1',
            code: 'problem-list-item',
            display: 'Problem List Item',
          },
        ],
      },
    ],
    ...(problem.severity === undefined ? {} : { severity: { text: problem.severity } }),
    code,
    ...(problem.bodySite === undefined ? {} : { bodySite: [{ text: problem.bodySite }] }),
    subject: subject(context),
    onsetDateTime: problem.onset,
    ...(problem.abated === undefined ? {} : { abatementDateTime: problem.abated }),
    assertedDate: problem.onset,
    asserter: { reference: `Practitioner/${DOCTOR}` },
  };
  const entry: Observation = {
    resourceType: 'Observation',
    id: `${problem.key}-entry`,
    meta: profile('Observation'),
    identifier: [gpRecordId(context, `${problem.key}-entry`)],
    status: 'final',
    code,
    subject: subject(context),
    effectiveDateTime: problem.onset,
    performer: [{ reference: `Practitioner/${DOCTOR}` }],
  };
  return [header, entry];
}
