/**
 * The fonts of the PDF, embedded in it: the standard fonts of PDF have neither the letters of Polish and Welsh nor those of Urdu.
 * DejaVu Sans Condensed has the most signs in the least room; Vazirmatn has all letters of Urdu and joins them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import type { Coverage, FontName } from './paper-text.ts';

const FILES: Readonly<Record<FontName, Readonly<Record<'regular' | 'bold', string>>>> = {
  latin: {
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  },
  arabic: {
    regular: '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
    bold: '@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
  },
};

/** Read once, at the start. By name of the font in a document. */
export type FontFiles = ReadonlyMap<string, Buffer>;

export interface Fonts extends Coverage {
  /** In thousandths of the size of the letters. */
  width(font: FontName, isBold: boolean, text: string): number;
  use(font: FontName, isBold: boolean): void;
}

/** What of the library's open font is used; its types leave it out. */
interface OpenFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

const MEASURED_AT = 1000;

export function readFontFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return new Map(
    Object.entries(FILES).flatMap(([font, { regular, bold }]) => [
      [`${font}-regular`, readFileSync(resolve(regular))] as const,
      [`${font}-bold`, readFileSync(resolve(bold))] as const,
    ]),
  );
}

export function openFonts(document: InstanceType<typeof PDFDocument>, files: FontFiles): Fonts {
  for (const [name, file] of files) document.registerFont(name, file);
  const use = (font: FontName, isBold: boolean) => {
    document.font(`${font}-${isBold ? 'bold' : 'regular'}`);
  };
  const open = (font: FontName): OpenFont => {
    use(font, false);
    return (document as unknown as { readonly _font: { readonly font: OpenFont } })._font.font;
  };
  const fonts = { latin: open('latin'), arabic: open('arabic') };
  const widths = new Map<string, number>();
  return {
    has: (font, codePoint) => fonts[font].hasGlyphForCodePoint(codePoint),
    use,
    width(font, isBold, text) {
      const key = `${font} ${String(isBold)} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      use(font, isBold);
      const width = document.fontSize(MEASURED_AT).widthOfString(text, { features: [] });
      widths.set(key, width);
      return width;
    },
  };
}
