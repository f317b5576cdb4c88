/** Decides whether a reading asks its first questions in a batch: where changes will do, and the source takes batches. */
import type { PullContext } from '../../ports/source-connector.ts';
import type { BatchQuestion } from './ask-in-batch.ts';
import { batchedReader } from './batched-reader.ts';
import type { FhirReader } from './fhir-reader.ts';
import { sinceOf } from './increments.ts';
import { ownPatientUrl } from './read-patient.ts';
import { firstUrls } from './read-type.ts';
import type { SearchSource } from './search-source.ts';

/**
 * A record that is read whole is asked for kind by kind: its answers are large, and people see it coming in.
 * @returns the reader itself where nothing is to be asked in a batch.
 */
export function withChangesInBatch(
  { config, batches, now }: SearchSource,
  reader: FhirReader,
  { patientId, earlier = [] }: Pick<PullContext, 'patientId' | 'earlier'>,
  types: readonly string[],
): FhirReader {
  const nowMs = now();
  const asked = types.map((type) => ({ type, since: sinceOf(type, { config, earlier, nowMs }) }));
  if (patientId === undefined || asked.every(({ since }) => since.changedSince === undefined)) return reader;
  if (!batches.areTaken()) return reader;
  const questions: readonly BatchQuestion[] = [
    { url: ownPatientUrl(config.baseUrl, patientId), type: 'Patient', id: patientId },
    ...asked.flatMap(({ type, since }) =>
      firstUrls({ config, type, patientId, since }).map((url) => ({ url, type, id: undefined })),
    ),
  ];
  return batchedReader(reader, config.baseUrl.replace(/\/$/, ''), questions, () => batches.wereRefused());
}
