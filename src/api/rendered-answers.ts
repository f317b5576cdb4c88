/** Answers as bytes, with their ETag, kept for a short while so that a record that has not changed is written once. */
import { createHash } from 'node:crypto';

export const FHIR_JSON = 'application/fhir+json; charset=utf-8';

export interface RenderedAnswer {
  readonly body: Buffer;
  /** Weak (RFC 9110, 8.8.3): a digest of the body and of what is told beside it, completeness included. */
  readonly etag: string;
  /** ISO instant; undefined where nothing in it has a date. */
  readonly lastModified: string | undefined;
  readonly completeness: string;
  readonly contentType: string;
}

export interface AnswerText {
  readonly text: string;
  /** FHIR R4 as JSON where not said. */
  readonly contentType?: string;
  readonly lastModified: string | undefined;
  readonly completeness: string;
}

export interface RenderedAnswers {
  /** @param key differs wherever the answer could. */
  get(key: string, make: () => AnswerText): RenderedAnswer;
}

interface Limits {
  readonly maxAnswers: number;
  readonly maxBytes: number;
  /** Records of people who no longer ask do not stay in memory. */
  readonly maxAgeMs: number;
}

const SWEEP_EVERY_MS = 1_000;

/** Least recently used first out. @param now milliseconds since the epoch. */
export function createRenderedAnswers({ maxAnswers, maxBytes, maxAgeMs }: Limits, now: () => number): RenderedAnswers {
  const kept = new Map<string, { readonly answer: RenderedAnswer; readonly madeAtMs: number }>();
  let bytes = 0;
  let nextSweepMs = -Infinity;

  function forget(key: string): void {
    bytes -= kept.get(key)?.answer.body.length ?? 0;
    kept.delete(key);
  }

  function forgetOld(nowMs: number): void {
    if (nowMs < nextSweepMs) return;
    nextSweepMs = nowMs + Math.min(SWEEP_EVERY_MS, maxAgeMs);
    for (const [old, { madeAtMs }] of kept) if (nowMs - madeAtMs > maxAgeMs) forget(old);
  }

  return {
    get(key, make) {
      forgetOld(now());
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found.answer;
      }
      const answer = render(make());
      if (answer.body.length > maxBytes / 2) return answer;
      kept.set(key, { answer, madeAtMs: now() });
      bytes += answer.body.length;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes && kept.size <= maxAnswers) break;
        forget(oldest);
      }
      return answer;
    },
  };
}

export function render({ text, lastModified, completeness, contentType = FHIR_JSON }: AnswerText): RenderedAnswer {
  const digest = createHash('sha256').update(completeness).update('\n').update(text).digest('base64url');
  return { body: Buffer.from(text, 'utf8'), etag: `W/"${digest}"`, lastModified, completeness, contentType };
}
