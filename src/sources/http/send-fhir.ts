/**
 * One request to the source's FHIR API, by fhir-kit-client. That client would send a bearer token to any absolute URL, prints
 * request headers where debugging is on, and hands back parsed JSON only. So it is given no token: the token is put on, and the
 * exact text taken off, in the dispatcher under it.
 */
import { Client } from 'fhir-kit-client';
import type { Dispatcher } from 'undici';
import type { SourceConfig } from '../../ports/source-config.ts';
import { bearerUnderBase } from './bearer-under-base.ts';
import { captureAnswer } from './capture-answer.ts';
import type { CapturedAnswer } from './capture-answer.ts';
import { foreignLink } from './foreign-link.ts';
import type { HttpAnswer } from './http-answer.ts';
import { deadlineOver, networkFailure } from './network-failure.ts';
import { startTimeLimit } from './time-limit.ts';
import { resolveUnderBase } from './under-base.ts';

export interface FhirRequest {
  /** Must lie under the source's base. */
  readonly url: string;
  /** POSTed as FHIR JSON; undefined for GET. */
  readonly body?: unknown;
  /** Entity tag of an answer at hand; 304 then means that it still holds (RFC 9110, 13.1.2). */
  readonly ifNoneMatch?: string | undefined;
  /** Undefined for what is public (`metadata`). */
  readonly accessToken: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** @throws SourceError `foreign-link` for a URL outside the base, or of the network; every HTTP status is an answer. */
export type SendFhir = (request: FhirRequest) => Promise<HttpAnswer>;

/** Older servers know only the DSTU2 media type or plain JSON. */
const ACCEPT = 'application/fhir+json, application/json+fhir;q=0.9, application/json;q=0.8';

export function createSendFhir(config: Pick<SourceConfig, 'baseUrl' | 'limits'>, dispatcher: Dispatcher): SendFhir {
  const timeoutMs = config.limits.requestTimeoutMs;
  return async ({ url, body, ifNoneMatch, accessToken, signal }) => {
    if (signal?.aborted === true) throw deadlineOver();
    const captured: CapturedAnswer = { status: undefined, headers: new Headers(), chunks: [], complete: false };
    const client = new Client({
      baseUrl: config.baseUrl,
      customHeaders: { accept: ACCEPT, ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }) },
      requestOptions: {
        // A redirect must come back as an answer: fetch would follow it.
        redirect: 'manual',
        dispatcher: dispatcher.compose(bearerUnderBase(config.baseUrl, accessToken), captureAnswer(captured)),
      },
      requestSigner: (target) => {
        if (resolveUnderBase(config.baseUrl, target) !== target) throw foreignLink();
      },
    });
    const limit = startTimeLimit(signal, timeoutMs);
    try {
      const outline: unknown = await client.request(
        url,
        body === undefined
          ? { options: { signal: limit.signal } }
          : {
              method: 'POST',
              body,
              options: { signal: limit.signal, headers: { 'content-type': 'application/fhir+json' } },
            },
      );
      return answerOf(url, captured, outline);
    } catch (error) {
      // The client throws for every status but 2xx and for what is no JSON object; those are answers all the same.
      if (captured.complete) return answerOf(url, captured, outlineIn(error));
      throw networkFailure(error, signal, timeoutMs);
    } finally {
      limit.end();
    }
  };
}

function answerOf(url: string, { status, headers, chunks }: CapturedAnswer, outline: unknown): HttpAnswer {
  return { url, status: status ?? 0, headers, text: new TextDecoder().decode(Buffer.concat(chunks)), outline };
}

/** The client's error carries the parsed body, or the text itself where it was no JSON. */
function outlineIn(error: unknown): unknown {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('data' in response)) return undefined;
  return typeof response.data === 'object' ? response.data : undefined;
}
