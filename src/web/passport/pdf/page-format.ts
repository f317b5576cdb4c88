/** Where on the paper the passport stands: columns of a whole page, or panels of a sheet that is folded. Lengths in points. */
import type { PassportPrint, PassportSize } from '../passport-choices.ts';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageFormat {
  readonly width: number;
  readonly height: number;
  /** In the order they are read. */
  readonly frames: readonly Frame[];
  /** Where to fold, as lines from edge to edge. */
  readonly folds: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Sizes of the letters, the largest first: smaller ones are taken where they save a sheet. */
  readonly bodySizes: readonly number[];
  /** Every panel has its number; a whole page has one line at its foot. */
  readonly foot: 'page' | 'panel';
}

/** ISO 216. */
const SHORT = 595.28;
const LONG = 841.89;
/** Below the frames, for the line at the foot. */
const FOOT = 16;

/** The clear-print rule is 12 pt, large print begins at 16 pt; what is carried in a pocket cannot have either and stay one sheet. */
export function pageFormat(size: PassportSize, print: PassportPrint, direction: 'ltr' | 'rtl'): PageFormat {
  if (size === 'a4') {
    return {
      ...sheet(SHORT, LONG, print === 'large' ? 1 : 2, 1, { margin: 36, gap: 20, direction }),
      ...(print === 'large' ? { bodySizes: [18, 16] } : { bodySizes: [12, 11, 10] }),
      folds: [],
      foot: 'page',
    };
  }
  const isLarge = print === 'large';
  const [width, height] = isLarge ? [SHORT, LONG] : [LONG, SHORT];
  const columns = isLarge ? 2 : 4;
  return {
    ...sheet(width, height, columns, 2, { margin: 17, gap: 34, direction }),
    ...(isLarge ? { bodySizes: [14] } : { bodySizes: [9, 8] }),
    folds: [
      [0, height / 2, width, height / 2],
      ...Array.from({ length: columns - 1 }, (_, index): [number, number, number, number] => {
        const x = (width * (index + 1)) / columns;
        return [x, 0, x, height];
      }),
    ],
    foot: 'panel',
  };
}

/** @param gap between frames: twice the margin where the paper is folded between them. */
function sheet(
  width: number,
  height: number,
  columns: number,
  rows: number,
  { margin, gap, direction }: { readonly margin: number; readonly gap: number; readonly direction: 'ltr' | 'rtl' },
): Pick<PageFormat, 'width' | 'height' | 'frames'> {
  const frameWidth = (width - 2 * margin - (columns - 1) * gap) / columns;
  const rowHeight = (height - 2 * margin - (rows - 1) * gap) / rows;
  const frames = Array.from({ length: rows * columns }, (_, index): Frame => {
    const place = index % columns;
    const column = direction === 'ltr' ? place : columns - 1 - place;
    const row = Math.floor(index / columns);
    return {
      x: margin + column * (frameWidth + gap),
      y: margin + row * (rowHeight + gap),
      width: frameWidth,
      height: rowHeight - FOOT,
    };
  });
  return { width, height, frames };
}
