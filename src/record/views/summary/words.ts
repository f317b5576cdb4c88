/** Values of FHIR elements as a clinician reads them. */
import type { CodeableConcept, Dosage, HumanName, Observation, Period, Quantity, Range, Ratio } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import { conceptText } from '../../explain/record-names.ts';
import { decimalText } from '../../fhir/json.ts';

export function conceptWords(concept: CodeableConcept | undefined): string | undefined {
  return conceptText(concept);
}

export function quantityWords(quantity: Quantity | undefined): string | undefined {
  const value = decimalText(quantity?.value);
  if (quantity === undefined || value === undefined) return undefined;
  const { comparator = '', unit, code } = quantity;
  const unitWords = unit ?? code;
  return `${comparator}${value}${unitWords === undefined ? '' : ` ${unitWords}`}`;
}

/** A measured value as a person reads it: digits beyond use are left to the entry. */
export function measuredWords(quantity: Quantity | undefined): string | undefined {
  const exact = quantityWords(quantity);
  const digits = decimalText(quantity?.value);
  if (exact === undefined || digits === undefined || !/\.\d{5,}$/.test(digits)) return exact;
  const value = Number(digits);
  return `about ${exact.replace(digits, Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(2))}`;
}

export function periodWords(period: Period | undefined): string | undefined {
  if (period?.start === undefined) return period?.end === undefined ? undefined : `until ${dayWords(period.end)}`;
  const start = dayWords(period.start);
  const end = period.end === undefined ? start : dayWords(period.end);
  return start === end ? start : `${start} to ${end}`;
}

export function nameWords(name: HumanName | undefined): string | undefined {
  if (name === undefined) return undefined;
  const parts = [...(name.prefix ?? []), ...(name.given ?? []), name.family].filter(Boolean);
  return name.text ?? (parts.length === 0 ? undefined : parts.join(' '));
}

/** The instruction as its source wrote it; where it wrote none, what the structure says. */
export function dosageWords({ text, asNeededBoolean, timing, doseAndRate, route, patientInstruction }: Dosage): string {
  if (text !== undefined) return text;
  const repeat = timing?.repeat;
  const dose = doseAndRate?.flatMap(
    ({ doseQuantity, doseRange }) => quantityWords(doseQuantity) ?? rangeWords(doseRange) ?? [],
  );
  const often =
    conceptWords(timing?.code) ??
    (repeat?.frequency === undefined
      ? undefined
      : `${repeat.frequency} time${repeat.frequency === 1 ? '' : 's'} per ${decimalText(repeat.period) ?? '1'} ${repeat.periodUnit ?? ''}`);
  const parts = [
    ...(dose ?? []),
    often,
    ...(repeat?.when ?? []),
    conceptWords(route),
    asNeededBoolean === true ? 'when needed' : undefined,
    patientInstruction,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

type Valued = Pick<
  Observation,
  | 'valueQuantity'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueRange'
  | 'valueRatio'
  | 'valueTime'
  | 'valueDateTime'
  | 'valuePeriod'
  | 'dataAbsentReason'
>;

/** The value of an Observation or a component; undefined where it has none. */
export function valueWords(of: Valued): string | undefined {
  return (
    measuredWords(of.valueQuantity) ??
    conceptWords(of.valueCodeableConcept) ??
    of.valueString ??
    (of.valueBoolean === undefined ? undefined : of.valueBoolean ? 'yes' : 'no') ??
    decimalText(of.valueInteger) ??
    rangeWords(of.valueRange) ??
    ratioWords(of.valueRatio) ??
    of.valueTime ??
    (of.valueDateTime === undefined ? undefined : dayWords(of.valueDateTime)) ??
    periodWords(of.valuePeriod) ??
    (of.dataAbsentReason === undefined ? undefined : `not given: ${conceptWords(of.dataAbsentReason) ?? 'no reason'}`)
  );
}

function rangeWords(range: Range | undefined): string | undefined {
  const [low, high] = [measuredWords(range?.low), measuredWords(range?.high)];
  if (low === undefined && high === undefined) return undefined;
  return high === undefined ? `${low ?? ''} or more` : low === undefined ? `up to ${high}` : `${low} to ${high}`;
}

function ratioWords(ratio: Ratio | undefined): string | undefined {
  const [top, bottom] = [quantityWords(ratio?.numerator), quantityWords(ratio?.denominator)];
  return top === undefined ? undefined : `${top} per ${bottom ?? '1'}`;
}
