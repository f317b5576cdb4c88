/** Where a text is broken into lines: between words; inside one only where it is longer than a line. Pure. */
import type { Sign } from './paper-text.ts';

/** A part of the signs: from `start` up to, but not including, `end`. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** @param width of signs `start` to `end`, drawn one after the other, in points. */
export function breakLines(
  signs: readonly Sign[],
  maxWidth: number,
  width: (start: number, end: number) => number,
): readonly LineSpan[] {
  const lines: LineSpan[] = [];
  let start = 0;
  let used = 0;
  let at = 0;
  while (at < signs.length) {
    const end = wordEnd(signs, at);
    const word = width(at, end);
    const withSpace = width(at, Math.min(end + 1, signs.length));
    if (used + word <= maxWidth) {
      used += withSpace;
      at = Math.min(end + 1, signs.length);
    } else if (at > start) {
      lines.push({ start, end: at });
      start = at;
      used = 0;
    } else {
      at = longestPart(at, end, maxWidth, width);
      lines.push({ start, end: at });
      start = at;
      used = 0;
    }
  }
  if (start < signs.length) lines.push({ start, end: signs.length });
  return lines;
}

/** Index of the space after the word, or of the end. */
function wordEnd(signs: readonly Sign[], from: number): number {
  let end = from;
  while (end < signs.length && signs[end]?.shown !== ' ') end += 1;
  return end;
}

/** At least one sign, so that even the narrowest frame gets on. Found by halving: a word may be thousands of signs long. */
function longestPart(
  start: number,
  end: number,
  maxWidth: number,
  width: (start: number, end: number) => number,
): number {
  let fits = start + 1;
  let tooFar = end;
  while (tooFar - fits > 1) {
    const middle = Math.floor((fits + tooFar) / 2);
    if (width(start, middle) <= maxWidth) fits = middle;
    else tooFar = middle;
  }
  return fits;
}
