/** Reads all types side by side, each whole or by its changes, with the Medications they name. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PullContext } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { FhirReader } from './fhir-reader.ts';
import { sinceOf } from './increments.ts';
import { isEmpty, readType, readTypeByOtherForm } from './read-type.ts';
import type { TypeQuestion, TypeReading } from './read-type.ts';
import type { Reading } from './reading.ts';
import { readReferencedMedications } from './referenced-medications.ts';
import type { SearchSource } from './search-source.ts';

/** A server is asked in the other form only where the usual one found nothing of any type. None rejects with a SourceError. */
export function readTypes(
  { config, offersLastUpdated, now }: SearchSource,
  reader: FhirReader,
  { onProgress, earlier = [] }: Pick<PullContext, 'onProgress' | 'earlier'>,
  types: readonly string[],
  patientId: string,
): readonly Promise<Reading>[] {
  const nowMs = now();
  const questions = types.map((type): TypeQuestion => {
    onProgress({ type, state: 'reading', received: 0 });
    const since = sinceOf(type, { config, earlier, nowMs });
    const onPage = (received: number): void => onProgress({ type, state: 'reading', received });
    return { config, type, patientId, since, onPage, now };
  });
  const usual = questions.map((question) => readType(reader, question));
  const offers = questions.map((question) => isOffered(config, offersLastUpdated, question));
  const foundNothing = Promise.all(usual).then((readings) => readings.every(isEmpty));
  return questions.map(async (question, index) => {
    const first = await (usual[index] as Promise<TypeReading>);
    const reading = isEmpty(first) && (await foundNothing) ? await readTypeByOtherForm(reader, question, first) : first;
    const whole = await withMedications(config, reader, reading);
    // A reading of changes went well: so may the next.
    return whole.isIncrement || (await beforeLong(offers[index])) ? whole : withoutChanges(whole);
  });
}

/** Whether the next reading may ask for changes. The source is asked beside its searches, never before: nobody waits for it. */
async function isOffered(
  { increments }: SearchSource['config'],
  offersLastUpdated: SearchSource['offersLastUpdated'],
  { type, since }: TypeQuestion,
): Promise<boolean> {
  if (increments !== undefined) return increments === 'lastUpdated' || increments === 'batch';
  return since.changedSince === undefined && offersLastUpdated(type);
}

/** A source that has given its record and is slow to say what it can do is read whole once more. */
const SAY_WITHIN_MS = 500;

async function beforeLong(said: Promise<boolean> | undefined): Promise<boolean> {
  const late = new AbortController();
  const no = sleep(SAY_WITHIN_MS, false, { signal: late.signal }).catch(() => false);
  try {
    return await Promise.race([said ?? false, no]);
  } finally {
    late.abort();
  }
}

function withoutChanges(reading: Reading): Reading {
  return reading.basis === undefined ? reading : { ...reading, basis: { ...reading.basis, asOfMs: undefined } };
}

async function withMedications(
  config: Pick<SourceConfig, 'baseUrl'>,
  reader: FhirReader,
  reading: TypeReading,
): Promise<Reading> {
  const medications = await readReferencedMedications(reader, config.baseUrl, reading.resources);
  return {
    ...reading,
    resources: [...reading.resources, ...medications.resources],
    unreadable: [...reading.unreadable, ...medications.unreadable],
    missingMedications: medications.missing,
    hasFollowUps: medications.resources.length + medications.unreadable.length + medications.missing > 0,
  };
}
