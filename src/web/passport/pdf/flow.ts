/** Which line of which block stands in which frame of which sheet: blocks flow from frame to frame. Pure. */
import type { Frame, PageFormat } from './page-format.ts';
import { LOOKS, type Block } from './sheet-blocks.ts';

/** A block broken into lines for a given width. */
export interface Measured<Line> {
  readonly block: Block;
  readonly lines: readonly Line[];
}

export interface MeasuredUnit<Line> {
  readonly blocks: readonly Measured<Line>[];
  readonly heading: string | undefined;
}

export interface PlacedLine<Line> {
  readonly block: Block;
  readonly line: Line;
  /** From 0. */
  readonly page: number;
  /** On that page, from 0. */
  readonly frame: number;
  /** Top of the line. */
  readonly y: number;
  readonly height: number;
  /** A heading said again: no part of the text. */
  readonly isRepeated: boolean;
}

export interface Flow<Line> {
  /** In the order they are read. */
  readonly lines: readonly PlacedLine<Line>[];
  readonly pages: number;
  /** Frames with something in them. */
  readonly frames: number;
}

/** Height of a line as part of the size of its letters. */
const LEADING = 1.27;

/** @param repeated lines of a heading that is said again where its section goes on. */
export function flow<Line>(
  units: readonly MeasuredUnit<Line>[],
  format: Pick<PageFormat, 'frames'>,
  bodySize: number,
  repeated: (heading: string) => Measured<Line>,
): Flow<Line> {
  const placed: PlacedLine<Line>[] = [];
  const perPage = format.frames.length;
  let at = 0;
  let y = 0;
  const frame = (index: number): Frame => format.frames[index % perPage] as Frame;
  const bottom = () => frame(at).y + frame(at).height;
  const isFresh = () => y === frame(at).y;
  y = frame(0).y;

  const put = ({ block, lines }: Measured<Line>, isRepeated: boolean) => {
    const above = isFresh() ? 0 : LOOKS[block.kind].above * bodySize;
    lines.forEach((line, index) => {
      const height = lineHeight(block, bodySize);
      const top = y + (index === 0 ? above : 0);
      if (top + height > bottom() && !isFresh()) {
        next();
        place(block, line, y, height, isRepeated);
      } else place(block, line, top, height, isRepeated);
    });
  };
  const place = (block: Block, line: Line, top: number, height: number, isRepeated: boolean) => {
    placed.push({ block, line, page: Math.floor(at / perPage), frame: at % perPage, y: top, height, isRepeated });
    y = top + height;
  };
  const next = () => {
    at += 1;
    y = frame(at).y;
  };

  for (const { blocks, heading } of units) {
    const needed = blocks.reduce((sum, block) => sum + heightOf(block, bodySize), 0);
    const begins = blocks[0]?.block.kind === 'heading';
    if (!isFresh() && y + needed > bottom()) {
      const again = heading === undefined || begins ? undefined : repeated(heading);
      const whole = frame(at + 1).height - (again === undefined ? 0 : heightOf(again, bodySize));
      if (needed <= whole) {
        next();
        if (again !== undefined) put(again, true);
      }
    }
    for (const block of blocks) put(block, false);
  }
  return { lines: placed, pages: Math.floor(at / perPage) + 1, frames: at + 1 };
}

function heightOf<Line>({ block, lines }: Measured<Line>, bodySize: number): number {
  return LOOKS[block.kind].above * bodySize + lines.length * lineHeight(block, bodySize);
}

function lineHeight({ kind }: Block, bodySize: number): number {
  return LOOKS[kind].size * bodySize * LEADING;
}
