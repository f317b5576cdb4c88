/** What the consent page shows, in words. Pure. */
import type { ConsentQuestion } from '../../ports/app-authorization.ts';
import type { RepresentedSubject } from '../../services/represent.ts';
import { kindWords } from '../../services/kind-words.ts';
import { personName } from '../layout/person-name.ts';
import type { AskedData } from './asked-data.ts';
import type { ConsentFields } from './consent-form.ts';
import { filterWords } from './filter-words.ts';
import { CONTENTS, IMPLICATIONS } from './tables/kinds-of-data.ts';

export interface DataBox {
  readonly key: string;
  readonly words: string;
  readonly hint: string | undefined;
  /** Names of the kinds in a box for several. */
  readonly kinds: readonly string[];
  readonly isTicked: boolean;
}

export function dataBoxes(boxes: readonly AskedData[], fields: ConsentFields, isSelf: boolean): readonly DataBox[] {
  return boxes.map(({ key, types, filters }) => ({
    key,
    words: [boxWords(types, isSelf), filterWords(filters)].filter((text) => text !== undefined).join(': '),
    hint: hint(types[0], filters.length > 0),
    kinds: types.length > 1 ? types.map(kindWords) : [],
    isTicked: fields.data.has(key),
  }));
}

/** "Your medicines", "Medicines" of someone else, "Everything else in your record". */
export function boxWords(types: readonly string[], isSelf: boolean): string {
  const [type = '*', ...others] = types;
  const record = isSelf ? 'your record' : 'the record';
  if (others.length > 0) return `Everything else in ${record}`;
  if (type === '*') return `Everything in ${record}`;
  const words = kindWords(type);
  if (words === type) return `Records of the kind “${type}”`;
  return isSelf ? `Your ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

function hint(type = '', isPart: boolean): string | undefined {
  return IMPLICATIONS[type] ?? (isPart ? undefined : CONTENTS[type]);
}

export interface SubjectChoice {
  readonly id: string;
  readonly words: string;
  readonly isShown: boolean;
}

export function subjectChoices(subjects: readonly RepresentedSubject[], shownId: string): readonly SubjectChoice[] {
  return subjects.map(({ person, relationship }) => ({
    id: person.id,
    words:
      relationship === 'self' ? `${personName(person)} (you)` : `${personName(person)} (you are their ${relationship})`,
    isShown: person.id === shownId,
  }));
}

/** Host or scheme that the browser goes on to, for people. */
export function returnWords({ returnOrigin }: Pick<ConsentQuestion, 'returnOrigin'>): string {
  return URL.canParse(returnOrigin) && returnOrigin.includes('//')
    ? new URL(returnOrigin).host
    : 'an app on this device';
}

/** A source expression of `form-action` (CSP Level 3, 2.3.1): an origin, or a scheme for an app on the device. */
export function formTarget({ returnOrigin }: Pick<ConsentQuestion, 'returnOrigin'>): readonly string[] {
  const isOrigin = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(returnOrigin);
  return isOrigin || /^[a-z][\d+.a-z-]*:$/i.test(returnOrigin) ? [returnOrigin] : [];
}
