/** Leaves out of a reading what is about someone else, and says how it went: what is missing, doubtful or not granted. */
import type { ReceivedResource } from '../../record/source-input.ts';
import type { ReadOutcome } from '../../ports/linked-account.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { ReadFault, SourceErrorCode } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { belongsTo, idsOfPerson } from './belongs-to.ts';
import { basisAfter } from './increments.ts';
import { readFaults } from './read-fault.ts';
import type { Reading, SettledPatient } from './reading.ts';
import { leftOut, missingMedicines, setAside } from './remarks.ts';
import { typeOutcome } from './type-outcome.ts';
import { withGrantedScope } from './within-scope.ts';

export interface Finished {
  readonly reading: Reading;
  readonly kept: readonly ReceivedResource[];
  readonly outcome: ReadOutcome;
  readonly faults: readonly ReadFault[];
}

export interface ReadPerson {
  readonly patientId: string | undefined;
  readonly patient: SettledPatient;
  /** As granted; undefined: not known. */
  readonly grantedScope: string | undefined;
  readonly access: SourceConfig['access'];
}

export function finishReading(reading: Reading, { patientId, patient, grantedScope, access }: ReadPerson): Finished {
  const ids = idsOfPerson(patientId, patient.value?.resource.json);
  const kept = reading.resources.filter(({ json }) => belongsTo(ids, json));
  const judged = withoutDoubtfulNothing(reading, patient);
  const others = reading.resources.length - kept.length;
  // A page that is no Bundle at all is told of by the shortfall.
  const aside = judged.shortfall?.code === 'not-fhir' ? 0 : reading.unreadable.length;
  const outcome = typeOutcome({
    ...judged,
    received: kept.length,
    remarks: [...leftOut(others), ...setAside(aside), ...missingMedicines(reading.missingMedications)],
  });
  const told = withGrantedScope(outcome, grantedScope, access);
  const isWhole = told.state === 'done' || told.state === 'nothing-there';
  return {
    reading,
    kept,
    outcome: { ...told, ...basisAfter(reading, isWhole, reading.hasFollowUps) },
    faults: [
      ...readFaults(reading.type, judged.shortfall),
      ...(others > 0 ? [{ type: reading.type, why: 'other-patient' }] : []),
      ...(aside > 0 ? [{ type: reading.type, why: 'unreadable-item' }] : []),
      ...(reading.missingMedications > 0 ? [{ type: reading.type, why: 'medication-not-found' }] : []),
    ],
  };
}

const NOT_THIS_PERSON: ReadonlySet<SourceErrorCode> = new Set(['refused', 'forbidden', 'not-found', 'other-patient']);

/**
 * A server may answer a search about a person it does not show with 200 and nothing. Where the Patient could not be had, that is
 * no "nothing there" (law L6): what was read before stays.
 */
function withoutDoubtfulNothing(reading: Reading, { error }: SettledPatient): Reading {
  const { type, answered, resources, unreadable, shortfall } = reading;
  const gaveNothing = answered && resources.length === 0 && unreadable.length === 0 && shortfall === undefined;
  if (type === 'Patient' || !gaveNothing || error === undefined || !NOT_THIS_PERSON.has(error.code)) return reading;
  const words =
    'Nothing came, but the source does not show this person either; that does not mean that there is nothing.';
  return { ...reading, answered: false, shortfall: new SourceError('other-patient', words) };
}
