/**
 * What of a text can be printed: the signs one by one, each with the font that has it. A sign that no font has, that steers a
 * machine or turns the direction of the text around it is shown as a mark and counted: nothing vanishes unseen. Pure.
 */
import type { Run } from '../sentence.ts';

export type FontName = 'latin' | 'arabic';

/** What people see as one sign. */
export interface Sign {
  /** What is drawn; '' for a sign that only says where a text begins or ends. */
  readonly shown: string;
  /** As it was written. */
  readonly original: string;
  readonly font: FontName;
  /** Index of the run it belongs to. */
  readonly run: number;
  /** In the bidirectional algorithm. */
  readonly bidi: string;
}

export interface Coverage {
  /** Whether the font has a picture for it. */
  has(font: FontName, codePoint: number): boolean;
}

/** U+FFFD: both fonts have it. */
export const UNSEEN_SIGN = '\uFFFD';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const STEERING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}]$/u;
const ARABIC = /\p{Script=Arabic}/u;
const SPACES = /[\s\u0085]+/gu;
/** First strong isolate and its end (UAX 9, 2.4): a text of others does not move what stands around it. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** @param first the font of the sheet's own language; that of others' text is `latin`. */
export function signsOf(runs: readonly Run[], first: FontName, coverage: Coverage): readonly Sign[] {
  return runs.flatMap(({ text, isWritten }, run) => {
    const preferred = isWritten ? 'latin' : first;
    const signs = Array.from(GRAPHEMES.segment(text.replaceAll(SPACES, ' ')), ({ segment }) =>
      signOf(segment, preferred, run, coverage),
    );
    if (!isWritten) return signs;
    const edge = (bidi: string): Sign => ({ shown: '', original: '', font: preferred, run, bidi });
    return [edge(ISOLATE), ...signs, edge(END_ISOLATE)];
  });
}

function signOf(original: string, preferred: FontName, run: number, coverage: Coverage): Sign {
  const points = Array.from(original);
  const other = preferred === 'latin' ? 'arabic' : 'latin';
  const order: readonly FontName[] = ARABIC.test(original) ? ['arabic', 'latin'] : [preferred, other];
  const needed = points.filter((point) => !INVISIBLE.test(point));
  const font = order.find((name) => needed.every((point) => coverage.has(name, point.codePointAt(0) ?? 0)));
  if (font === undefined || STEERING.test(original))
    return { shown: UNSEEN_SIGN, original, font: 'latin', run, bidi: UNSEEN_SIGN };
  // What is never seen (a joiner, a sign that chooses an emoji's colour) is drawn only where the font knows it.
  const shown = points
    .filter((point) => needed.includes(point) || coverage.has(font, point.codePointAt(0) ?? 0))
    .join('');
  return { shown, original, font, run, bidi: shown === '' ? '\u200B' : shown };
}
