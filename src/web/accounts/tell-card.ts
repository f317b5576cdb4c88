/** A source's card in words, the same for the page and for what tells a waiting page how it goes on. Pure. */
import type { Words } from '../locales/words.ts';
import { kindText } from '../record/kind-text.ts';
import type { KindLine, SourceCard } from './source-card.ts';

export interface ToldKind {
  readonly type: string;
  /** Undefined where the pages have no word for it: the type stands there. */
  readonly name: string | undefined;
  readonly state: string;
  readonly isShort: boolean;
  readonly reason: string | undefined;
}

export interface ToldCard {
  readonly name: string;
  readonly isReading: boolean;
  readonly state: string;
  readonly lastRead: string;
  /** "5 of 13 kinds of data are done", or how many there are. */
  readonly sum: string;
  readonly done: number;
  readonly total: number;
  readonly kinds: readonly ToldKind[];
}

export function tellCard(words: Words, card: SourceCard): ToldCard {
  const { name, isReading, kinds, done, lastSuccess } = card;
  const total = kinds.length;
  return {
    name,
    isReading,
    state: words.text(isReading ? 'accounts:state.reading' : `accounts:state.${card.state}`),
    lastRead:
      lastSuccess === undefined
        ? words.text('accounts:notReadYet')
        : words.text('accounts:lastRead', { when: words.instant(lastSuccess) }),
    sum: sumOf(words, card),
    done,
    total,
    kinds: kinds.map((kind) => tellKind(words, kind)),
  };
}

function sumOf(words: Words, { isReading, kinds, done, shortfalls }: SourceCard): string {
  if (isReading && kinds.length === 0) return words.text('accounts:sum.begins');
  if (isReading) return words.text('accounts:sum.reading', { done, count: kinds.length });
  if (shortfalls.length === 0) return words.text('accounts:sum.whole', { count: kinds.length });
  const missing = kinds.filter(({ state }) => shortfalls.includes(state)).length;
  return words.text('accounts:sum.short', { missing, count: kinds.length });
}

function tellKind(words: Words, { type, state, received, reason }: KindLine): ToldKind {
  return {
    type,
    name: type === '*' ? words.text('accounts:allKinds') : kindText(words, type),
    state: words.text(`accounts:kindState.${state}`, { count: received }),
    isShort: state === 'partial' || state === 'refused' || state === 'failed' || state === 'unread',
    reason,
  };
}
