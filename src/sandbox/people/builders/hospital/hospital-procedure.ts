/** A procedure of the hospital. */
import type { Procedure } from 'fhir/r4.js';
import type { KnownCode } from '../../tables/codes.ts';
import { r4Concept } from '../r4-parts.ts';
import { subject } from './hospital-context.ts';
import type { HospitalContext } from './hospital-context.ts';

export function hospitalProcedure(
  context: HospitalContext,
  procedure: {
    readonly id: string;
    readonly words: string;
    readonly on: string;
    readonly codes?: readonly KnownCode[];
  },
): Procedure {
  return {
    resourceType: 'Procedure',
    id: procedure.id,
    status: 'completed',
    code: r4Concept(procedure.words, procedure.codes),
    subject: subject(context),
    performedDateTime: procedure.on,
  };
}
