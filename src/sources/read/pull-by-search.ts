/** Reads a person's record from a FHIR server type by type, side by side. One failing type leaves the others whole. */
import type { PullContext, PullResult } from '../../ports/source-connector.ts';
import { AskedToWait } from '../http/asked-to-wait.ts';
import { asPulled } from './as-pulled.ts';
import { withChangesInBatch } from './changes-in-batch.ts';
import type { FhirReader } from './fhir-reader.ts';
import { finishReading } from './finish-reading.ts';
import type { Finished } from './finish-reading.ts';
import { readOwnPatient } from './read-patient.ts';
import { readTypes } from './read-types.ts';
import { patientReading, settled, unread } from './reading.ts';
import type { Reading } from './reading.ts';
import type { SearchSource } from './search-source.ts';
import { typesToRead } from './types-to-read.ts';
import { withoutRepeats } from './without-repeats.ts';

/** @throws SourceError `needs-sign-in` where nothing at all could be read for want of a sign-in. */
export async function pullBySearch(
  source: SearchSource,
  plainReader: FhirReader,
  context: PullContext,
): Promise<PullResult> {
  const { config } = source;
  const { onProgress } = context;
  const types = typesToRead(config);
  for (const type of ['Patient', ...types]) onProgress({ type, state: 'pending', received: 0 });
  const reader = withChangesInBatch(source, plainReader, context, types);
  const patient = settled(readOwnPatient(reader, config.baseUrl, context.patientId));
  const patientId = context.patientId ?? (await patient).value?.id;
  const readings =
    patientId === undefined
      ? types.map((type) => Promise.resolve(unread(type)))
      : readTypes(source, reader, context, types, patientId);

  async function finish(reading: Reading): Promise<Finished> {
    const finished = finishReading(reading, {
      patientId,
      patient: await patient,
      grantedScope: context.grantedScope,
      access: config.access,
    });
    const { type, state, received } = finished.outcome;
    onProgress({ type, state, received });
    return finished;
  }

  const finished = await Promise.all([
    patient.then((own) => finish(patientReading(own))),
    ...readings.map(async (reading) => finish(await reading)),
  ]);
  const nothingAnswered = finished.every(({ reading }) => !reading.answered);
  const signIn = finished.map(({ reading }) => reading.shortfall).find((error) => error?.code === 'needs-sign-in');
  if (signIn !== undefined && nothingAnswered) throw signIn;
  return {
    resources: withoutRepeats(
      finished.flatMap(({ reading, kept }) => kept.map((resource) => asPulled(resource, reading.type))),
    ),
    unreadable: finished.flatMap(({ reading }) =>
      reading.unreadable.map((item) => ({ ...item, readAs: reading.type })),
    ),
    outcomes: finished.map(({ outcome }) => outcome),
    faults: finished.flatMap(({ faults }) => faults),
    ...waitOf(finished),
    withdrawn: nothingAnswered && finished.every(({ reading }) => reading.shortfall?.code === 'forbidden'),
  };
}

function waitOf(finished: readonly Finished[]): Pick<PullResult, 'askAgainAfterMs'> {
  const waits = finished.flatMap(({ reading: { shortfall } }) =>
    shortfall instanceof AskedToWait ? shortfall.waitMs : [],
  );
  return waits.length === 0 ? {} : { askAgainAfterMs: Math.max(...waits) };
}
