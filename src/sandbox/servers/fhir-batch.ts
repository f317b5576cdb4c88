/** A batch of reads and searches in one request, each answered by itself (FHIR R4, "http": batch). */
import { asObject } from '../records/patient-record.ts';
import { refusal } from './fhir-answer.ts';
import type { FhirAnswer } from './fhir-answer.ts';

/** One interaction: `[type]`, `[type]/[id]`, `Patient/[id]/$everything`. */
export interface Interaction {
  readonly path: readonly string[];
  readonly params: URLSearchParams;
}

const NOT_A_BATCH = { status: 400, code: 'invalid', diagnostics: 'A Bundle of type batch is needed.' };
const ONLY_GET = { status: 405, code: 'not-supported', diagnostics: 'Only GET is done in a batch here.' };

/** @param one answers a single interaction. */
export function answerBatch(baseUrl: string, body: unknown, one: (interaction: Interaction) => FhirAnswer): FhirAnswer {
  const bundle = asObject(body);
  const entries = bundle?.['entry'];
  if (bundle?.['resourceType'] !== 'Bundle' || bundle['type'] !== 'batch' || !Array.isArray(entries)) {
    return refusal(NOT_A_BATCH);
  }
  const answers = entries.map((entry) => {
    const request = asObject(asObject(entry)?.['request']);
    const url = request?.['url'];
    if (request?.['method'] !== 'GET' || typeof url !== 'string') return refusal(ONLY_GET);
    return one(interactionOf(baseUrl, url));
  });
  const text = answers.map(entryText).join(',');
  return { status: 200, text: `{"resourceType":"Bundle","type":"batch-response","entry":[${text}]}` };
}

/** @param url relative to the base (FHIR R4, "Bundle.entry.request.url"). */
function interactionOf(baseUrl: string, url: string): Interaction {
  const base = new URL(`${baseUrl}/`);
  const { pathname, searchParams } = new URL(url, base);
  return { path: pathname.slice(base.pathname.length).split('/').map(decodeURIComponent), params: searchParams };
}

/** The text of a resource goes out as it is kept. */
function entryText({ status, text }: FhirAnswer): string {
  return status === 200
    ? `{"resource":${text},"response":{"status":"200 OK"}}`
    : `{"response":{"status":"${String(status)}","outcome":${text}}}`;
}
