/** Decides the route of administration from an instruction's words or from Dosage.route. */
import type { CodedText } from '../coded-text.ts';
import { DOSE_ROUTES } from './tables/dose-routes.ts';

const KEY_OF = new Map(DOSE_ROUTES.flatMap(({ key, words }) => words.map((word) => [word, key] as const)));
const KEY_OF_CODE = new Map(DOSE_ROUTES.flatMap(({ key, snomed }) => snomed.map((code) => [code, key] as const)));
const escaped = [...KEY_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.()/]/g, String.raw`\$&`));
const ROUTE = new RegExp(String.raw`(?:^|[^a-z/])(${escaped.join('|')})(?![a-z])`);

/** Canonical key ("oral", "inhaled", …); undefined where no word for a route stands in the text. */
export function routeInWords(words: string): string | undefined {
  const found = ROUTE.exec(words.toLowerCase())?.[1];
  return found === undefined ? undefined : KEY_OF.get(found);
}

/** Text and displays first: they are what a person reads; then codes seen beside such displays. */
export function routeOf(route: CodedText | undefined): string | undefined {
  if (route === undefined) return undefined;
  const codings = route.coding ?? [];
  for (const words of [route.text, ...codings.map(({ display }) => display)]) {
    const key = words === undefined ? undefined : routeInWords(words);
    if (key !== undefined) return key;
  }
  for (const { code } of codings) {
    const key = code === undefined ? undefined : KEY_OF_CODE.get(code);
    if (key !== undefined) return key;
  }
  return undefined;
}
