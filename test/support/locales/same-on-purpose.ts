/** Texts that are the same in English and in another language, because that is how the language says it. */
import type { LanguageCode } from '../../../src/web/locales/languages.ts';

export const SAME_ON_PURPOSE: Readonly<Record<Exclude<LanguageCode, 'en'>, ReadonlySet<string>>> = {
  cy: new Set([
    'authorize-app:filter.parameter._tag',
    'common:problem.error',
    'common:problem.inTitle',
    'medicines:difference.brand-differs',
    'questions:what.brand-differs',
  ]),
  ur: new Set([]),
  pl: new Set(['common:problem.error', 'common:problem.inTitle', 'start:title']),
};
