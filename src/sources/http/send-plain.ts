/** A plain request outside the FHIR API (discovery, token endpoint): no redirect is followed, no credentials are added. */
import { request } from 'undici';
import type { Dispatcher } from 'undici';
import type { HttpAnswer } from './http-answer.ts';
import { networkFailure } from './network-failure.ts';
import { startTimeLimit } from './time-limit.ts';

export interface PlainRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** @throws SourceError of the network; every HTTP status is an answer. */
export type SendPlain = (request: PlainRequest) => Promise<HttpAnswer>;

export function createSendPlain(dispatcher: Dispatcher, timeoutMs: number): SendPlain {
  return async ({ method, url, headers, body }) => {
    const limit = startTimeLimit(undefined, timeoutMs);
    try {
      const answer = await request(url, {
        dispatcher,
        method,
        headers,
        body: body ?? null,
        signal: limit.signal,
      });
      const text = await answer.body.text();
      return { url, status: answer.statusCode, headers: plainHeaders(answer.headers), text, outline: outlineOf(text) };
    } catch (error) {
      throw networkFailure(error, undefined, timeoutMs);
    } finally {
      limit.end();
    }
  };
}

function plainHeaders(received: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

function outlineOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
