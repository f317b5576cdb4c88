/** Decides what each piece of a medicine's words is: name, form, release, salt, amount, or not understood. */
import type { DoseForm, Release } from '../medicine-reading.ts';
import { isAmountUnit, isDenominator, type WrittenStrength } from '../strength.ts';
import { tokenise, type Token } from './lexer.ts';
import { readStrengthAt } from './read-strength.ts';
import { joiningWords } from './tables/words.ts';
import type { BrandFacts, Meaning, Vocabulary } from './vocabulary.ts';

export type Piece =
  | {
      readonly kind: 'name';
      readonly ingredients: readonly string[];
      readonly phrase: string;
      readonly brand: { readonly key: string; readonly facts: BrandFacts } | undefined;
    }
  | {
      readonly kind: 'form';
      /** What the word alone could mean ("inhaler"). */
      readonly couldBe?: readonly string[];
      readonly form: DoseForm;
      readonly gastroResistant: boolean;
      readonly release: Release | undefined;
    }
  | { readonly kind: 'release'; readonly release: Release | undefined; readonly gastroResistant: boolean }
  | { readonly kind: 'salt'; readonly word: string }
  | { readonly kind: 'strengths'; readonly strengths: readonly WrittenStrength[]; readonly bare: readonly string[] }
  /** A volume before the name: "0.4 ML adalimumab 100 MG/ML". */
  | { readonly kind: 'volume'; readonly ml: string }
  /** The fluid a medicine is given in; what follows is its strength, not the medicine's. */
  | { readonly kind: 'diluent' }
  | { readonly kind: 'vague'; readonly couldBe: readonly string[]; readonly isSalt: boolean; readonly word: string }
  | { readonly kind: 'alarm'; readonly word: string }
  | { readonly kind: 'unknown'; readonly word: string; readonly joined: boolean };

/** The pieces outside brackets, and those of each bracket. */
export interface Scan {
  readonly main: readonly Piece[];
  readonly groups: readonly (readonly Piece[])[];
  /** For each bracket how many pieces of `main` stand before it. */
  readonly groupsAt: readonly number[];
}

const diluents: ReadonlySet<string> = new Set(['sodium chloride', 'glucose', 'water for injections', 'sodium lactate']);
const joiners: ReadonlySet<string> = new Set(joiningWords.split(' '));

export function scanText(text: string, vocabulary: Vocabulary): Scan {
  const tokens = tokenise(text);
  const main: Piece[] = [];
  const groups: Piece[][] = [];
  const groupsAt: number[] = [];
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
      else {
        open.push((groups[groups.length] = []));
        groupsAt.push(main.length);
      }
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
  return { main, groups, groupsAt };
}

interface Step {
  readonly pieces: readonly Piece[];
  readonly end: number;
}

function readPiece(tokens: readonly Token[], at: number, before: readonly Piece[], vocabulary: Vocabulary): Step {
  const token = tokens[at];
  const previous = tokens[at - 1];
  const place: Place = {
    word: token?.text ?? '',
    joined: previous !== undefined && joiners.has(previous.text),
    within: previous?.text === 'in',
    apart: token?.hyphen === true || previous?.text === ',',
    afterName: before.some((piece) => piece.kind === 'name'),
    afterSubstance: isSubstance(before.at(-1)),
  };
  if (token?.kind === 'number') {
    const run = readStrengthAt(tokens, at);
    if (run !== undefined && run.strengths.length > 0) return { pieces: [{ kind: 'strengths', ...run }], end: run.end };
    const phrase = vocabulary.phrases.longestAt(tokens, at);
    if (phrase !== undefined) return { pieces: fromMeanings(phrase.values, place), end: phrase.end };
    if (run !== undefined) return { pieces: [{ kind: 'strengths', ...run }], end: run.end };
    const next = tokens[at + 1];
    if (next?.text === 'ml' && !place.afterName) return { pieces: [{ kind: 'volume', ml: token.text }], end: at + 2 };
    return { pieces: [], end: next !== undefined && isDenominator(next.text) ? at + 2 : at + 1 };
  }
  // Numbers of marketing applications stand before some RxNorm names ("NDA020503 200 ACTUAT …").
  if (token?.kind !== 'word' || /^(?:nda|anda|bla)[0-9]+$/.test(token.text)) return { pieces: [], end: at + 1 };
  // "0.25 mg or 0.5 mg" is about amounts; "paracetamol or ibuprofen" is no one medicine.
  if (token.text === 'or' && tokens[at + 1]?.kind === 'number') return { pieces: [], end: at + 1 };
  const phrase = vocabulary.phrases.longestAt(tokens, at);
  if (phrase !== undefined) return { pieces: fromMeanings(phrase.values, place), end: phrase.end };
  if (isBiologicSuffix(token, before.at(-1))) return { pieces: [], end: at + 1 };
  // A unit alone ("mg tablets") says nothing; a letter alone ("Claritin D") may say a lot.
  const unit = token.text.length > 1 && (isAmountUnit(token.text) || isDenominator(token.text));
  if (unit || joiners.has(token.text)) return { pieces: [], end: at + 1 };
  return { pieces: [{ kind: 'unknown', word: token.text, joined: place.joined }], end: at + 1 };
}

/** "Infliximab-dyyb": the four letters after a biological name tell makers apart (FDA, Nonproprietary Naming, 2017). */
function isBiologicSuffix(token: Token, before: Piece | undefined): boolean {
  return token.hyphen && token.text.length === 4 && before?.kind === 'name' && biological.test(before.phrase);
}

const biological = /(?:mab|cept|stim|glargine|aspart|lispro|alfa|tropin|ase|beta|kinra)$/;

/** Where a phrase stands, which decides what it means. */
interface Place {
  readonly word: string;
  /** After "/", "+", "and": what follows is another substance. */
  readonly joined: boolean;
  /** After "in". */
  readonly within: boolean;
  /** After a hyphen or comma. */
  readonly apart: boolean;
  readonly afterName: boolean;
  /** Directly after a name or its salt. */
  readonly afterSubstance: boolean;
}

function vagueness(meanings: readonly Meaning[]): readonly string[] {
  return meanings.flatMap((meaning) => (meaning.kind === 'vague' ? meaning.couldBe : []));
}

function isSubstance(piece: Piece | undefined): boolean {
  return (
    piece !== undefined && (piece.kind === 'name' || piece.kind === 'salt' || (piece.kind === 'vague' && piece.isSalt))
  );
}

/** One phrase may mean several things ("calcium" is a salt after a name, otherwise vague): the place decides. */
function fromMeanings(meanings: readonly Meaning[], place: Place): readonly Piece[] {
  const { word, joined } = place;
  const saltHere = place.afterName && !joined;
  const named =
    meanings.find((meaning) => meaning.kind === 'brand') ?? meanings.find((meaning) => meaning.kind === 'ingredient');
  if (named !== undefined) {
    // "Dexamethasone sodium phosphate" is a salt of one; "omeprazole-sodium bicarbonate" is two.
    if (named.kind === 'ingredient' && named.saltWords && place.afterSubstance && !joined && !place.apart) {
      return named.phrase.split(' ').map((salt) => ({ kind: 'salt', word: salt }));
    }
    const { ingredients, phrase } = named;
    if (place.within && place.afterName && ingredients.every((key) => diluents.has(key))) return [{ kind: 'diluent' }];
    return [
      {
        kind: 'name',
        ingredients,
        phrase,
        brand: named.kind === 'brand' ? { key: named.brand, facts: named.facts } : undefined,
      },
    ];
  }
  const isSalt = meanings.some((meaning) => meaning.kind === 'salt');
  for (const meaning of meanings) {
    if (meaning.kind === 'vague')
      return [{ kind: 'vague', couldBe: meaning.couldBe, isSalt: isSalt && saltHere, word }];
    if (meaning.kind === 'form') return [{ ...meaning, couldBe: vagueness(meanings) }];
    if (meaning.kind === 'release') return [meaning];
    if (meaning.kind === 'alarm') return [{ kind: 'alarm', word }];
  }
  if (!isSalt) return [];
  return [saltHere ? { kind: 'salt', word } : { kind: 'unknown', word, joined }];
}
