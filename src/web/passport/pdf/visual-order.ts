/** In which order the parts of a line stand on the paper (Unicode Bidirectional Algorithm, UAX 9). Pure. */
import bidiModule from 'bidi-js';
import type { LineSpan } from './break-lines.ts';
import type { FontName, Sign } from './paper-text.ts';

/** Signs that are drawn in one go: one font, one run, one direction. */
export interface Piece {
  /** As it is given to the font, which itself puts letters of Arabic script from right to left. */
  readonly text: string;
  /** As written. */
  readonly original: string;
  readonly font: FontName;
  readonly run: number;
  /** Index of its first sign in the order it is read. */
  readonly at: number;
  readonly isRightToLeft: boolean;
}

/** The package gives the function itself; its types speak of a member. */
const bidi = (bidiModule as unknown as typeof bidiModule.default)();
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The pieces of each line from left to right. */
export function visualOrder(
  signs: readonly Sign[],
  lines: readonly LineSpan[],
  direction: 'ltr' | 'rtl',
): readonly (readonly Piece[])[] {
  const text = signs.map((sign) => sign.bidi).join('');
  const levels = bidi.getEmbeddingLevels(text, direction);
  /** Index in the text of each sign, and of the end. */
  const offsets = [0];
  for (const sign of signs) offsets.push((offsets.at(-1) ?? 0) + sign.bidi.length);
  const levelAt = (index: number) => levels.levels[offsets[index] ?? 0] ?? 0;
  return lines.map(({ start, end }) => {
    const from = offsets[start] ?? 0;
    const until = (offsets[end] ?? text.length) - 1;
    const signAt = new Map(signs.slice(start, end).map((_, index) => [offsets[start + index] ?? 0, start + index]));
    const order = reordered(from, until, bidi.getReorderSegments(text, levels, from, until))
      .flatMap((offset) => signAt.get(offset) ?? [])
      .filter((index) => signs[index]?.shown !== '');
    return pieces(order, signs, levelAt);
  });
}

/** UAX 9, L2: each segment turned, one after the other. */
function reordered(from: number, until: number, segments: readonly (readonly number[])[]): readonly number[] {
  const offsets = Array.from({ length: Math.max(until + 1 - from, 0) }, (_, index) => from + index);
  for (const [start = from, end = from] of segments) {
    const turnedPart = offsets.slice(start - from, end + 1 - from).toReversed();
    offsets.splice(start - from, turnedPart.length, ...turnedPart);
  }
  return offsets;
}

function pieces(
  order: readonly number[],
  signs: readonly Sign[],
  levelAt: (index: number) => number,
): readonly Piece[] {
  const groups: number[][] = [];
  for (const index of order) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && goOn(before, index, signs, levelAt)) group.push(index);
    else groups.push([index]);
  }
  return groups.flatMap((group) => {
    const read = [...group].toSorted((a, b) => a - b);
    const first = signs[read[0] ?? 0];
    if (first === undefined) return [];
    const isRightToLeft = levelAt(read[0] ?? 0) % 2 === 1;
    const shown = read.map((index) => signs[index]?.shown ?? '');
    return [
      {
        text: isRightToLeft ? turned(shown) : shown.join(''),
        original: read.map((index) => signs[index]?.original ?? '').join(''),
        font: first.font,
        run: first.run,
        at: read[0] ?? 0,
        isRightToLeft,
      },
    ];
  });
}

function goOn(before: number, index: number, signs: readonly Sign[], levelAt: (index: number) => number): boolean {
  const [a, b] = [signs[before], signs[index]];
  const step = levelAt(index) % 2 === 1 ? -1 : 1;
  return (
    a?.font === b?.font && a?.run === b?.run && levelAt(before) === levelAt(index) && isNext(before, index, step, signs)
  );
}

/** What is not drawn between two signs does not part them. */
function isNext(before: number, index: number, step: 1 | -1, signs: readonly Sign[]): boolean {
  for (let at = before + step; at !== index; at += step) {
    if (at < 0 || at >= signs.length || signs[at]?.shown !== '') return false;
  }
  return true;
}

/** Brackets are mirrored. The font turns letters of Arabic script; what has none of them has to be turned here. */
function turned(shown: readonly string[]): string {
  const mirrored = shown.map((sign) => bidi.getMirroredCharacter(sign) ?? sign);
  return RIGHT_TO_LEFT.test(mirrored.join('')) ? mirrored.join('') : mirrored.toReversed().join('');
}
