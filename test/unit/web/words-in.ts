/** The pages' own words in one language, as the pages say them. */
import { loadCatalogues } from '../../../src/web/locales/load-catalogues.ts';
import type { LanguageCode } from '../../../src/web/locales/languages.ts';
import { createAllWords, type Words } from '../../../src/web/locales/words.ts';

const ALL = createAllWords(loadCatalogues(), 'Europe/London');

export function wordsIn(code: LanguageCode): Words {
  const words = ALL.get(code);
  if (words === undefined) throw new Error(`no words in ${code}`);
  return words;
}
