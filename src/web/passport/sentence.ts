/** A sentence of the pages' own with words of others in it, in pieces: each piece is in one language or the other. Pure. */
import type { Words } from '../locales/words.ts';

export interface Run {
  readonly text: string;
  /** By a source or the person: never translated, in its own language and direction. */
  readonly isWritten: boolean;
}

export type Line = readonly Run[];

export function written(text: string): Run {
  return { text, isWritten: true };
}

export function own(text: string): Run {
  return { text, isWritten: false };
}

/** Stand in the sentence for what others wrote; no text of ours has them (Unicode: private use). */
const FIRST_MARK = 0xe000;
const MARK = /([\uE000-\uE0FF])/u;

/** @param values words of others, a list of them, or a number for the plural. */
export function sentence(
  words: Words,
  key: string,
  values: Readonly<Record<string, Run | readonly Run[] | number>> = {},
): Line {
  const runs: Run[] = [];
  const marked = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    const marks = [value].flat().map((run) => String.fromCodePoint(FIRST_MARK + runs.push(run) - 1));
    return [name, words.list(marks)];
  });
  return words
    .text(key, Object.fromEntries(marked))
    .split(MARK)
    .flatMap((piece) => {
      if (piece === '') return [];
      return MARK.test(piece) ? (runs[(piece.codePointAt(0) ?? 0) - FIRST_MARK] ?? []) : own(piece);
    });
}
