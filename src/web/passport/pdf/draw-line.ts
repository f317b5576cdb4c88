/** Draws lines where they were placed, with what stands on every sheet: folds, numbers, bars beside what differs. */
import type PDFDocument from 'pdfkit';
import type { Line } from '../sentence.ts';
import type { PlacedLine } from './flow.ts';
import type { Frame } from './page-format.ts';
import { typeLines, type TypeContext, type TypedSheet, type TypeLine } from './set-type.ts';
import { isBold, LOOKS, type Block } from './sheet-blocks.ts';
import type { Structure } from './structure.ts';

/** Sources here write English; whoever reads aloud must not read it as the language of the headings. */
const SOURCE_LANGUAGE = 'en-GB';
const INK = '#000000';
const TINT = '#e8eeec';
const FOLD = '#888888';
const BAR = 2.5;
const FOOT_SIZE = 7;
/** Where the letters stand, as part of the height of the line. */
const BASELINE = 0.76;

export interface PenParts {
  readonly structure: Structure;
  readonly foot: (page: number, pages: number) => Line;
}

export interface Pen {
  /** Lines come in the order they are read. */
  draw(placed: PlacedLine<TypeLine>): void;
}

export function createPen(
  document: InstanceType<typeof PDFDocument>,
  typed: TypedSheet,
  context: TypeContext,
  { structure, foot }: PenParts,
): Pen {
  const { format, direction, fonts } = context;
  let pages = 0;
  let begun: Block | undefined;

  function draw(placed: PlacedLine<TypeLine>): void {
    while (pages <= placed.page) startPage();
    const { block, line, isRepeated } = placed;
    const frame = format.frames[placed.frame] as Frame;
    if (!isRepeated && block !== begun) {
      begun = block;
      structure.begin(block);
      if (block.kind === 'heading') document.outline.addItem(block.runs.map(({ text }) => text).join(''));
    }
    decorate(placed, frame);
    const write = isRepeated ? asArtifact : asText(block);
    write(line, block, frame, placed.y + placed.height * BASELINE, typed.bodySize * LOOKS[block.kind].size);
  }

  const asText =
    (block: Block) =>
    (line: TypeLine, _: Block, frame: Frame, baseline: number, size: number): void => {
      for (const { piece, x } of positioned(line, block, frame, size)) {
        const isWritten = block.runs[piece.run]?.isWritten === true;
        // Read aloud and copied as it was written. Letters that run from right to left are put in order by who reads them.
        const isOther = !piece.isRightToLeft && piece.text !== piece.original;
        const content = document.markStructureContent('Span', isOther ? { actual: piece.original } : {});
        pieceAt(piece, x, baseline, size, block);
        document.endMarkedContent();
        structure.add(content, piece.run, isWritten ? SOURCE_LANGUAGE : undefined);
      }
    };

  function asArtifact(line: TypeLine, block: Block, frame: Frame, baseline: number, size: number): void {
    document.markContent('Artifact', { type: 'Pagination' });
    for (const { piece, x } of positioned(line, block, frame, size)) pieceAt(piece, x, baseline, size, block);
    document.endMarkedContent();
  }

  function pieceAt(piece: TypeLine[number], x: number, baseline: number, size: number, block: Block): void {
    fonts.use(piece.font, isBold(block, piece.run));
    document.fillColor(INK).fontSize(size);
    document.text(piece.text, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
  }

  /** In the order they are read, each with its place. */
  function positioned(line: TypeLine, block: Block, frame: Frame, size: number) {
    const { indent } = LOOKS[block.kind];
    const widths = line.map(({ font, run, text }) => (fonts.width(font, isBold(block, run), text) / 1000) * size);
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const inset = indent * typed.bodySize;
    let x = direction === 'ltr' ? frame.x + inset : frame.x + frame.width - inset - whole;
    const places = line.map((piece, index) => {
      const place = { piece, x };
      x += widths[index] ?? 0;
      return place;
    });
    return places.toSorted((a, b) => a.piece.at - b.piece.at);
  }

  function decorate({ block, y, height }: PlacedLine<TypeLine>, frame: Frame): void {
    if (block.kind !== 'heading' && block.kind !== 'differs' && block.kind !== 'rule') return;
    document.markContent('Artifact', { type: 'Layout' });
    const side = (inset: number) => (direction === 'ltr' ? frame.x + inset : frame.x + frame.width - inset - BAR);
    if (block.kind === 'heading') {
      document.rect(frame.x, y, frame.width, height).fill(TINT);
      document.rect(side(0), y, BAR, height).fill(INK);
    } else if (block.kind === 'differs') {
      document.rect(side(typed.bodySize * 0.6), y, BAR * 0.6, height).fill(INK);
    } else {
      const bottom = y + height * 0.9;
      document.moveTo(frame.x, bottom).lineTo(frame.x + frame.width, bottom);
      document.lineWidth(0.5).stroke(FOLD);
    }
    document.endMarkedContent();
  }

  function startPage(): void {
    document.addPage({ size: [format.width, format.height], margin: 0 });
    pages += 1;
    if (format.folds.length > 0) {
      document.markContent('Artifact', { type: 'Layout' });
      for (const [x1, y1, x2, y2] of format.folds) document.moveTo(x1, y1).lineTo(x2, y2);
      document.lineWidth(0.4).dash(3, { space: 4 }).stroke(FOLD).undash();
      document.endMarkedContent();
    }
    if (format.foot === 'page') drawFoot(wholeRow(), pages, typed.pages);
    else {
      const before = (pages - 1) * format.frames.length;
      format.frames.forEach((frame, index) => {
        if (before + index < typed.frames) drawFoot(frame, before + index + 1, typed.frames);
      });
    }
  }

  /** All columns as one. */
  function wholeRow(): Frame {
    const first = format.frames[0] as Frame;
    const left = Math.min(...format.frames.map(({ x }) => x));
    const right = Math.max(...format.frames.map(({ x, width }) => x + width));
    return { ...first, x: left, width: right - left };
  }

  function drawFoot(frame: Frame, number: number, of: number): void {
    const block: Block = { kind: 'intro', runs: foot(number, of) };
    typeLines(block, frame.width, FOOT_SIZE, context).forEach((line, index) => {
      asArtifact(line, block, frame, frame.y + frame.height + (index + 1) * FOOT_SIZE * 1.15, FOOT_SIZE);
    });
  }

  return { draw };
}
