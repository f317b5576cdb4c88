import { expect, test } from 'vitest';
import type { OperatorText } from '../../../../src/ports/source-connector.ts';
import { findLanguage, type LanguageCode } from '../../../../src/web/locales/languages.ts';
import { textIn } from '../../../../src/web/locales/text-in.ts';

test.each([
  ['cy', 'One.', { text: 'One.', language: 'en-GB' }],
  ['en', { en: 'One.', cy: 'Un.' }, { text: 'One.', language: 'en' }],
  ['cy', { en: 'One.', cy: 'Un.' }, { text: 'Un.', language: 'cy' }],
  ['pl', { cy: 'Un.', en: 'One.' }, { text: 'One.', language: 'en' }],
  ['pl', { cy: 'Un.', 'pl-PL': 'Raz.' }, { text: 'Raz.', language: 'pl-PL' }],
  ['pl', { cy: 'Un.', ur: '۔' }, { text: 'Un.', language: 'cy' }],
  ['en', '', undefined],
] satisfies [LanguageCode, OperatorText, unknown][])('in %s, %j', (code, text, expected) => {
  const language = findLanguage(code);
  if (language === undefined) throw new Error('There is no such language.');
  expect(textIn(language, text)).toEqual(expected);
});
