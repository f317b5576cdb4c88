/** Reads a person's record from a FHIR server type by type, side by side. One failing type leaves the others whole. */
import type { ReceivedResource } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { PullContext, PullResult, SourceErrorCode } from '../../ports/source-connector.ts';
import type { ReadOutcome } from '../../ports/linked-account.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { asPulled } from './as-pulled.ts';
import { belongsTo, idsOfPerson } from './belongs-to.ts';
import type { FhirReader } from './fhir-reader.ts';
import { basisAfter, sinceOf } from './increments.ts';
import { readOwnPatient } from './read-patient.ts';
import type { OwnPatient } from './read-patient.ts';
import { readReferencedMedications } from './referenced-medications.ts';
import { isEmpty, readType, readTypeByOtherForm } from './read-type.ts';
import type { TypeQuestion, TypeReading } from './read-type.ts';
import { leftOut, missingMedicines } from './remarks.ts';
import { typesToRead } from './types-to-read.ts';
import { withoutRepeats } from './without-repeats.ts';
import { withGrantedScope } from './within-scope.ts';
import { typeOutcome } from './type-outcome.ts';

export interface SearchSource {
  readonly config: Pick<
    SourceConfig,
    | 'access'
    | 'baseUrl'
    | 'fhirVersion'
    | 'fullPullEveryMs'
    | 'increments'
    | 'lacks'
    | 'limits'
    | 'quirks'
    | 'resourceTypes'
  >;
  /** Whether the CapabilityStatement offers `_lastUpdated` for a type. */
  readonly offersLastUpdated: (type: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** @throws SourceError `needs-sign-in` where nothing at all could be read for want of a sign-in. */
export async function pullBySearch(
  source: SearchSource,
  reader: FhirReader,
  context: PullContext,
): Promise<PullResult> {
  const { config } = source;
  const types = typesToRead(config);
  for (const type of ['Patient', ...types]) context.onProgress({ type, state: 'pending', received: 0 });
  const patient = settled(readOwnPatient(reader, config.baseUrl, context.patientId));
  const patientId = context.patientId ?? (await patient).value?.id;
  const readings =
    patientId === undefined
      ? types.map((type) => Promise.resolve(unread(type)))
      : readTypes(source, reader, context, types, patientId);
  const finished = await Promise.all([
    patient.then((own) => finish(source, patientReading(own), patientId, own, context)),
    ...readings.map(async (reading) => finish(source, await reading, patientId, await patient, context)),
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
    withdrawn: nothingAnswered && finished.every(({ reading }) => reading.shortfall?.code === 'forbidden'),
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
  readonly hasFollowUps: boolean;
}

const NOT_INCREMENTAL = { isIncrement: false, basis: undefined, missingMedications: 0, hasFollowUps: false } as const;

function unread(type: string): Reading {
  const shortfall = new SourceError('not-found', 'It is not known which person of the source this is.');
  return { type, resources: [], unreadable: [], answered: false, shortfall, ...NOT_INCREMENTAL };
}

function patientReading({ value, error }: Settled): Reading {
  const resources = value === undefined ? [] : [value.resource];
  const answered = value !== undefined;
  return { type: 'Patient', resources, unreadable: [], answered, shortfall: error, ...NOT_INCREMENTAL };
}

/** Side by side. A server is asked in the other form only where the usual one found nothing of any type. */
function readTypes(
  { config, offersLastUpdated, now }: SearchSource,
  reader: FhirReader,
  { onProgress, earlier = [] }: PullContext,
  types: readonly string[],
  patientId: string,
): readonly Promise<Reading>[] {
  const nowMs = now();
  const questions = types.map(async (type): Promise<TypeQuestion> => {
    onProgress({ type, state: 'reading', received: 0 });
    const since = await sinceOf(type, { config, earlier, offersLastUpdated, nowMs });
    const onPage = (received: number): void => onProgress({ type, state: 'reading', received });
    return { config, type, patientId, since, onPage, now };
  });
  const usual = questions.map(async (question) => readType(reader, await question));
  const foundNothing = Promise.all(usual).then((readings) => readings.every(isEmpty));
  return questions.map(async (question, index) => {
    const first = await (usual[index] as Promise<TypeReading>);
    const reading =
      isEmpty(first) && (await foundNothing) ? await readTypeByOtherForm(reader, await question, first) : first;
    return withMedications(config, reader, reading);
  });
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

interface Finished {
  readonly reading: Reading;
  readonly kept: readonly ReceivedResource[];
  readonly outcome: ReadOutcome;
}

const NOT_THIS_PERSON: ReadonlySet<SourceErrorCode> = new Set(['refused', 'forbidden', 'not-found', 'other-patient']);

/**
 * A server may answer a search about a person it does not show with 200 and nothing. Where the Patient could not be had, that is
 * no "nothing there" (law L6): what was read before stays.
 */
function withoutDoubtfulNothing(reading: Reading, { error }: Settled): Reading {
  const { type, answered, resources, unreadable, shortfall } = reading;
  const gaveNothing = answered && resources.length === 0 && unreadable.length === 0 && shortfall === undefined;
  if (type === 'Patient' || !gaveNothing || error === undefined || !NOT_THIS_PERSON.has(error.code)) return reading;
  const words =
    'Nothing came, but the source does not show this person either; that does not mean that there is nothing.';
  return { ...reading, answered: false, shortfall: new SourceError('other-patient', words) };
}

/** Leaves out what is about someone else, and says how the reading went. */
function finish(
  { config }: SearchSource,
  reading: Reading,
  patientId: string | undefined,
  patient: Settled,
  { onProgress, grantedScope }: PullContext,
): Finished {
  const ids = idsOfPerson(patientId, patient.value?.resource.json);
  const kept = reading.resources.filter(({ json }) => belongsTo(ids, json));
  const others = reading.resources.length - kept.length;
  const told = withGrantedScope(
    typeOutcome({
      ...withoutDoubtfulNothing(reading, patient),
      received: kept.length,
      remarks: [...leftOut(others), ...missingMedicines(reading.missingMedications)],
    }),
    grantedScope,
    config.access,
  );
  const isWhole = told.state === 'done' || told.state === 'nothing-there';
  const outcome = { ...told, ...basisAfter(reading, isWhole, reading.hasFollowUps) };
  onProgress({ type: outcome.type, state: outcome.state, received: outcome.received });
  return { reading, kept, outcome };
}
