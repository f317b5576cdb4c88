/**
 * Finds in an answer words of records that its viewer may not have. Every record has words and an id that stand nowhere else;
 * who may have which is worked out from the grant alone.
 */
import type { Viewer } from './random-viewers.ts';
import { expectedVisible } from './expected-visible.ts';
import type { Item } from './labelled-person.ts';

export type Kind = 'read' | 'search' | 'everything';

/** They tell who, where and with what: a record that may be read says in its own words who they are. */
const OWN_WORDS_OF = new Set(['Practitioner', 'Organization', 'Medication', 'Binary']);
/** What is made of them carries their names. */
const MADE_INTO: Readonly<Record<string, string>> = {
  MedicationRequest: 'MedicationStatement',
  MedicationDispense: 'MedicationStatement',
  Medication: 'MedicationStatement',
};
const WORDS = /(?:display-own|own|name)-p\d+-src[a-z]+-[a-z]+-\d+|id\d+-[0-9a-z]+-p\d+|me-src[a-z]+-p\d+/g;
const PEOPLE = /(?:family|number)-(p\d+)/g;
const SOURCES = /srcalpha|srcbravo|srccharlie/g;

export function wordsOf(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(
    items.flatMap((item): [string, Item][] => [
      [item.ownWords, item],
      [`display-${item.ownWords}`, item],
      [item.name, item],
      [item.id, item],
    ]),
  );
}

/** @returns the first word in the text that this viewer may not have, with where it stands. */
export function foreignWord(
  text: string,
  viewer: Viewer,
  kind: Kind,
  words: ReadonlyMap<string, Item>,
): string | undefined {
  if (viewer.isOver) return text.match(WORDS)?.[0] ?? text.match(PEOPLE)?.[0] ?? text.match(SOURCES)?.[0];
  const visible = expectedVisible(viewer.person, viewer.limits);
  const whole = withFiles(text);
  for (const match of whole.matchAll(WORDS)) {
    const [word] = match;
    const item = words.get(word);
    if (item === undefined || !visible.has(item) || !mayStand(word, item, visible, viewer, kind)) {
      return `${item?.type ?? 'unknown'}: ${whole.slice(Math.max(0, match.index - 300), match.index + 80)}`;
    }
  }
  for (const [word, person] of whole.matchAll(PEOPLE)) {
    if (person !== viewer.person.id || !mayHave('Patient', undefined, viewer, kind)) return word;
  }
  for (const [source] of whole.matchAll(SOURCES)) {
    const isLinked = viewer.person.sources.some((name) => name === source);
    if (!isLinked || viewer.limits.sources?.includes(source) === false) return source;
  }
  return undefined;
}

/** Whether the record itself may be given. */
export function isTheirs(item: Item, viewer: Viewer, kind: Kind): boolean {
  const visible = expectedVisible(viewer.person, viewer.limits);
  return !viewer.isOver && visible.has(item) && mayStand(item.id, item, visible, viewer, kind);
}

function mayStand(word: string, item: Item, visible: ReadonlySet<Item>, viewer: Viewer, kind: Kind): boolean {
  if (mayHave(item.type, item, viewer, kind)) return true;
  if (item.type === 'Provenance') {
    // It goes with the records it is about.
    const about = (item.links['target'] ?? []).filter(({ to }) => visible.has(to));
    return about.length > 0 && about.every(({ to }) => mayHave(to.type, to, viewer, kind));
  }
  if (word.startsWith('display-')) return OWN_WORDS_OF.has(item.type);
  const made = MADE_INTO[item.type] ?? item.type;
  return word.startsWith('name-') && mayHave(made, undefined, viewer, kind);
}

/** @param item undefined for what the gateway makes: then any right on the type will do. */
function mayHave(type: string, item: Item | undefined, { scopes }: Viewer, kind: Kind): boolean {
  const gives = (letter: 'r' | 's') => scopes.some((scope) => scopeGives(scope, letter, type, item));
  if (kind === 'read') return gives('r');
  return kind === 'search' ? gives('s') : gives('r') && gives('s');
}

function scopeGives(scope: string, letter: 'r' | 's', type: string, item: Item | undefined): boolean {
  const [, level, granted, rights = '', query] = /^(\w+)\/(\w+|\*)\.(\w+)(?:\?(.*))?$/.exec(scope) ?? [];
  if (level !== 'patient' || (granted !== '*' && granted !== type)) return false;
  if (rights !== 'read' && !rights.includes(letter)) return false;
  if (query === undefined) return true;
  if (query.startsWith('severity')) return false;
  if (item === undefined) return true;
  const category = /category=(?:[^|]*\|)?([a-z-]+)/.exec(query)?.[1];
  return item.category === category;
}

/** The content of files is written in base64. */
function withFiles(text: string): string {
  const files = [...text.matchAll(/"data":"([A-Za-z0-9+/=]+)"/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
  return [text, ...files].join('\n');
}
