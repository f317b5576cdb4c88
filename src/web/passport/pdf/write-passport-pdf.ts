/** The passport as a tagged PDF that can be read aloud, printed and folded (requirements P9; PDF/UA-1, ISO 14289-1). */
import PDFDocument from 'pdfkit';
import { plainText } from '../../layout/plain-text.ts';
import type { Words } from '../../locales/words.ts';
import type { PassportChoices } from '../passport-choices.ts';
import type { PassportSheet } from '../sheet.ts';
import { sentence, type Line } from '../sentence.ts';
import { createPen } from './draw-line.ts';
import { openFonts, type FontFiles } from './open-fonts.ts';
import { pageFormat } from './page-format.ts';
import { UNSEEN_SIGN } from './paper-text.ts';
import { setType, unseenSigns, type TypeContext } from './set-type.ts';
import { sheetUnits, type Unit } from './sheet-blocks.ts';
import { createStructure } from './structure.ts';

export interface PdfInput {
  readonly sheet: PassportSheet;
  readonly choices: Pick<PassportChoices, 'size' | 'print' | 'language'>;
  /** In the language of the sheet. */
  readonly words: Words;
  readonly fonts: FontFiles;
  readonly madeAt: Date;
}

/** The library's types know only the archive subsets. */
const PDF_UA = 'PDF/UA' as unknown as 'PDF/A-2a';
const LONGEST_TITLE = 200;

export async function writePassportPdf({ sheet, choices, words, fonts: files, madeAt }: PdfInput): Promise<Buffer> {
  const { language } = choices;
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    subset: PDF_UA,
    tagged: true,
    displayTitle: true,
    lang: language.tag,
    info: { Title: plainText(textOf(sheet.title), LONGEST_TITLE), CreationDate: madeAt, ModDate: madeAt },
  });
  const done = collected(document);
  const format = pageFormat(choices.size, choices.print, language.direction);
  const context: TypeContext = {
    fonts: openFonts(document, files),
    format,
    direction: language.direction,
    goesOn: (heading) => words.text('passport:goesOn', { heading }),
  };
  const units = withUnseenNote(sheetUnits(sheet), words, context);
  const typed = setType(units, context);
  const structure = createStructure(document);
  const pen = createPen(document, typed, context, {
    structure,
    foot: (page, pages) => [
      ...sheet.foot,
      { text: ` ${words.text('passport:pageOf', { page, pages })}`, isWritten: false },
    ],
  });
  for (const line of typed.lines) pen.draw(line);
  structure.end();
  document.end();
  return done;
}

/** At the end of the sheet, where it says what may be missing. */
function withUnseenNote(units: readonly Unit[], words: Words, context: TypeContext): readonly Unit[] {
  const count = unseenSigns(units, context);
  const last = units.at(-1);
  if (count === 0 || last === undefined) return units;
  const sign = { text: UNSEEN_SIGN, isWritten: false };
  const runs = sentence(words, 'passport:unseen', { count, sign });
  return [...units.slice(0, -1), { ...last, blocks: [...last.blocks, { kind: 'beside', runs }] }];
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

function collected(document: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
}
