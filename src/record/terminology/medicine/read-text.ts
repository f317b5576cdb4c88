/** Decides what one text says a medicine is: the ingredients only where every word of the name is understood. */
import type { Evidence } from '../../evidence.ts';
import type { DoseForm, Release } from '../medicine-reading.ts';
import type { WrittenStrength } from '../strength.ts';
import { nearIngredients } from './near-names.ts';
import { ingredientOfUnsaidEster } from './unsaid-ester.ts';
import { scanText, type Piece, type Scan } from './scan-text.ts';
import type { BrandFacts, Vocabulary } from './vocabulary.ts';

type Name = Piece & { readonly kind: 'name' };

export interface TextReading {
  /** `named`: certain; `possible`: a name but not the whole understood, or a near miss; `vague`; `unknown`; `empty`. */
  readonly status: 'named' | 'possible' | 'vague' | 'unknown' | 'empty';
  /** In the order of the words. */
  readonly ingredients: readonly string[];
  readonly couldBe: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly brand: string | undefined;
  readonly brandFacts: readonly BrandFacts[];
  readonly salts: readonly string[];
  readonly form: DoseForm | undefined;
  readonly gastroResistant: boolean;
  readonly release: Release | undefined;
  readonly strengths: readonly WrittenStrength[];
  /** Numbers without a unit after the name ("30/500"). */
  readonly bare: readonly string[];
  /** Index of the name each strength follows; -1 where none. */
  readonly strengthOwners: readonly number[];
  readonly names: readonly Name[];
  /** A word that turns the name into something else stands in it ("Nurofen Cold & Flu"). */
  readonly alarm: boolean;
  /** RxNorm's volume before the name, of a container that is given whole (not of a pen or cartridge of many doses). */
  readonly containerMl: string | undefined;
}

const longestName = 2_000;

export function readText(text: string, vocabulary: Vocabulary): TextReading {
  // No name is this long: a letter pasted into the field names many things and is none of them.
  const scan = scanText(text.length > longestName ? '' : text, vocabulary);
  const pieces = meaningfulPieces(scan);
  const names = withUnsaidEster(pieces);
  const manyDoses = /\b(?:pen injector|cartridge)/i.test(text);
  const { containerMl, ...described } = readDetails(pieces, scan, names);
  const details = { ...described, containerMl: manyDoses ? undefined : containerMl };
  if (names.length === 0) return withoutName(scan, details, vocabulary);
  const ingredients = agreedIngredients(names);
  const everyIngredient = sorted(names.flatMap((name) => name.ingredients));
  const brands = [...new Set(names.flatMap((name) => name.brand?.key ?? []))];
  const evidence = [
    ...new Set(names.map((name): Evidence => `${name.brand === undefined ? 'name' : 'brand'} "${name.phrase}"`)),
  ].sort();
  const trusted = ingredients !== undefined && !hasDoubt(scan, names);
  return {
    ...details,
    status: trusted ? 'named' : 'possible',
    ingredients: trusted ? ingredients : [],
    couldBe: trusted ? [] : everyIngredient,
    evidence,
    brand: brands.length === 1 ? brands[0] : undefined,
    brandFacts: names.flatMap((name) => name.brand?.facts ?? []),
    names,
  };
}

/** The names; one without its ester ("fluticasone 50 micrograms nasal spray") counts where the product tells which it is. */
function withUnsaidEster(pieces: readonly Piece[]): readonly Name[] {
  const names = pieces.filter((piece) => piece.kind === 'name');
  const vague = pieces.find((piece) => piece.kind === 'vague');
  if (names.length > 0 || vague === undefined) return names;
  const strengths = pieces.flatMap((piece) => (piece.kind === 'strengths' ? piece.strengths : []));
  const key = ingredientOfUnsaidEster(vague.word, bestForm(pieces), strengths);
  return key === undefined ? [] : [{ kind: 'name', ingredients: [key], phrase: vague.word, brand: undefined }];
}

/**
 * The pieces to read: those outside brackets, and those of a bracket that names something ("[Lasix]") or holds only
 * known words ("(ER)"). A bracket of unknown words is a company or a remark, and its "Dr" or "SA" means nothing.
 */
function meaningfulPieces({ main, groups }: Scan): readonly Piece[] {
  const mainNames = main.some((piece) => piece.kind === 'name');
  const mainUnknown = main.some((piece) => piece.kind === 'unknown' || piece.kind === 'alarm');
  const used = groups.filter((group) => {
    if (group.some((piece) => piece.kind === 'name')) return mainNames || !mainUnknown;
    return !group.some((piece) => piece.kind === 'unknown');
  });
  return [...main, ...used.flat()];
}

/** Details: dose form, release, amounts, salts, whatever the names turn out to be. */
function readDetails(pieces: readonly Piece[], { main }: Scan, names: readonly Name[]) {
  const strengths: WrittenStrength[] = [];
  const strengthOwners: number[] = [];
  const bare: string[] = [];
  const salts = names.flatMap((name) => name.phrase.split(' '));
  let release: Release | undefined;
  let gastroResistant = false;
  let named = -1;
  let diluted = false;
  // "(65 mg iron)", "(2 mg/3 mL)": amounts in brackets explain those outside; they count where there are no others.
  const counted = main.some((piece) => piece.kind === 'strengths' && piece.strengths.length > 0)
    ? new Set(main)
    : undefined;
  for (const piece of pieces) {
    if (piece.kind === 'diluent') diluted = true;
    else if (piece.kind === 'name') named += 1;
    else if (piece.kind === 'strengths') {
      if (diluted || (counted !== undefined && !counted.has(piece))) continue;
      strengths.push(...piece.strengths);
      strengthOwners.push(...piece.strengths.map(() => named));
      if (bare.length === 0) bare.push(...piece.bare);
    } else if (piece.kind === 'salt' || (piece.kind === 'vague' && piece.isSalt)) salts.push(piece.word);
    else if (piece.kind === 'form' || piece.kind === 'release') {
      release = moreExact(release, piece.release);
      gastroResistant ||= piece.gastroResistant;
    }
  }
  const form = bestForm(pieces);
  const alarm = pieces.some((piece) => piece.kind === 'alarm');
  return {
    strengths,
    strengthOwners,
    bare,
    salts,
    form,
    gastroResistant,
    release,
    names: [...names],
    brandFacts: [],
    alarm,
    containerMl: main.find((piece) => piece.kind === 'volume')?.ml,
  };
}

/** "24 HR … Extended Release": the hours say more than "modified". */
function moreExact(known: Release | undefined, said: Release | undefined): Release | undefined {
  if (known === undefined) return said;
  return known === 'modified' && said !== undefined && said !== 'immediate' ? said : known;
}

const formRank: Readonly<Partial<Record<DoseForm, number>>> = {
  inhaler: 1,
  topical: 1,
  other: 1,
  tablet: 2,
  capsule: 2,
  caplet: 2,
  'oral-liquid': 2,
  cream: 2,
  ointment: 2,
  gel: 2,
  lotion: 2,
};

/** The most telling form: "nasal" before "suspension", "dispersible" before "tablet"; the first of equals. */
function bestForm(pieces: readonly Piece[]): DoseForm | undefined {
  let best: DoseForm | undefined;
  for (const piece of pieces) {
    if (piece.kind !== 'form') continue;
    if (best === undefined || (formRank[piece.form] ?? 3) > (formRank[best] ?? 3)) best = piece.form;
  }
  return best;
}

/**
 * The ingredients the names agree on: plain names add up to a combination; a brand must hold all the plain names, and
 * several brands the same ingredients. Undefined where they contradict each other ("cisplatin (Taxol)").
 */
function agreedIngredients(names: readonly Name[]): readonly string[] | undefined {
  const brands = names.filter((name) => name.brand !== undefined);
  const plain = [...new Set(names.filter((name) => name.brand === undefined).flatMap((name) => name.ingredients))];
  const first = brands[0];
  if (first === undefined) return plain;
  if (plain.length === 0 && brands.length > 1) {
    const union = [...new Set(brands.flatMap((brand) => brand.ingredients))];
    return brands.every((brand) => brand.ingredients.length === union.length) ? first.ingredients : undefined;
  }
  if (brands.some((brand) => sorted(brand.ingredients).join() !== sorted(first.ingredients).join())) return undefined;
  return plain.every((key) => first.ingredients.includes(key)) ? first.ingredients : undefined;
}

/**
 * Doubt: a word that turns the name into something else anywhere, or one not understood where the name stands. After
 * amount and form only companies and remarks follow, unless the word is joined on ("… / foo").
 */
function hasDoubt({ main, groups, groupsAt }: Scan, names: readonly Name[]): boolean {
  if ([main, ...groups].flat().some((piece) => piece.kind === 'alarm')) return true;
  const lastName = main.findLastIndex((piece) => piece.kind === 'name');
  const form = main.findIndex((piece, index) => index > lastName && piece.kind === 'form');
  const amount = main.findIndex((piece, index) => index > lastName && piece.kind === 'strengths');
  const bracket = groups.findIndex(
    (group, index) => (groupsAt[index] ?? 0) > lastName && group.some((piece) => piece.kind === 'strengths'),
  );
  const afterBracket = groupsAt[bracket] ?? main.length;
  const end = form >= 0 ? form : amount >= 0 ? amount : afterBracket;
  return main.some((piece, index) => {
    if (piece.kind === 'unknown') return index < end || piece.joined;
    // "Insulin" beside "Lantus" adds nothing; beside "metformin" it may be a second medicine.
    if (piece.kind !== 'vague' || piece.isSalt) return false;
    return !names.some((name) => name.ingredients.some((key) => piece.couldBe.includes(key)));
  });
}

function withoutName(scan: Scan, details: ReturnType<typeof readDetails>, vocabulary: Vocabulary): TextReading {
  const everything = [scan.main, ...scan.groups].flat();
  const unknown = everything.filter((piece) => piece.kind === 'unknown');
  const vague = everything.flatMap((piece) =>
    piece.kind === 'vague' || piece.kind === 'form' ? (piece.couldBe ?? []) : [],
  );
  const near = unknown.flatMap((piece) => nearIngredients(piece.word, vocabulary));
  const alarm = everything.some((piece) => piece.kind === 'alarm');
  // "Foobrand (paracetamol)" may be paracetamol; "Local mixture (paracetamol …)" is a recipe.
  const inGroups = alarm ? [] : scan.groups.flat().flatMap((piece) => (piece.kind === 'name' ? piece.ingredients : []));
  const couldBe = sorted([...vague, ...near, ...inGroups]);
  const status =
    near.length > 0 || inGroups.length > 0
      ? 'possible'
      : vague.length > 0
        ? 'vague'
        : unknown.length > 0 || alarm
          ? 'unknown'
          : 'empty';
  const evidence = unknown
    .filter((piece) => nearIngredients(piece.word, vocabulary).length > 0)
    .map((piece): Evidence => `"${piece.word}" is one edit away from a known name`);
  return { ...details, status, ingredients: [], couldBe, evidence, brand: undefined };
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort();
}
