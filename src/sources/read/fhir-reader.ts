/** Reads from one source for one person: signed requests, side by side up to a limit, tried again where that may help, renewed once after a 401. */
import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { AccessTokens } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { createRetrying } from '../http/retrying.ts';
import type { SendFhir } from '../http/send-fhir.ts';
import { answerFailure } from './answer-failure.ts';
import { beforeDeadline } from './before-deadline.ts';

export interface FhirReader {
  /**
   * @param url under the source's base.
   * @param body POSTed where given.
   * @returns an answer of status 2xx.
   * @throws SourceError for everything else; `needs-sign-in` where a fresh token was refused too.
   */
  read(url: string, body?: unknown): Promise<HttpAnswer>;
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

  async function sendSigned(url: string, body: unknown): Promise<HttpAnswer> {
    const accessToken = await tokens.current();
    const answer = await send({ url, body, accessToken, signal });
    if (answer.status !== 401) return answer;
    return send({ url, body, accessToken: await tokens.renew(accessToken), signal });
  }

  async function attempt(url: string, body: unknown): Promise<HttpAnswer> {
    const answer = await sendSigned(url, body);
    const failure = answerFailure(answer, now());
    if (failure !== undefined) throw failure;
    return answer;
  }

  return {
    async read(url, body) {
      const answer = await beforeDeadline(
        limit(() => retrying(() => attempt(url, body), signal)),
        signal,
      );
      // The next request goes out before this answer, which may be large, is taken apart.
      await nextTurn();
      return answer;
    },
  };
}

/** Every request under way or waiting listens; the caller's signal must not take that for a leak. */
function listenedToByMany(deadline: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  if (deadline.aborted) controller.abort();
  else deadline.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}
