/** Reads from one source for one person: signed requests, side by side up to a limit, tried again where that may help, renewed once after a 401. */
import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import { SourceError } from '../../ports/source-connector.ts';
import type { AccessTokens } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { createRetrying } from '../http/retrying.ts';
import type { FhirRequest, SendFhir } from '../http/send-fhir.ts';
import { answerFailure } from './answer-failure.ts';
import { beforeDeadline } from './before-deadline.ts';

export type ReadQuestion = Pick<FhirRequest, 'body' | 'ifNoneMatch'>;

export interface FhirReader {
  /**
   * @param url under the source's base.
   * @param question `body` is POSTed; with `ifNoneMatch` the answer may be 304.
   * @returns an answer of status 2xx, or 304 where it was asked for.
   * @throws SourceError for everything else; `needs-sign-in` where a fresh token was refused too; `too-large` once all answers
   * together passed the limit of one reading.
   */
  read(url: string, question?: ReadQuestion): Promise<HttpAnswer>;
}

export interface FhirReaderParts {
  readonly limits: SourceConfig['limits'];
  readonly send: SendFhir;
  readonly now: () => number;
  readonly tokens: AccessTokens;
  readonly signal: AbortSignal;
}

export function createFhirReader({ limits, send, now, tokens, signal: deadline }: FhirReaderParts): FhirReader {
  const signal = listenedToByMany(deadline);
  const limit = pLimit(Math.max(1, limits.concurrency));
  const retrying = createRetrying(limits.retries, now);
  let bytes = 0;

  async function sendSigned(url: string, question: ReadQuestion): Promise<HttpAnswer> {
    const accessToken = await tokens.current();
    const answer = await send({ ...question, url, accessToken, signal });
    if (answer.status !== 401) return answer;
    return send({ ...question, url, accessToken: await tokens.renew(accessToken), signal });
  }

  async function attempt(url: string, question: ReadQuestion): Promise<HttpAnswer> {
    if (bytes >= limits.maxPullBytes) throw recordTooLarge(limits.maxPullBytes);
    const answer = await sendSigned(url, question);
    bytes += Buffer.byteLength(answer.text);
    if (answer.status === 304 && question.ifNoneMatch !== undefined) return answer;
    const failure = answerFailure(answer, now());
    if (failure !== undefined) throw failure;
    return answer;
  }

  return {
    async read(url, question = {}) {
      const answer = await beforeDeadline(
        limit(() => retrying(() => attempt(url, question), signal)),
        signal,
      );
      // The next request goes out before this answer, which may be large, is taken apart.
      await nextTurn();
      return answer;
    },
  };
}

function recordTooLarge(maxBytes: number): SourceError {
  const size =
    maxBytes < 1024 * 1024 ? `${Math.floor(maxBytes / 1024)} KiB` : `${Math.floor(maxBytes / 1024 / 1024)} MiB`;
  return new SourceError(
    'too-large',
    `The record is larger than the ${size} that are read at once; the rest is missing.`,
  );
}

/** Every request under way or waiting listens; the caller's signal must not take that for a leak. */
function listenedToByMany(deadline: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  if (deadline.aborted) controller.abort();
  else deadline.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}
