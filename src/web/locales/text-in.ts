/** Which of an operator's words a visitor reads: those in the language of the page, otherwise English ones, otherwise any. Pure. */
import type { OperatorText } from '../../ports/source-connector.ts';
import { ENGLISH, type Language } from './languages.ts';

export interface TextIn {
  readonly text: string;
  /** BCP 47: what the words are in, which may not be what was asked for. */
  readonly language: string;
}

/** @returns undefined where there are no words. */
export function textIn({ code, tag }: Language, text: OperatorText): TextIn | undefined {
  const texts = typeof text === 'string' ? { [ENGLISH.tag]: text } : text;
  const languages = Object.keys(texts);
  const has = (language: string) => texts[language] !== undefined;
  const language =
    [tag, code].find(has) ??
    languages.find((known) => known.startsWith(`${code}-`)) ??
    [ENGLISH.tag, ENGLISH.code].find(has) ??
    languages[0];
  const found = language === undefined ? undefined : texts[language];
  return language === undefined || found === undefined || found === '' ? undefined : { text: found, language };
}
