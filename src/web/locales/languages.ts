/** The languages of the pages. Text of sources is in none of them: it stays as it was written. */

export type LanguageCode = 'en' | 'cy' | 'ur' | 'pl';

/** Between what a page puts side by side, with the space after it. */
export interface Signs {
  readonly comma: string;
  readonly semicolon: string;
  /** Ends a sentence. */
  readonly stop: string;
}

const LATIN: Signs = { comma: ', ', semicolon: '; ', stop: '. ' };
const ARABIC: Signs = { comma: '، ', semicolon: '؛ ', stop: '۔ ' };

export interface Language {
  readonly code: LanguageCode;
  /** BCP 47, for `lang` and for dates. */
  readonly tag: string;
  /** In itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly signs: Signs;
  /** No speaker has reviewed it yet; the pages say so. */
  readonly isDraft: boolean;
}

export const ENGLISH: Language = {
  code: 'en',
  tag: 'en-GB',
  name: 'English',
  direction: 'ltr',
  signs: LATIN,
  isDraft: false,
};

export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  { code: 'cy', tag: 'cy', name: 'Cymraeg', direction: 'ltr', signs: LATIN, isDraft: true },
  { code: 'ur', tag: 'ur', name: 'اردو', direction: 'rtl', signs: ARABIC, isDraft: true },
  { code: 'pl', tag: 'pl', name: 'Polski', direction: 'ltr', signs: LATIN, isDraft: true },
];

export function findLanguage(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language.code === code);
}
