/** Decides how much one administration is, from a written instruction whose frequency and times have been taken out. */
import type { DosageReading } from '../dosage-reading.ts';
import { multiply, toDecimalText, toFraction } from './exact-decimal.ts';
import { DOSE_UNITS, EACH, SPOON_ML } from './tables/dose-units.ts';

export type DoseAmount = NonNullable<DosageReading['perDose']>;

export interface FoundDose {
  readonly dose: DoseAmount | undefined;
  /** Two different amounts stand in the words. */
  readonly conflicting: boolean;
}

const KEY_OF = new Map(DOSE_UNITS.flatMap(({ key, words }) => words.map((word) => [word, key] as const)));
const COUNTED = new Set(DOSE_UNITS.filter(({ kind }) => kind === 'counted').map(({ key }) => key));
const plainWords = (kinds: readonly string[]): string =>
  DOSE_UNITS.filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ words }) => words)
    .filter((word) => /^[a-z][a-z ]*$/.test(word) && word !== EACH && word !== 'ea')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|');

const NUMBER = String.raw`(\d{1,7}(?:\.\d{1,6})?)`;
const RANGE = String.raw`${NUMBER}(?: ?(?:-|to|or) ?${NUMBER})?`;
const ITEM = plainWords(['counted']);
const MEASURE = plainWords(['mass', 'volume', 'other']);
const SPOONS = Object.keys(SPOON_ML)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** "2 x 5 ml spoon" = 10 mL. */
const SPOONFULS = new RegExp(String.raw`\b${NUMBER} ?x? ?${NUMBER} ?ml (?:medicine )?(?:spoon|measure)\w{0,8}`, 'g');
const NAMED_SPOONS = new RegExp(String.raw`\b${RANGE} ?(${SPOONS})s?\b`, 'g');
/** "one 40 mg tablet", "2 x 500mg capsules": the count is the dose, the strength the product's. */
const ITEMS_OF = new RegExp(String.raw`\b${RANGE} (?:x )?\d{1,6}(?:\.\d{1,6})? ?(?:${MEASURE})s? ?(${ITEM})s?\b`, 'g');
const PRODUCT = new RegExp(String.raw`\b${NUMBER} ?x ?${NUMBER} ?(${MEASURE})s?\b`, 'g');
const ITEMS = new RegExp(
  String.raw`\b${RANGE} ?(?:x )?(?:metered |full )?(${ITEM})s?\b(?: ?(?:of|=) \d{1,6}(?:\.\d{1,6})? ?(?:${MEASURE})s?\b)?`,
  'g',
);
const MEASURED = new RegExp(String.raw`\b${RANGE} ?(${MEASURE})s?\b(?! ?/)(?: (?:${ITEM})s?\b)?`, 'g');
const BARE = new RegExp(
  String.raw`(?:^|[|;.] ?|\b(?:take|takes|taking|use|give|inhale|insert|instil|swallow|chew|suck|dissolve|place|inject|have|puff) )${RANGE}(?! ?[\d%/])(?=$|[ ,.;|])|\b${RANGE} (?:to be|may be|is to be)\b`,
  'g',
);
/** Roman numerals as prescribers write them, at the start only: elsewhere "i" and "iv" are other things. */
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iiii: '4' };

function amount(low: string, high: string | undefined, unit: string): DoseAmount {
  const equal = high !== undefined && low === high;
  return { value: low, high: equal ? undefined : high, unit };
}

function product(a: string, b: string): string {
  const left = toFraction(a);
  const right = toFraction(b);
  return left === undefined || right === undefined ? b : toDecimalText(multiply(left, right));
}

/** `rest`: the instruction after the frequency and the times of day were taken out (a `|` where they stood). */
export function findDose(rest: string): FoundDose {
  const measured: DoseAmount[] = [];
  const counted: DoseAmount[] = [];
  const bare: DoseAmount[] = [];
  let left = rest.replace(/^(i{1,4})(?= |$)/, (numeral) => ROMAN[numeral] ?? numeral);
  const take = (pattern: RegExp, read: (groups: readonly (string | undefined)[]) => void): void => {
    left = left.replace(pattern, (...args: unknown[]) => {
      read(args.map((arg) => (typeof arg === 'string' ? arg : undefined)));
      return ' | ';
    });
  };
  take(SPOONFULS, ([, count, each]) => measured.push(amount(product(count ?? '', each ?? ''), undefined, 'mL')));
  take(NAMED_SPOONS, ([, low, high, spoon]) => {
    const each = SPOON_ML[spoon ?? ''] ?? '';
    measured.push(amount(product(low ?? '', each), high === undefined ? undefined : product(high, each), 'mL'));
  });
  take(ITEMS_OF, ([, low, high, item]) => counted.push(amount(low ?? '', high, KEY_OF.get(item ?? '') ?? EACH)));
  take(PRODUCT, ([, count, each, unit]) => {
    measured.push(amount(product(count ?? '', each ?? ''), undefined, KEY_OF.get(unit ?? '') ?? ''));
  });
  take(ITEMS, ([, low, high, item]) => counted.push(amount(low ?? '', high, KEY_OF.get(item ?? '') ?? EACH)));
  take(MEASURED, ([, low, high, unit]) => measured.push(amount(low ?? '', high, KEY_OF.get(unit ?? '') ?? '')));
  take(BARE, ([, low, high, low2, high2]) => bare.push(amount(low ?? low2 ?? '', high ?? high2, EACH)));
  return decide(distinct(measured), distinct(counted), distinct(bare));
}

function distinct(amounts: readonly DoseAmount[]): readonly DoseAmount[] {
  return amounts.filter(
    (one, at) => amounts.findIndex((o) => o.value === one.value && o.high === one.high && o.unit === one.unit) === at,
  );
}

/** A count says the dose even where a strength stands beside it; a bare number may repeat a count, not contradict it. */
function decide(
  measured: readonly DoseAmount[],
  counted: readonly DoseAmount[],
  bare: readonly DoseAmount[],
): FoundDose {
  if (measured.length > 1 || counted.length > 1 || bare.length > 1) return { dose: undefined, conflicting: true };
  const [count] = counted;
  const [plain] = bare;
  if (count !== undefined && plain !== undefined && (count.value !== plain.value || count.high !== plain.high))
    return { dose: undefined, conflicting: true };
  if (count === undefined && plain !== undefined && measured.length > 0) return { dose: plain, conflicting: false };
  return { dose: count ?? measured[0] ?? plain, conflicting: false };
}

/** Canonical unit key for a Quantity's unit or code; the lower-case word itself where it is not known. */
export function unitKey(unit: string | undefined, code: string | undefined): string {
  for (const word of [unit, code]) {
    if (word === undefined) continue;
    const plain = word.toLowerCase().trim();
    const known =
      KEY_OF.get(plain) ?? KEY_OF.get(plain.replace(/s$/, '')) ?? KEY_OF.get(plain.split(/ ?[-(] ?/)[0] ?? '');
    if (known !== undefined) return known;
  }
  return unit?.toLowerCase() ?? code?.toLowerCase() ?? EACH;
}

export function isCounted(unit: string): boolean {
  return COUNTED.has(unit);
}
