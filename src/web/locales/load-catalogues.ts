/** Reads the catalogues beside this file: `<language>/<namespace>.json`, one namespace per page folder and `common`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from './languages.ts';

/** Text by key; keys may be nested. Plural forms end in `_one`, `_other` and so on. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** By language, then namespace. */
export type Catalogues = Readonly<Record<string, Record<string, Catalogue>>>;

export function loadCatalogues(): Catalogues {
  return Object.fromEntries(LANGUAGES.map(({ code }) => [code, namespaces(code)]));
}

function namespaces(code: string): Record<string, Catalogue> {
  const folder = fileURLToPath(new URL(`${code}/`, import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Catalogue,
    ]),
  );
}
