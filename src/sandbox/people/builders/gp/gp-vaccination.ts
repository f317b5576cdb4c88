/** A vaccination in a GP record. */
import type { Immunization } from 'fhir/r3.js';
import { gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpVaccination {
  readonly key: string;
  readonly words: string;
  readonly on: string;
  readonly batch?: string;
}

export function gpVaccination(context: GpContext, vaccination: GpVaccination): Immunization {
  const id = `${vaccination.key}-immunisation`;
  return {
    resourceType: 'Immunization',
    id,
    meta: profile('Immunization'),
    identifier: [gpRecordId(context, id)],
    status: 'completed',
    notGiven: false,
    vaccineCode: { text: vaccination.words },
    patient: subject(context),
    date: vaccination.on,
    primarySource: true,
    ...(vaccination.batch === undefined ? {} : { lotNumber: vaccination.batch }),
  };
}
