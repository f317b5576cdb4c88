/** One kind of data as it was read, with what was fetched beside the search. */
import { SourceError } from '../../ports/source-connector.ts';
import type { OwnPatient } from './read-patient.ts';
import type { TypeReading } from './read-type.ts';

export interface Reading extends TypeReading {
  /** Medications named by reference that could not be had. */
  readonly missingMedications: number;
  /** Something was read one by one beside the search. */
  readonly hasFollowUps: boolean;
}

/** The Patient, or why it could not be had. */
export interface SettledPatient {
  readonly value: OwnPatient | undefined;
  readonly error: SourceError | undefined;
}

const NOT_INCREMENTAL = { isIncrement: false, basis: undefined, missingMedications: 0, hasFollowUps: false } as const;

export function unread(type: string): Reading {
  const shortfall = new SourceError('not-found', 'It is not known which person of the source this is.');
  return { type, resources: [], unreadable: [], answered: false, shortfall, ...NOT_INCREMENTAL };
}

export function patientReading({ value, error }: SettledPatient): Reading {
  const resources = value === undefined ? [] : [value.resource];
  const answered = value !== undefined;
  return { type: 'Patient', resources, unreadable: [], answered, shortfall: error, ...NOT_INCREMENTAL };
}

export async function settled(work: Promise<OwnPatient>): Promise<SettledPatient> {
  try {
    return { value: await work, error: undefined };
  } catch (error) {
    if (error instanceof SourceError) return { value: undefined, error };
    throw error;
  }
}
