/** What the apps page says of an app and of each permission it has: one for each device it was allowed on. Pure. */
import type { ResourceScope } from '../../access/access-grant.ts';
import { parseScopes } from '../../access/parse-scopes.ts';
import type { AppGrant } from '../../ports/app-grants.ts';
import { boxWords } from '../authorize-app/consent-view.ts';
import type { AppWords } from '../authorize-app/describe-app.ts';
import { OTHER_TYPES } from '../authorize-app/tables/kinds-of-data.ts';
import type { Words } from '../locales/words.ts';
import { kindText } from '../record/kind-text.ts';

const RARE_TYPES: ReadonlySet<string> = new Set(OTHER_TYPES);
/** More than these share one line. */
const MOST_RARE_LINES = 3;

export interface AppCard {
  readonly clientId: string;
  readonly app: AppWords;
  /** Newest first. */
  readonly permissions: readonly Permission[];
}

export interface Permission {
  readonly grantId: string;
  /** Name of the one who allowed it, where that is not the one who looks. */
  readonly allowedBy: string | undefined;
  readonly kinds: readonly string[];
  /** Titles of those linked now, and how many more once they are linked; `all`: those linked later too. */
  readonly sources: 'all' | { readonly now: readonly string[]; readonly later: number };
  readonly grantedAt: string;
  /** ISO instant; undefined: until it is stopped. */
  readonly until: string | undefined;
  readonly lastUsedAt: string | undefined;
}

export interface KnownSources {
  /** Title by name, of all that can be linked here. */
  readonly titles: ReadonlyMap<string, string>;
  /** Names of those linked now. */
  readonly linked: readonly string[];
}

export function permission(
  grant: AppGrant,
  said: { readonly allowedBy: string | undefined; readonly words: Words },
  known: KnownSources,
): Permission {
  const { id, scopes, grantedAt, until, lastUsedAt } = grant;
  return {
    grantId: id,
    allowedBy: said.allowedBy,
    kinds: kinds(scopes, said.words),
    sources: sharedSources(grant.sources, known),
    grantedAt,
    until,
    lastUsedAt,
  };
}

function kinds(scopes: readonly string[], words: Words): readonly string[] {
  const reading = parseScopes(scopes.join(' ')).filter(({ read, search }) => read || search);
  const isRare = ({ type, filters }: ResourceScope) => filters.length === 0 && RARE_TYPES.has(type);
  const rare = new Set(reading.filter(isRare).map(({ type }) => type));
  const lines = reading
    .filter((scope) => rare.size <= MOST_RARE_LINES || !isRare(scope))
    .map(({ type, filters }) => boxWords(words, [type], filters));
  const rest = [...rare].map((type) => kindText(words, type) ?? type);
  const restLine = rare.size <= MOST_RARE_LINES ? [] : [words.text('apps:reads.also', { kinds: words.list(rest) })];
  return [...new Set(lines), ...restLine];
}

function sharedSources(
  sources: readonly string[] | undefined,
  { titles, linked }: KnownSources,
): Permission['sources'] {
  if (sources === undefined) return 'all';
  return {
    now: linked.filter((name) => sources.includes(name)).map((name) => titles.get(name) ?? name),
    later: sources.filter((name) => !linked.includes(name)).length,
  };
}
