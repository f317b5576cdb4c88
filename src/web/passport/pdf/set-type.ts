/** Breaks the sheet's blocks into lines of pieces in their order on the paper, in the largest letters that need the fewest sheets. */
import type { Run } from '../sentence.ts';
import { breakLines } from './break-lines.ts';
import { flow, type Flow, type Measured } from './flow.ts';
import type { Fonts } from './open-fonts.ts';
import type { PageFormat } from './page-format.ts';
import { signsOf, UNSEEN_SIGN, type Sign } from './paper-text.ts';
import { isBold, LOOKS, type Block, type Unit } from './sheet-blocks.ts';
import { visualOrder, type Piece } from './visual-order.ts';

/** From left to right. */
export type TypeLine = readonly Piece[];

export interface TypedSheet extends Flow<TypeLine> {
  /** Points. */
  readonly bodySize: number;
}

export interface TypeContext {
  readonly fonts: Fonts;
  readonly format: PageFormat;
  readonly direction: 'ltr' | 'rtl';
  /** A heading where its section goes on. */
  readonly goesOn: (heading: string) => string;
}

type SignContext = Pick<TypeContext, 'fonts' | 'direction'>;

export function setType(units: readonly Unit[], context: TypeContext): TypedSheet {
  const signs = new Map(units.flatMap(({ blocks }) => blocks.map((block) => [block, blockSigns(block, context)])));
  const tried = context.format.bodySizes.map((bodySize) => typed(units, bodySize, context, signs));
  const fewest = Math.min(...tried.map(({ pages }) => pages));
  const [largest] = tried.filter(({ pages }) => pages === fewest);
  if (largest === undefined) throw new Error('A format of the passport has no size of letters.');
  return largest;
}

/** How many signs of the sheet no font can show. */
export function unseenSigns(units: readonly Unit[], context: TypeContext): number {
  const signs = units.flatMap(({ blocks }) => blocks.flatMap((block) => blockSigns(block, context)));
  return signs.filter(({ shown, original }) => shown === UNSEEN_SIGN && original !== UNSEEN_SIGN).length;
}

export function typeLines(
  block: Block,
  width: number,
  bodySize: number,
  context: SignContext,
  signs: readonly Sign[] = blockSigns(block, context),
): readonly TypeLine[] {
  if (block.kind === 'rule') return [[]];
  const { size, indent } = LOOKS[block.kind];
  const measure = (start: number, end: number) =>
    (signsWidth(signs.slice(start, end), block, context.fonts) / 1000) * size * bodySize;
  const lines = breakLines(signs, width - indent * bodySize, measure);
  return visualOrder(signs, lines, context.direction);
}

function blockSigns({ runs }: Block, { fonts, direction }: SignContext): readonly Sign[] {
  return signsOf(runs, direction === 'rtl' ? 'arabic' : 'latin', fonts);
}

function typed(
  units: readonly Unit[],
  bodySize: number,
  context: TypeContext,
  signs: ReadonlyMap<Block, readonly Sign[]>,
): TypedSheet {
  const { format, goesOn } = context;
  const width = format.frames[0]?.width ?? 0;
  const measured = (block: Block): Measured<TypeLine> => ({
    block,
    lines: typeLines(block, width, bodySize, context, signs.get(block)),
  });
  const repeated = (heading: string) => {
    const runs: Run[] = [{ text: goesOn(heading), isWritten: false }];
    return measured({ kind: 'heading', runs });
  };
  const made = units.map(({ blocks, heading }) => ({ heading, blocks: blocks.map(measured) }));
  return { ...flow(made, format, bodySize, repeated), bodySize };
}

function signsWidth(signs: readonly Sign[], block: Block, fonts: Fonts): number {
  let width = 0;
  let text = '';
  let last: Sign | undefined;
  for (const sign of signs) {
    if (sign.shown === '') continue;
    if (last !== undefined && (sign.font !== last.font || sign.run !== last.run)) {
      width += fonts.width(last.font, isBold(block, last.run), text);
      text = '';
    }
    last = sign;
    text += sign.shown;
  }
  return last === undefined ? width : width + fonts.width(last.font, isBold(block, last.run), text);
}
