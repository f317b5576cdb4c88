/** Reads one page of a search: its resources as received, what the source said about it, and where the next page is. */
import { receiveText } from '../../record/fhir/receive.ts';
import type { ReceivedResource, UnreadableItem } from '../../record/source-input.ts';
import { SourceError } from '../../ports/source-connector.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { isOperationOutcome, saysIncomplete } from './issue-words.ts';
import { numberAt, objectAt, objectsAt, resourceTypeOf, textAt } from './outline.ts';
import { whatCame } from './what-came.ts';

export interface BundlePage {
  readonly resources: readonly ReceivedResource[];
  readonly unreadable: readonly UnreadableItem[];
  /** OperationOutcomes among the results: they speak about the search and are no part of the record. */
  readonly outcomes: readonly unknown[];
  /** As the source wrote it: relative or absolute, of whatever host. */
  readonly next: string | undefined;
  /** `Bundle.total`: how many the source says it found, on all pages; undefined where it does not say. */
  readonly total: number | undefined;
  /** Entries that count towards it: neither included nor remarks. */
  readonly matches: number;
  /** `not-fhir`: the page is no Bundle. `incomplete`: the source says that it left something out. */
  readonly shortfall: SourceError | undefined;
}

export function readBundlePage(answer: HttpAnswer): BundlePage {
  if (resourceTypeOf(answer.outline) !== 'Bundle') return noBundle(answer);
  const received = receiveText(answer.text);
  const outcomes = received.resources.map(({ json }) => json).filter(isOperationOutcome);
  return {
    resources: received.resources.filter(({ json }) => !isOperationOutcome(json)),
    unreadable: received.unreadable,
    outcomes,
    total: numberAt(answer.outline, 'total'),
    matches: objectsAt(answer.outline, 'entry').filter((entry) => isMatch(textAt(objectAt(entry, 'search'), 'mode')))
      .length,
    next: objectsAt(answer.outline, 'link')
      .filter((link) => textAt(link, 'relation') === 'next')
      .map((link) => textAt(link, 'url'))
      .find((url) => url !== undefined && url !== ''),
    shortfall: outcomes.some(saysIncomplete)
      ? new SourceError('incomplete', 'The source says that its answer is incomplete.')
      : undefined,
  };
}

function isMatch(mode: string | undefined): boolean {
  return mode !== 'include' && mode !== 'outcome';
}

/** JSON that broke off is kept, as it may hold a part of the record (law L8); a web page is not. */
function noBundle(answer: HttpAnswer): BundlePage {
  const reason = whatCame(answer, 'a Bundle');
  const broken = answer.outline === undefined && /^\s*[{[]/.test(answer.text);
  return {
    resources: [],
    unreadable: broken ? [{ at: 'answer', text: answer.text, reason }] : [],
    outcomes: [],
    total: undefined,
    matches: 0,
    next: undefined,
    shortfall: new SourceError('not-fhir', reason),
  };
}
