/** Reads a person's record from a FHIR server type by type, side by side. One failing type leaves the others whole. */
import type { TypeOutcome } from '../../record/completeness.ts';
import type { ReceivedResource } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { PullContext, PullResult } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { asPulled } from './as-pulled.ts';
import { belongsTo, idsOfPerson } from './belongs-to.ts';
import type { FhirReader } from './fhir-reader.ts';
import { readOwnPatient } from './read-patient.ts';
import type { OwnPatient } from './read-patient.ts';
import { readReferencedMedications } from './referenced-medications.ts';
import { isEmpty, readType, readTypeByReference } from './read-type.ts';
import type { TypeQuestion, TypeReading } from './read-type.ts';
import { leftOut, missingMedicines } from './remarks.ts';
import { withoutRepeats } from './without-repeats.ts';
import { typeOutcome } from './type-outcome.ts';

type SearchConfig = Pick<SourceConfig, 'baseUrl' | 'limits' | 'resourceTypes'>;

/** @throws SourceError `needs-sign-in` where nothing at all could be read for want of a sign-in. */
export async function pullBySearch(
  config: SearchConfig,
  reader: FhirReader,
  context: PullContext,
): Promise<PullResult> {
  const types = [...new Set(config.resourceTypes)].filter((type) => type !== 'Patient');
  for (const type of ['Patient', ...types]) context.onProgress({ type, state: 'pending', received: 0 });
  const patient = settled(readOwnPatient(reader, config.baseUrl, context.patientId));
  const patientId = context.patientId ?? (await patient).value?.id;
  const readings =
    patientId === undefined
      ? types.map((type) => Promise.resolve(unread(type)))
      : readTypes(config, reader, context, types, patientId);
  const finished = await Promise.all([
    patient.then((own) => finish(patientReading(own), patientId, own, context)),
    ...readings.map(async (reading) => finish(await reading, patientId, await patient, context)),
  ]);
  const signIn = finished.map(({ reading }) => reading.shortfall).find((error) => error?.code === 'needs-sign-in');
  if (signIn !== undefined && finished.every(({ reading }) => !reading.answered)) throw signIn;
  return {
    resources: withoutRepeats(
      finished.flatMap(({ reading, kept }) => kept.map((resource) => asPulled(resource, reading.type))),
    ),
    unreadable: finished.flatMap(({ reading }) =>
      reading.unreadable.map((item) => ({ ...item, readAs: reading.type })),
    ),
    outcomes: finished.map(({ outcome }) => outcome),
  };
}

interface Settled {
  readonly value: OwnPatient | undefined;
  readonly error: SourceError | undefined;
}

async function settled(work: Promise<OwnPatient>): Promise<Settled> {
  try {
    return { value: await work, error: undefined };
  } catch (error) {
    if (error instanceof SourceError) return { value: undefined, error };
    throw error;
  }
}

interface Reading extends TypeReading {
  readonly missingMedications: number;
}

function unread(type: string): Reading {
  const shortfall = new SourceError('not-found', 'It is not known which person of the source this is.');
  return { type, resources: [], unreadable: [], answered: false, shortfall, missingMedications: 0 };
}

/** Side by side. A server is asked in the other form only where the usual one found nothing of any type. */
function readTypes(
  config: SearchConfig,
  reader: FhirReader,
  { onProgress }: PullContext,
  types: readonly string[],
  patientId: string,
): readonly Promise<Reading>[] {
  const questions = types.map((type): TypeQuestion => {
    onProgress({ type, state: 'reading', received: 0 });
    return { config, type, patientId, onPage: (received) => onProgress({ type, state: 'reading', received }) };
  });
  const plain = questions.map((question) => readType(reader, question));
  const foundNothing = Promise.all(plain).then((readings) => readings.every(isEmpty));
  return questions.map(async (question, index) => {
    const first = await (plain[index] as Promise<TypeReading>);
    const reading = isEmpty(first) && (await foundNothing) ? await readTypeByReference(reader, question, first) : first;
    return withMedications(config, reader, reading);
  });
}

async function withMedications(config: SearchConfig, reader: FhirReader, reading: TypeReading): Promise<Reading> {
  const medications = await readReferencedMedications(reader, config.baseUrl, reading.resources);
  return {
    ...reading,
    resources: [...reading.resources, ...medications.resources],
    unreadable: [...reading.unreadable, ...medications.unreadable],
    missingMedications: medications.missing,
  };
}

function patientReading({ value, error }: Settled): Reading {
  const resources = value === undefined ? [] : [value.resource];
  return {
    type: 'Patient',
    resources,
    unreadable: [],
    answered: value !== undefined,
    shortfall: error,
    missingMedications: 0,
  };
}

interface Finished {
  readonly reading: Reading;
  readonly kept: readonly ReceivedResource[];
  readonly outcome: TypeOutcome;
}

/** Leaves out what is about someone else, and says how the reading went. */
function finish(
  reading: Reading,
  patientId: string | undefined,
  patient: Settled,
  { onProgress }: PullContext,
): Finished {
  const ids = idsOfPerson(patientId, patient.value?.resource.json);
  const kept = reading.resources.filter(({ json }) => belongsTo(ids, json));
  const others = reading.resources.length - kept.length;
  const outcome = typeOutcome({
    ...reading,
    received: kept.length,
    remarks: [...leftOut(others), ...missingMedicines(reading.missingMedications)],
  });
  onProgress({ type: outcome.type, state: outcome.state, received: outcome.received });
  return { reading, kept, outcome };
}
