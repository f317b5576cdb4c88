/** Values of FHIR elements for a page: a source's own text, a day, or a key of the catalogue with its places. Pure. */
import type { CodeableConcept, Observation, ObservationComponent, Period, Quantity, Range, Ratio } from 'fhir/r4.js';
import { conceptText } from '../../record/explain/record-names.ts';
import { decimalText } from '../../record/fhir/json.ts';

export type Said =
  | { readonly sort: 'text'; readonly text: string }
  | { readonly sort: 'day'; readonly text: string }
  /** `key` of `other:value`; places are text of the source. */
  | { readonly sort: 'key'; readonly key: string; readonly values: Readonly<Record<string, string>> };

export function said(text: string | undefined): Said | undefined {
  return text === undefined || text === '' ? undefined : { sort: 'text', text };
}

export function saidDay(text: string | undefined): Said | undefined {
  return text === undefined ? undefined : { sort: 'day', text };
}

export function quantityText(quantity: Quantity | undefined): string | undefined {
  const value = decimalText(quantity?.value);
  if (quantity === undefined || value === undefined) return undefined;
  const { comparator = '', unit, code } = quantity;
  const unitText = readable(unit ?? code);
  const digits = `${comparator}${shortened(value)}`;
  return unitText === undefined || unitText === '1'
    ? digits
    : unitText === '%'
      ? `${digits}%`
      : `${digits} ${unitText}`;
}

/** Codes of UCUM stand for units where a source gives no better: `mm[Hg]`, `{score}`. */
function readable(unit: string | undefined): string | undefined {
  return unit?.replaceAll(/[[\]{}]/g, '').replaceAll('_', ' ');
}

/** Digits beyond use stand in the record as sent: 0.12345678 reads as ≈ 0.123. */
function shortened(digits: string): string {
  if (!/\.\d{5,40}$/.test(digits)) return digits;
  const value = Number(digits);
  return `≈ ${Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(2)}`;
}

export function rangeSaid(range: Range | undefined): Said | undefined {
  const [low, high] = [quantityText(range?.low), quantityText(range?.high)];
  if (low !== undefined && high !== undefined) return key('range', { low, high });
  if (low !== undefined) return key('orMore', { low });
  return high === undefined ? undefined : key('upTo', { high });
}

export function ratioSaid(ratio: Ratio | undefined): Said | undefined {
  const [top, bottom] = [quantityText(ratio?.numerator), quantityText(ratio?.denominator)];
  return top === undefined ? undefined : said(`${top} / ${bottom ?? '1'}`);
}

export function periodSaid(period: Period | undefined): Said | undefined {
  const { start, end } = period ?? {};
  if (start === undefined) return end === undefined ? undefined : { sort: 'day', text: end };
  return { sort: 'day', text: start };
}

type Valued = Pick<Observation, keyof Observation & `value${string}`> &
  Pick<Observation | ObservationComponent, 'dataAbsentReason'>;

/** The value of an Observation or of a part of one; undefined where it has none. */
export function valueSaid(of: Valued): Said | undefined {
  return (
    said(quantityText(of.valueQuantity)) ??
    said(conceptText(of.valueCodeableConcept)) ??
    said(of.valueString) ??
    (of.valueBoolean === undefined ? undefined : key(of.valueBoolean ? 'yes' : 'no')) ??
    said(decimalText(of.valueInteger)) ??
    rangeSaid(of.valueRange) ??
    ratioSaid(of.valueRatio) ??
    said(of.valueTime) ??
    saidDay(of.valueDateTime) ??
    periodSaid(of.valuePeriod) ??
    said(of.valueSampledData?.data) ??
    absent(of.dataAbsentReason)
  );
}

function absent(reason: CodeableConcept | undefined): Said | undefined {
  const why = conceptText(reason);
  return why === undefined ? undefined : key('notGiven', { why });
}

function key(name: string, values: Readonly<Record<string, string>> = {}): Said {
  return { sort: 'key', key: name, values };
}
