/** Reads a person's GP record by the one operation GP Connect has for it, and reports it area by area. */
import type { UnreadableItem } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { PullContext, PullResult } from '../../ports/source-connector.ts';
import { AskedToWait } from '../http/asked-to-wait.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { asPulled } from '../read/as-pulled.ts';
import { belongsTo, idsOfPerson } from '../read/belongs-to.ts';
import { readBundlePage } from '../read/bundle-page.ts';
import type { BundlePage } from '../read/bundle-page.ts';
import type { FhirReader } from '../read/fhir-reader.ts';
import { resourceTypeOf } from '../read/outline.ts';
import { readOwnPatient } from '../read/read-patient.ts';
import type { OwnPatient } from '../read/read-patient.ts';
import { leftOut, setAside } from '../read/remarks.ts';
import { readFaults } from '../read/read-fault.ts';
import { typeOutcome } from '../read/type-outcome.ts';
import { withoutRepeats } from '../read/without-repeats.ts';
import { sortByArea } from './sort-by-area.ts';
import {
  nhsNumberAmong,
  nhsNumberIn,
  nhsNumberOf,
  structuredRecordUrl,
  structuredRequest,
} from './structured-request.ts';
import { CLINICAL_AREAS, SHARED_TYPE } from './tables/clinical-areas.ts';

const TYPES = [SHARED_TYPE, ...CLINICAL_AREAS.map(({ type }) => type)];

/** @throws SourceError `needs-sign-in` where nothing could be read for want of it; any other failure is in the outcomes. */
export async function pullStructured(baseUrl: string, reader: FhirReader, context: PullContext): Promise<PullResult> {
  for (const type of TYPES) context.onProgress({ type, state: 'pending', received: 0 });
  let patient: OwnPatient | undefined;
  try {
    const early = askEarly(reader, baseUrl, context);
    patient = await readOwnPatient(reader, baseUrl, context.patientId);
    for (const type of TYPES) context.onProgress({ type, state: 'reading', received: 0 });
    const nhsNumber = nhsNumberOf(patient.resource.json);
    const answer = early?.nhsNumber === nhsNumber ? early.answer : askRecord(reader, baseUrl, nhsNumber);
    const page = readBundlePage(await answer);
    return page.shortfall?.code === 'not-fhir'
      ? failed(page.shortfall, patient, page.unreadable, context)
      : areaByArea(page, patient, context);
  } catch (error) {
    if (!(error instanceof SourceError) || (error.code === 'needs-sign-in' && patient === undefined)) throw error;
    return failed(error, patient, [], context);
  }
}

function askRecord(reader: FhirReader, baseUrl: string, nhsNumber: string): Promise<HttpAnswer> {
  return reader.read(structuredRecordUrl(baseUrl), { body: structuredRequest(nhsNumber, CLINICAL_AREAS) });
}

interface EarlyAnswer {
  readonly nhsNumber: string;
  readonly answer: Promise<HttpAnswer>;
}

/** The practice is asked beside its Patient where the number is known; the answer counts only where the Patient carries it still. */
function askEarly(
  reader: FhirReader,
  baseUrl: string,
  { identifiers = [], patientId }: PullContext,
): EarlyAnswer | undefined {
  const nhsNumber = patientId === undefined ? undefined : nhsNumberAmong(identifiers);
  if (nhsNumber === undefined) return undefined;
  const answer = askRecord(reader, baseUrl, nhsNumber);
  // A failure is met where the answer is needed, and by nobody where it is not.
  answer.catch(() => undefined);
  return { nhsNumber, answer };
}

function areaByArea(page: BundlePage, patient: OwnPatient, { onProgress }: PullContext): PullResult {
  const ids = idsInRecord(patient, page);
  const sorted = sortByArea(page, CLINICAL_AREAS);
  const hasOwn = sorted.shared.some(({ json }) => resourceTypeOf(json) === 'Patient' && belongsTo(ids, json));
  const shared = {
    type: SHARED_TYPE,
    resources: hasOwn ? sorted.shared : [patient.resource, ...sorted.shared],
    warnings: page.shortfall === undefined ? [] : [page.shortfall.detail],
    refusal: undefined,
  };
  // It cannot be told to which area an unreadable item belongs.
  const aside = setAside(page.unreadable.length);
  const parts = [shared, ...sorted.areas].map(({ type, resources, warnings, refusal }) => {
    const kept = resources.filter(({ json }) => belongsTo(ids, json));
    // An area's List is no item of it.
    const received = kept.filter(({ json }) => resourceTypeOf(json) !== 'List').length;
    const remarks = [...warnings, ...aside, ...leftOut(resources.length - kept.length)];
    const outcome = typeOutcome({ type, received, answered: refusal === undefined, shortfall: refusal, remarks });
    onProgress({ type, state: outcome.state, received });
    return { kept: kept.map((resource) => asPulled(resource, type)), outcome };
  });
  return {
    resources: withoutRepeats(parts.flatMap(({ kept }) => kept)),
    unreadable: page.unreadable.map((item) => ({ ...item, readAs: SHARED_TYPE })),
    outcomes: parts.map(({ outcome }) => outcome),
  };
}

/** A practice may give the record's Patient another id than the one it was read by: then the NHS number, by which it was asked for, says that it is the same. */
function idsInRecord(patient: OwnPatient, page: BundlePage): ReadonlySet<string> {
  const number = nhsNumberIn(patient.resource.json);
  const same = page.resources.filter(({ json }) => resourceTypeOf(json) === 'Patient' && nhsNumberIn(json) === number);
  const own = [...idsOfPerson(patient.id, patient.resource.json)];
  return new Set([...own, ...same.flatMap(({ json }) => [...idsOfPerson(undefined, json)])]);
}

/** The Patient may have been read before the operation failed. */
function failed(
  shortfall: SourceError,
  patient: OwnPatient | undefined,
  unreadable: readonly UnreadableItem[],
  { onProgress }: PullContext,
): PullResult {
  const outcomes = TYPES.map((type) =>
    type === SHARED_TYPE && patient !== undefined
      ? typeOutcome({ type, received: 1, answered: true, shortfall: undefined, remarks: [] })
      : typeOutcome({ type, received: 0, answered: false, shortfall, remarks: [] }),
  );
  for (const { type, state, received } of outcomes) onProgress({ type, state, received });
  return {
    resources: patient === undefined ? [] : [asPulled(patient.resource, SHARED_TYPE)],
    unreadable: unreadable.map((item) => ({ ...item, readAs: SHARED_TYPE })),
    outcomes,
    faults: outcomes.flatMap(({ type, state }) => (state === 'done' ? [] : readFaults(type, shortfall))),
    ...(shortfall instanceof AskedToWait ? { askAgainAfterMs: shortfall.waitMs } : {}),
    withdrawn: patient === undefined && shortfall.code === 'forbidden',
  };
}
