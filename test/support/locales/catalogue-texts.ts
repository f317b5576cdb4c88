/** The catalogues as flat lists, for tests that go through every text. */
import { loadCatalogues, type Catalogue } from '../../../src/web/locales/load-catalogues.ts';
import type { LanguageCode } from '../../../src/web/locales/languages.ts';

export interface CatalogueText {
  readonly namespace: string;
  /** `<namespace>:<path>`, with the ending of a plural. */
  readonly key: string;
  /** The key as pages use it. */
  readonly base: string;
  /** CLDR's name of the plural; undefined where there is one form only. */
  readonly plural: string | undefined;
  readonly text: string;
}

const PLURAL = /^(.+)_(zero|one|two|few|many|other)$/;

const ALL = loadCatalogues();

export function textsOf(language: LanguageCode): readonly CatalogueText[] {
  return Object.entries(ALL[language] ?? {}).flatMap(([namespace, catalogue]) =>
    flatten(catalogue).map(([path, text]) => {
      const key = `${namespace}:${path}`;
      const [, base = key, plural] = PLURAL.exec(key) ?? [];
      return { namespace, key, base, plural, text };
    }),
  );
}

/** `{{places}}` of a text, sorted. */
export function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
}

function flatten(catalogue: Catalogue, before = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${before}${name}`, value] as const] : flatten(value, `${before}${name}.`),
  );
}
