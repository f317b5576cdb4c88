/** What the consent page shows. Pure. */
import type { ConsentQuestion } from '../../ports/app-authorization.ts';
import type { RepresentedSubject } from '../../services/represent.ts';
import { personName } from '../layout/person-name.ts';
import type { Words } from '../locales/words.ts';
import { kindText } from '../record/kind-text.ts';
import type { AskedData } from './asked-data.ts';
import type { ConsentFields } from './consent-form.ts';
import { filterWords } from './filter-words.ts';
import { EXPLAINED } from './tables/kinds-of-data.ts';

export interface DataBox {
  readonly key: string;
  readonly words: string;
  /** The kind in the catalogue's `data.about`. */
  readonly about: string | undefined;
  /** Names of the kinds in a box for several. */
  readonly kinds: readonly string[];
  readonly isTicked: boolean;
}

export function dataBoxes(words: Words, boxes: readonly AskedData[], fields: ConsentFields): readonly DataBox[] {
  return boxes.map(({ key, types, filters }) => ({
    key,
    words: boxWords(words, types, filters),
    about: about(types[0], filters.length > 0),
    kinds: types.length > 1 ? types.map((type) => kindText(words, type) ?? type) : [],
    isTicked: fields.data.has(key),
  }));
}

/** "Medicines", "Conditions: only …", "Everything else in the record". */
export function boxWords(words: Words, types: readonly string[], filters: AskedData['filters']): string {
  const kind = kindWords(words, types);
  const part = filterWords(words, filters);
  return part === undefined ? kind : words.text('authorize-app:data.part', { kind, part });
}

function kindWords(words: Words, [type = '*', ...others]: readonly string[]): string {
  if (others.length > 0) return words.text('authorize-app:data.rest');
  if (type === '*') return words.text('authorize-app:data.all');
  return kindText(words, type) ?? words.text('authorize-app:data.unknownKind', { kind: type });
}

function about(type = '', isPart: boolean): string | undefined {
  const tells = EXPLAINED.get(type);
  return tells === 'implications' || (tells === 'contents' && !isPart) ? type : undefined;
}

export interface SubjectChoice {
  readonly id: string;
  readonly name: string;
  readonly relationship: RepresentedSubject['relationship'];
  readonly isShown: boolean;
}

export function subjectChoices(subjects: readonly RepresentedSubject[], shownId: string): readonly SubjectChoice[] {
  return subjects.map(({ person, relationship }) => ({
    id: person.id,
    name: personName(person),
    relationship,
    isShown: person.id === shownId,
  }));
}

/** Host that the browser goes on to; undefined for an app on the device. */
export function returnHost({ returnOrigin }: Pick<ConsentQuestion, 'returnOrigin'>): string | undefined {
  return URL.canParse(returnOrigin) && returnOrigin.includes('//') ? new URL(returnOrigin).host : undefined;
}

/** A source expression of `form-action` (CSP Level 3, 2.3.1): an origin, or a scheme for an app on the device. */
export function formTarget({ returnOrigin }: Pick<ConsentQuestion, 'returnOrigin'>): readonly string[] {
  const isOrigin = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(returnOrigin);
  return isOrigin || /^[a-z][\d+.a-z-]*:$/i.test(returnOrigin) ? [returnOrigin] : [];
}
