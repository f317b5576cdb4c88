/** Asks many questions in one request (FHIR R4, "http": batch), and takes the answer apart into one per question, as received. */
import { SourceError } from '../../ports/source-connector.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { entrySlices } from '../../record/fhir/json-slices.ts';
import { skipSpace } from '../../record/fhir/json-scan.ts';
import type { JsonObject } from '../../record/fhir/types.ts';
import type { FhirReader } from './fhir-reader.ts';
import { objectAt, objectsAt, resourceTypeOf, textAt } from './outline.ts';
import { whatCame } from './what-came.ts';

/** A search's first page, or a resource by its id. */
export interface BatchQuestion {
  /** Under the base. */
  readonly url: string;
  readonly type: string;
  /** Undefined for a search. */
  readonly id: string | undefined;
}

/**
 * @param base of the source, without a slash at the end.
 * @returns the answers that are what was asked for, by URL: what is not among them is to be asked alone.
 * @throws SourceError of the request; `not-fhir` where the answer is not one for each question.
 */
export async function askInBatch(
  reader: FhirReader,
  base: string,
  questions: readonly BatchQuestion[],
): Promise<ReadonlyMap<string, HttpAnswer>> {
  const answer = await reader.read(base, { body: batchOf(base, questions) });
  const entries = objectsAt(answer.outline, 'entry');
  if (resourceTypeOf(answer.outline) !== 'Bundle' || entries.length !== questions.length)
    throw new SourceError('not-fhir', whatCame(answer, 'an answer to each question'));
  const slices = entrySlices(answer.text, skipSpace(answer.text, 0), 'entry');
  const answers = new Map<string, HttpAnswer>();
  for (const [index, question] of questions.entries()) {
    const entry = entries[index];
    const slice = slices[index]?.resource;
    if (entry === undefined || slice === undefined || !isAnswer(entry, question)) continue;
    const text = answer.text.slice(slice.start, slice.end);
    answers.set(question.url, {
      url: question.url,
      status: 200,
      headers: headersOf(answer, entry),
      text,
      outline: objectAt(entry, 'resource'),
    });
  }
  return answers;
}

function batchOf(base: string, questions: readonly BatchQuestion[]): JsonObject {
  return {
    resourceType: 'Bundle',
    type: 'batch',
    entry: questions.map(({ url }) => ({ request: { method: 'GET', url: url.slice(base.length + 1) } })),
  };
}

/** Answers come in the order of the questions; what looks like the answer to another one is not trusted to be this one. */
function isAnswer(entry: JsonObject, { type, id }: BatchQuestion): boolean {
  const status = textAt(objectAt(entry, 'response'), 'status');
  const resource = objectAt(entry, 'resource');
  if (status?.startsWith('200') !== true || resource === undefined) return false;
  if (id !== undefined) return resourceTypeOf(resource) === type && textAt(resource, 'id') === id;
  return (
    resourceTypeOf(resource) === 'Bundle' &&
    objectsAt(resource, 'entry').every((one) => isBeside(one) || isOf(one, type))
  );
}

function isBeside(entry: JsonObject): boolean {
  const mode = textAt(objectAt(entry, 'search'), 'mode');
  return mode === 'include' || mode === 'outcome';
}

function isOf(entry: JsonObject, type: string): boolean {
  const found = resourceTypeOf(objectAt(entry, 'resource'));
  return found === undefined || found === type || found === 'OperationOutcome';
}

/** Each answer was made when the whole was; its entity tag is its own. */
function headersOf({ headers }: HttpAnswer, entry: JsonObject): Headers {
  const date = headers.get('date');
  const etag = textAt(objectAt(entry, 'response'), 'etag');
  return new Headers([
    ...(date === null ? [] : [['date', date] as [string, string]]),
    ...(etag === undefined ? [] : [['etag', etag] as [string, string]]),
  ]);
}
