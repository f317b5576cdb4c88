/**
 * The one sheet of all pages: the components of nhsuk-frontend in a house style of our own, then our own rules. This is not
 * an NHS service and must not look like one: neither its font (fetched from another host) nor its colours are taken over.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const LIBRARY_SHEET = 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css';

const FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",arial,sans-serif';

/** The library's blues, as greens of ours with at least their contrast on white. */
const COLOURS: Readonly<Record<string, string>> = {
  '#005eb8': '#0b5d4b',
  '#0055a6': '#0a5444',
  '#004b93': '#094a3c',
  '#004281': '#084135',
  '#003d78': '#073a30',
  '#003087': '#073a30',
  '#002f5c': '#052b24',
  '#337ec6': '#3f8372',
  '#c7dcef': '#c9e0da',
  '#ccdff1': '#cee2dd',
  '#d9e7f4': '#dbebe6',
};

/** Physical sides as logical ones, so that one sheet serves both directions of writing (CSS Logical Properties 1). */
const LOGICAL: readonly (readonly [RegExp, string])[] = [
  [/(?<=[{;])(margin|padding)-left(?=:)/g, '$1-inline-start'],
  [/(?<=[{;])(margin|padding)-right(?=:)/g, '$1-inline-end'],
  [/(?<=[{;])border-left(?=[:-])/g, 'border-inline-start'],
  [/(?<=[{;])border-right(?=[:-])/g, 'border-inline-end'],
  [/(?<=[{;])left(?=:)/g, 'inset-inline-start'],
  [/(?<=[{;])right(?=:)/g, 'inset-inline-end'],
  [/(?<=[{;])text-align:left/g, 'text-align:start'],
  [/(?<=[{;])text-align:right/g, 'text-align:end'],
  [/(?<=[{;])float:left/g, 'float:inline-start'],
  [/(?<=[{;])float:right/g, 'float:inline-end'],
];

/** Four sides in one, the physical order being top, right, bottom, left. */
const SIDE = String.raw`(calc\([^()]{1,100}\)|[\d.a-z%-]{1,20})`;
const FOUR_SIDES = new RegExp(`([{;])(margin|padding):${SIDE} ${SIDE} ${SIDE} ${SIDE}`, 'g');

/** @param ownRules CSS that comes after the library's. */
export function createStylesheet(ownRules: string): string {
  const library = readFileSync(createRequire(import.meta.url).resolve(LIBRARY_SHEET), 'utf8');
  const ours = withoutRulesThatFetch(library)
    .replaceAll('Frutiger W01,arial,sans-serif', FONT)
    .replaceAll(/#[0-9a-f]{6}/g, (colour) => COLOURS[colour] ?? colour);
  const sheet = ours.replaceAll(
    FOUR_SIDES,
    (sides, before: string, name: string, top: string, right: string, bottom: string, left: string) =>
      right === left ? sides : `${before}${name}-block:${top} ${bottom};${name}-inline:${left} ${right}`,
  );
  return `${LOGICAL.reduce((logicalSheet, [side, logical]) => logicalSheet.replaceAll(side, logical), sheet)}\n${ownRules}`;
}

/** Fonts and pictures of other places: neither is served here, and the browser's own do as well. */
function withoutRulesThatFetch(sheet: string): string {
  return sheet
    .split('}')
    .map((piece, index, pieces) => {
      const body = piece.lastIndexOf('{') + 1;
      // What stands before the rule opens the block that it is in (`@media … {`).
      const rule = piece.lastIndexOf('{', body - 2) + 1;
      if (body > 0 && piece.includes('url(', body)) return piece.slice(0, rule);
      return index === pieces.length - 1 ? piece : `${piece}}`;
    })
    .join('');
}
