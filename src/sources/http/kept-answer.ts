/** Keeps one public document as HTTP says: fresh for so long, then asked about by its ETag, and for a while instead of a failure (RFC 9111; RFC 5861). */
import { SourceError } from '../../ports/source-connector.ts';
import { freshForMs, mustNotKeep, staleIfErrorMs } from './freshness.ts';
import type { HttpAnswer } from './http-answer.ts';

export interface KeptAnswerParts<Value> {
  /** @param conditions request headers to be sent along. @returns an answer of status 2xx or 304. @throws SourceError. */
  readonly ask: (conditions: Readonly<Record<string, string>>) => Promise<HttpAnswer>;
  /** @throws SourceError for a document that cannot be used: it is not kept. */
  readonly read: (answer: HttpAnswer) => Value;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Kept<Value> {
  readonly answer: HttpAnswer;
  readonly value: Value;
  readonly freshUntil: number;
}

/** Failures that pass: the server was not reached or has a fault, as opposed to saying that the document is no more. */
const PASSING = new Set(['unreachable', 'timed-out', 'server-error', 'rate-limited']);

/** Askers that come together are answered by one request. */
export function createKeptAnswer<Value>({ ask, read, now }: KeptAnswerParts<Value>): () => Promise<Value> {
  let kept: Kept<Value> | undefined;
  let underWay: Promise<Value> | undefined;

  function keep(answer: HttpAnswer): Value {
    const value = read(answer);
    kept = mustNotKeep(answer.headers)
      ? undefined
      : { answer, value, freshUntil: now() + freshForMs(answer.headers, now()) };
    return value;
  }

  async function renew(): Promise<Value> {
    const old = kept;
    try {
      const answer = await ask(conditionsOf(old?.answer.headers));
      return keep(
        answer.status === 304 && old !== undefined
          ? { ...old.answer, headers: merged(old.answer.headers, answer.headers) }
          : answer,
      );
    } catch (error) {
      const passing = error instanceof SourceError && PASSING.has(error.code);
      if (passing && old !== undefined && now() < old.freshUntil + staleIfErrorMs(old.answer.headers)) return old.value;
      throw error;
    }
  }

  return () => {
    if (kept !== undefined && now() < kept.freshUntil) return Promise.resolve(kept.value);
    underWay ??= renew().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

function conditionsOf(headers: Headers | undefined): Readonly<Record<string, string>> {
  const etag = headers?.get('etag');
  if (typeof etag === 'string') return { 'if-none-match': etag };
  const modified = headers?.get('last-modified');
  return typeof modified === 'string' ? { 'if-modified-since': modified } : {};
}

function merged(old: Headers, update: Headers): Headers {
  const headers = new Headers(old);
  for (const [name, value] of update) headers.set(name, value);
  return headers;
}
