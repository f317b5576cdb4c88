/** Compares a number or quantity parameter with a value (FHIR R4, 3.1.1.5.2, 3.1.1.5.11): `[prefix]5.40|system|code`. */
import { decimalText } from '../fhir/json.ts';
import { splitEscaped, unescape } from './escaped.ts';
import { matchesDate, splitPrefix, type Prefix, type Span } from './match-date.ts';
import { SearchFault } from './search-fault.ts';

export interface QuantityCriterion {
  readonly prefix: Prefix;
  /** What the digits given may mean: 5.4 is from 5.35 up to 5.45. */
  readonly span: Span;
  readonly number: number;
  readonly system: string | undefined;
  /** Code or, where no system is given, unit. */
  readonly unit: string | undefined;
}

const NUMBER = /^[+-]?\d{1,30}(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** @throws SearchFault */
export function parseQuantityCriterion(text: string, parameter: string): QuantityCriterion {
  const [first = '', system = '', code = '', ...rest] = splitEscaped(text, '|').map(unescape);
  const { prefix, rest: digits } = splitPrefix(first) ?? {};
  const [matched, decimals = '', exponent = '0'] = NUMBER.exec(digits ?? '') ?? [];
  if (prefix === undefined || matched === undefined || rest.length > 0) {
    throw new SearchFault('value', `The parameter ${parameter} needs a number, or a number, system and code.`);
  }
  const number = Number(matched);
  const half = 0.5 * 10 ** (Number(exponent) - decimals.length);
  return {
    prefix,
    number,
    span: { start: number - half, end: number + half },
    system: system === '' ? undefined : system,
    unit: code === '' ? undefined : code,
  };
}

/** `value`: a number, Quantity, Money or Range. */
export function matchesQuantity(value: unknown, criterion: QuantityCriterion): boolean {
  const span = spanOf(value);
  if (span === undefined || !hasUnit(value, criterion)) return false;
  const isPoint = span.start === span.end;
  // Other than equality, a comparison is with the number itself (R4, 3.1.1.5.2).
  const exact = { start: criterion.number, end: criterion.number };
  if (criterion.prefix === 'eq' || criterion.prefix === 'ne') return matchesDate(span, criterion);
  if (isPoint && (criterion.prefix === 'sa' || criterion.prefix === 'eb')) {
    return criterion.prefix === 'sa' ? span.start > criterion.number : span.end < criterion.number;
  }
  return matchesDate(span, { prefix: criterion.prefix, span: exact });
}

function spanOf(value: unknown): Span | undefined {
  const text = decimalText(value);
  if (text !== undefined) return { start: Number(text), end: Number(text) };
  if (typeof value !== 'object' || value === null) return undefined;
  if ('value' in value) return spanOf(value.value);
  const low = 'low' in value ? spanOf(value.low) : undefined;
  const high = 'high' in value ? spanOf(value.high) : undefined;
  if (low === undefined && high === undefined) return undefined;
  return { start: low?.start ?? -Infinity, end: high?.end ?? Infinity };
}

function hasUnit(value: unknown, { system, unit }: QuantityCriterion): boolean {
  if (system === undefined && unit === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const member = (name: string) => (value as Readonly<Record<string, unknown>>)[name];
  // Money has its currency as code.
  const codes = [member('code'), member('currency'), ...(system === undefined ? [member('unit')] : [])];
  return (system === undefined || member('system') === system) && (unit === undefined || codes.includes(unit));
}
