/** Reads all types side by side, each whole or by its changes, with the Medications they name. */
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
