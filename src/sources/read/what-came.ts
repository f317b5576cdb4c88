/** Says what an answer was when it was not the FHIR that was asked for, without quoting it. */
import type { Reason } from '../../record/reasons.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { issueWords } from './issue-words.ts';
import { isObject, resourceTypeOf } from './outline.ts';

export function whatCame(answer: Pick<HttpAnswer, 'text' | 'outline' | 'headers'>, wanted: string): Reason {
  const start = answer.text.trimStart().slice(0, 200).toLowerCase();
  if (start === '') return 'The source answered with nothing.';
  if (
    start.startsWith('<!doctype html') ||
    start.startsWith('<html') ||
    answer.headers.get('content-type')?.includes('html') === true
  ) {
    return 'The source answered with a web page instead of a record.';
  }
  if (start.startsWith('<')) return 'The source answered with XML; only JSON can be read.';
  if (answer.outline === undefined) {
    return start.startsWith('{') || start.startsWith('[')
      ? 'The source’s answer broke off or is no valid JSON.'
      : 'The source answered with text that is no JSON.';
  }
  const type = isObject(answer.outline) ? resourceTypeOf(answer.outline) : undefined;
  if (type === undefined) return 'The source answered with JSON that is no FHIR resource.';
  const why = issueWords(answer.outline);
  if (why !== undefined) return `The source answered with an OperationOutcome instead of ${wanted} (${why}).`;
  return /^[A-Za-z]{1,40}$/.test(type)
    ? `The source answered with ${type} instead of ${wanted}.`
    : `The source did not answer with ${wanted}.`;
}
