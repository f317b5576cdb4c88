/** Decides what each piece of a medicine's words is: name, form, release, salt, amount, or not understood. */
import type { DoseForm, Release } from '../medicine-reading.ts';
import { isAmountUnit, isPerUnit, type WrittenStrength } from '../strength.ts';
import { tokenise, type Token } from './lexer.ts';
import { readStrengthAt } from './read-strength.ts';
import { joiningWords } from './tables/words.ts';
import type { BrandFacts, Meaning, Vocabulary } from './vocabulary.ts';

export type Piece =
  | {
      readonly kind: 'name';
      readonly ingredients: readonly string[];
      readonly phrase: string;
      readonly brand: BrandFacts | undefined;
    }
  | {
      readonly kind: 'form';
      readonly form: DoseForm;
      readonly gastroResistant: boolean;
      readonly release: Release | undefined;
    }
  | { readonly kind: 'release'; readonly release: Release | undefined; readonly gastroResistant: boolean }
  | { readonly kind: 'salt'; readonly word: string }
  | { readonly kind: 'strengths'; readonly strengths: readonly WrittenStrength[]; readonly bare: readonly string[] }
  | { readonly kind: 'vague'; readonly couldBe: readonly string[]; readonly isSalt: boolean; readonly word: string }
  | { readonly kind: 'alarm'; readonly word: string }
  | { readonly kind: 'unknown'; readonly word: string; readonly joined: boolean };

/** The pieces outside brackets, and those of each bracket. */
export interface Scan {
  readonly main: readonly Piece[];
  readonly groups: readonly (readonly Piece[])[];
}

const joiners: ReadonlySet<string> = new Set(joiningWords.split(' '));

export function scanText(text: string, vocabulary: Vocabulary): Scan {
  const tokens = tokenise(text);
  const main: Piece[] = [];
  const groups: Piece[][] = [];
  const open: Piece[][] = [];
  let braces = 0;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const target = open.at(-1) ?? main;
    if (token.text === '{' || token.text === '}') {
      braces += token.text === '{' ? 1 : -1;
      at += 1;
    } else if (token.text === '(' || token.text === '[') {
      // Inside the braces of a pack, round brackets hold the content itself.
      if (braces > 0 && token.text === '(') open.push(target);
      else open.push((groups[groups.length] = []));
      at += 1;
    } else if (token.text === ')' || token.text === ']') {
      open.pop();
      at += 1;
    } else {
      const step = readPiece(tokens, at, target, vocabulary);
      target.push(...step.pieces);
      at = step.end;
    }
  }
  return { main, groups };
}

interface Step {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

function readPiece(tokens: readonly Token[], at: number, before: readonly Piece[], vocabulary: Vocabulary): Step {
  const token = tokens[at];
  if (token?.kind === 'number') {
    const run = readStrengthAt(tokens, at);
    if (run !== undefined && run.strengths.length > 0) return { pieces: [{ kind: 'strengths', ...run }], end: run.end };
    const phrase = vocabulary.phrases.longestAt(tokens, at);
    if (phrase !== undefined) return fromMeanings(phrase.values, phrase.end, token.text, before);
    if (run !== undefined) return { pieces: [{ kind: 'strengths', ...run }], end: run.end };
    const next = tokens[at + 1];
    return { pieces: [], end: next !== undefined && isPerUnit(next.text) ? at + 2 : at + 1 };
  }
  // Numbers of marketing applications stand before some RxNorm names ("NDA020503 200 ACTUAT …").
  if (token?.kind !== 'word' || /^(?:nda|anda|bla)[0-9]+$/.test(token.text)) return { pieces: [], end: at + 1 };
  const phrase = vocabulary.phrases.longestAt(tokens, at);
  if (phrase !== undefined) return fromMeanings(phrase.values, phrase.end, token.text, before);
  if (isAmountUnit(token.text) || isPerUnit(token.text) || joiners.has(token.text)) return { pieces: [], end: at + 1 };
  const previous = tokens[at - 1];
  const joined = previous !== undefined && joiners.has(previous.text);
  return { pieces: [{ kind: 'unknown', word: token.text, joined }], end: at + 1 };
}

/** One phrase may mean several things ("calcium" is a salt after a name, otherwise vague): the place decides. */
function fromMeanings(meanings: readonly Meaning[], end: number, word: string, before: readonly Piece[]): Step {
  const afterName = before.some((piece) => piece.kind === 'name');
  const isSalt = meanings.some((meaning) => meaning.kind === 'salt');
  const name = meanings.find((meaning) => meaning.kind === 'ingredient' || meaning.kind === 'brand');
  if (name !== undefined) {
    const brand = meanings.find((meaning) => meaning.kind === 'brand');
    const chosen = brand ?? name;
    const piece: Piece = {
      kind: 'name',
      ingredients: chosen.ingredients,
      phrase: chosen.phrase,
      brand: chosen.kind === 'brand' ? chosen.facts : undefined,
    };
    return { pieces: [piece], end };
  }
  for (const meaning of meanings) {
    if (meaning.kind === 'vague') {
      return { pieces: [{ kind: 'vague', couldBe: meaning.couldBe, isSalt: isSalt && afterName, word }], end };
    }
    if (meaning.kind === 'form') return { pieces: [meaning], end };
    if (meaning.kind === 'release') return { pieces: [meaning], end };
    if (meaning.kind === 'alarm') return { pieces: [{ kind: 'alarm', word }], end };
  }
  return { pieces: isSalt ? [{ kind: 'salt', word }] : [], end };
}
