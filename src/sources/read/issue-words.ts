/** Explains an OperationOutcome by its codes alone. */
import { joinWhys } from '../../record/reasons.ts';
import { isObject, objectAt, objectsAt, resourceTypeOf, textAt } from './outline.ts';
import { ISSUE_TYPE_WORDS, SPINE_ERROR_WORDS } from './tables/issue-words.ts';

/** @returns for instance "it does not allow this"; undefined where no code of it is known. */
export function issueWords(outline: unknown): string | undefined {
  if (resourceTypeOf(outline) !== 'OperationOutcome') return undefined;
  const words = objectsAt(outline, 'issue').flatMap((issue) => {
    const spine = objectsAt(objectAt(issue, 'details'), 'coding').map((coding) =>
      SPINE_ERROR_WORDS.get(textAt(coding, 'code') ?? ''),
    );
    const known = [...spine, ISSUE_TYPE_WORDS.get(textAt(issue, 'code') ?? '')].find((word) => word !== undefined);
    return known === undefined ? [] : [known];
  });
  return words.length === 0 ? undefined : joinWhys(words);
}

const INCOMPLETE = new Set([
  'incomplete',
  'suppressed',
  'timeout',
  'throttled',
  'too-costly',
  'too-long',
  'transient',
  'exception',
  'no-store',
]);

/** True where an OperationOutcome among the results says that they are not everything. */
export function saysIncomplete(outcome: unknown): boolean {
  return objectsAt(outcome, 'issue').some((issue) => {
    const severity = textAt(issue, 'severity');
    return (
      severity === 'error' ||
      severity === 'fatal' ||
      (severity === 'warning' && INCOMPLETE.has(textAt(issue, 'code') ?? ''))
    );
  });
}

export function isOperationOutcome(value: unknown): boolean {
  return isObject(value) && resourceTypeOf(value) === 'OperationOutcome';
}
