/**
 * Turns the scopes an app asks for into what a person can tick, and what they ticked back into scopes. Pure.
 * SMART App Launch 2.2, "Scopes for requesting FHIR Resources": a server may grant less than was asked.
 */
import type { ResourceScope, ScopeFilter } from '../../access/access-grant.ts';
import type { ConsentQuestion } from '../../ports/app-authorization.ts';
import { MAIN_TYPES, OTHER_TYPES } from './tables/kinds-of-data.ts';

type AskedScope = ConsentQuestion['resourceScopes'][number];

/** One box to tick. */
export interface AskedData {
  /** Number of the box in the form. */
  readonly key: string;
  /** One type, or those of "everything else"; `*` where filters narrow all types alike. */
  readonly types: readonly string[];
  readonly filters: readonly ScopeFilter[];
  /** Scopes as the app wrote them that this box alone stands for. */
  readonly scopes: readonly string[];
}

const V1_SCOPE = /\.(?:read|write|\*)$/;

/** In the order of the page: the kinds of the table first, then the rest as the app asked. */
export function askedData(question: ConsentQuestion): readonly AskedData[] {
  const reading = readingScopes(question);
  const boxes = new Map<string, Omit<AskedData, 'key'>>();
  const add = (types: readonly string[], filters: readonly ScopeFilter[], scopes: readonly string[]) => {
    const name = JSON.stringify([types, filters]);
    boxes.set(name, { types, filters, scopes: [...(boxes.get(name)?.scopes ?? []), ...scopes] });
  };
  const asksAll = reading.some(isForAll);
  const single = reading.filter((item) => !isForAll(item));
  for (const type of MAIN_TYPES) {
    if (asksAll) add([type], [], []);
    for (const { scope, means } of single.filter((item) => item.means.type === type))
      add([type], means.filters, [scope]);
  }
  for (const { scope, means } of single) {
    const isMain = MAIN_TYPES.some((type) => type === means.type);
    if (!isMain) add([means.type], means.filters, [scope]);
  }
  if (asksAll) {
    add(
      OTHER_TYPES.filter((type) => !boxes.has(JSON.stringify([[type], []]))),
      [],
      [],
    );
  }
  return [...boxes.values()].map((box, index) => ({ ...box, key: String(index) }));
}

/**
 * The answer's scopes: those that are not about resources as asked, and those about resources as far as ticked. One for all
 * types stays where every box without filters is ticked; otherwise single-type ones take its place.
 */
export function grantedScopes(
  question: ConsentQuestion,
  boxes: readonly AskedData[],
  ticked: ReadonlySet<string>,
): readonly string[] {
  const isTicked = ({ key }: AskedData) => ticked.has(key);
  const plain = boxes.filter((box) => box.filters.length === 0);
  const isWhole = plain.every(isTicked);
  const own = new Set(boxes.filter(isTicked).flatMap((box) => box.scopes));
  const reading = new Map(readingScopes(question).map((item) => [item.scope, item]));
  const resource = new Set(question.resourceScopes.map((item) => item.scope));
  const granted = question.scopes.flatMap((scope) => {
    if (!resource.has(scope)) return [scope];
    const asked = reading.get(scope);
    if (asked === undefined) return [];
    if (!isForAll(asked)) return own.has(scope) ? [scope] : [];
    return isWhole ? [scope] : plain.filter(isTicked).flatMap((box) => box.types.map((type) => forType(asked, type)));
  });
  return [...new Set(granted)];
}

/** The gateway gives no right to write, so a scope that asks for nothing else is neither shown nor granted. */
function readingScopes(question: ConsentQuestion): readonly AskedScope[] {
  return question.resourceScopes.filter(({ means }) => means.read || means.search);
}

function isForAll({ means }: AskedScope): boolean {
  return means.type === '*' && means.filters.length === 0;
}

function forType({ scope, means }: AskedScope, type: string): string {
  return `${means.level}/${type}.${V1_SCOPE.test(scope) ? 'read' : suffix(means)}`;
}

function suffix({ read, search }: ResourceScope): string {
  return `${read ? 'r' : ''}${search ? 's' : ''}`;
}
