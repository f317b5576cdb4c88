/** Judges an answer's status: which SourceError it is, in words for people, and whether trying again may help. */
import { SourceError } from '../../ports/source-connector.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { readWaitMs } from '../http/retry-after.ts';
import { TransientError } from '../http/transient-error.ts';
import { issueWords } from './issue-words.ts';

/** @returns undefined for 2xx. */
export function answerFailure(answer: HttpAnswer, now: number): SourceError | undefined {
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  const why = issueWords(answer.outline);
  const because = why === undefined ? (`(status ${status})` as const) : (`(${why}; status ${status})` as const);
  if (status === 304) return new SourceError('not-fhir', 'The source answered with nothing (status 304).');
  if (status >= 300 && status < 400) {
    return new SourceError(
      'foreign-link',
      `The source sent the request on to another address; it was not followed (status ${status}).`,
    );
  }
  switch (status) {
    case 401:
      return new SourceError('needs-sign-in', 'The source no longer accepts the sign-in. Sign in there again.');
    case 403:
      return new SourceError('forbidden', `The source refused this ${because}.`);
    case 404:
    case 410:
      return new SourceError('not-found', `The source has nothing there ${because}.`);
    case 429:
      return new TransientError(
        'rate-limited',
        'The source was asked too often and wants to be left alone for a while.',
        readWaitMs(answer.headers, now),
      );
    case 502:
    case 503:
    case 504:
      return new TransientError(
        'server-error',
        `The source is not available at the moment ${because}.`,
        readWaitMs(answer.headers, now),
      );
    case 501:
      return new SourceError('refused', `The source does not offer this ${because}.`);
    default:
      return status >= 500
        ? new SourceError('server-error', `The source has a fault ${because}.`)
        : new SourceError('refused', `The source refused this ${because}.`);
  }
}
