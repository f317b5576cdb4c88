/** Decides which amounts a run of tokens states: "10-12.5 MG", "30mg/500mg", "250mg/5ml", "25micrograms/hour". */
import { isAmountUnit, isDenominator, type WrittenStrength } from '../strength.ts';
import type { Token } from './lexer.ts';

export interface StrengthRun {
  readonly strengths: readonly WrittenStrength[];
  /** Numbers in a row without any unit ("30/500"): meaningful only after a name that says what they are. */
  readonly bare: readonly string[];
  readonly end: number;
}

interface Amount {
  readonly value: string;
  unit: string | undefined;
  per: { readonly value: string; readonly unit: string } | undefined;
}

/** The strengths that start at `start`; undefined where the number there is none. */
export function readStrengthAt(tokens: readonly Token[], start: number): StrengthRun | undefined {
  const proportion = readProportion(tokens, start);
  if (proportion !== undefined) return proportion;
  const amounts: Amount[] = [];
  let next: number | undefined = start;
  let end = start;
  while (next !== undefined && tokens[next]?.kind === 'number') {
    const unit = readAmountUnit(tokens, next + 1);
    const list = nextAmount(tokens, unit?.end ?? next + 1);
    // "250mg/5": a number without a unit after one with, and nothing behind it, is no strength.
    if (unit === undefined && list === undefined && amounts.some((amount) => amount.unit !== undefined)) break;
    amounts.push({ value: scaled(tokens[next]?.text ?? '', unit?.scale), unit: unit?.unit, per: undefined });
    end = unit === undefined ? next + 1 : readUnitList(tokens, unit.end, amounts);
    const per = readDenominator(tokens, end);
    if (per !== undefined) {
      for (const amount of amounts) amount.per ??= per;
      end = per.end;
    }
    next = nextAmount(tokens, end);
  }
  return finish(amounts, end);
}

/** "0.1-20 mg-mcg": as many units as numbers, in their order. */
function readUnitList(tokens: readonly Token[], start: number, amounts: readonly Amount[]): number {
  const last = amounts.at(-1);
  const units = [last?.unit ?? ''];
  let at = start;
  for (let token = tokens[at]; token?.kind === 'word' && token.hyphen && isAmountUnit(token.text); token = tokens[at]) {
    units.push(token.text);
    at += 1;
  }
  if (units.length > 1 && units.length === amounts.length) {
    amounts.forEach((amount, index) => (amount.unit = units[index]));
  }
  return at;
}

function finish(amounts: readonly Amount[], end: number): StrengthRun | undefined {
  const units = amounts.map((amount) => amount.unit);
  if (!units.some((unit) => unit !== undefined)) {
    return amounts.length < 2 ? undefined : { strengths: [], bare: amounts.map(({ value }) => value), end };
  }
  const strengths = amounts.map(({ value, per }, index) => ({
    value,
    // "30/500mg": a number without a unit has that of the next one that says it.
    unit: units.slice(index).find((unit) => unit !== undefined) ?? units.findLast((unit) => unit !== undefined) ?? '',
    per: per === undefined ? undefined : { value: per.value, unit: per.unit },
  }));
  return { strengths, bare: [], end };
}

/** "1 in 1000", "1:10,000": grams in millilitres. */
function readProportion(tokens: readonly Token[], start: number): StrengthRun | undefined {
  const [one, sign, many] = [tokens[start], tokens[start + 1], tokens[start + 2]];
  if (one?.kind !== 'number' || many?.kind !== 'number' || (sign?.text !== 'in' && sign?.text !== ':'))
    return undefined;
  if (Number(many.text) < 100) return undefined;
  return {
    strengths: [{ value: one.text, unit: 'g', per: { value: many.text, unit: 'ml' } }],
    bare: [],
    end: start + 3,
  };
}

/** A unit after a number, with "million" or "thousand" before it, or "international units". */
function readAmountUnit(
  tokens: readonly Token[],
  start: number,
): { readonly unit: string; readonly scale: number; readonly end: number } | undefined {
  let at = start;
  let scale = 1;
  const word = tokens[at]?.text;
  if (word === 'million' || word === 'mega' || word === 'thousand') {
    scale = word === 'thousand' ? 1_000 : 1_000_000;
    at += 1;
  }
  if (tokens[at]?.text === 'international' || tokens[at]?.text === 'intl' || tokens[at]?.text === 'usp') at += 1;
  const unit = tokens[at];
  if (unit === undefined || !isAmountUnit(unit.text)) return undefined;
  return { unit: unit.text, scale, end: at + 1 };
}

function scaled(value: string, scale: number | undefined): string {
  if (scale === undefined || scale === 1) return value;
  const [whole = '', part = ''] = value.split('.');
  const zeros = String(scale).length - 1;
  return `${whole}${part.padEnd(zeros, '0').slice(0, zeros)}${part.length > zeros ? `.${part.slice(zeros)}` : ''}`;
}

/** "/5ml", "per 24 HR", "/ACTUAT", "/h". An amount after the slash ("/500mg") is no denominator. */
function readDenominator(
  tokens: readonly Token[],
  start: number,
): { readonly value: string; readonly unit: string; readonly end: number } | undefined {
  const sign = tokens[start]?.text;
  if (sign !== '/' && sign !== 'per' && sign !== 'in') return undefined;
  const [first, second] = [tokens[start + 1], tokens[start + 2]];
  if (first?.kind === 'word' && isDenominator(first.text)) return { value: '1', unit: first.text, end: start + 2 };
  if (first?.kind !== 'number' || second === undefined || !isDenominator(second.text)) return undefined;
  if (isAmountUnit(second.text) && Number(first.text) !== 1) return undefined;
  return { value: first.text, unit: second.text, end: start + 3 };
}

/** Where the next amount of a list begins: after "/", or after a hyphen. */
function nextAmount(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind === 'number' && token.hyphen) return at;
  if (token?.text === '/' && tokens[at + 1]?.kind === 'number') return at + 1;
  return undefined;
}
