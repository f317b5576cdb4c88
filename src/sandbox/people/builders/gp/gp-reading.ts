/** A reading or a result in a GP record. */
import type { Observation } from 'fhir/r3.js';
import type { KnownCode } from '../../tables/codes.ts';
import { concept, DOCTOR, gpRecordId, profile, subject } from './gp-context.ts';
import type { GpContext } from './gp-context.ts';

export interface GpReading {
  readonly key: string;
  readonly words: string;
  readonly codes?: readonly KnownCode[];
  readonly on: string;
  readonly value?: readonly [value: number, unit: string];
  readonly text?: string;
}

/** Uncategorised data and results. */
export function gpReading(context: GpContext, reading: GpReading): Observation {
  const { value, text } = reading;
  return {
    resourceType: 'Observation',
    id: reading.key,
    meta: profile('Observation'),
    identifier: [gpRecordId(context, reading.key)],
    status: 'final',
    code: concept(reading.words, reading.codes),
    subject: subject(context),
    effectiveDateTime: reading.on,
    performer: [{ reference: `Practitioner/${DOCTOR}` }],
    ...(value === undefined ? {} : { valueQuantity: { value: value[0], unit: value[1] } }),
    ...(text === undefined ? {} : { valueString: text }),
  };
}
