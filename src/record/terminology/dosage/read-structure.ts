/** Decides what the structured part of a FHIR R4 Dosage says (Dosage.timing, doseAndRate, asNeeded[x], route). */
import type { Dosage } from 'fhir/r4.js';
import { toFrequency, type AdministrationFrequency } from './administration-frequency.ts';
import { dayTimesOf } from './find-day-times.ts';
import { unitKey, type DoseAmount } from './find-dose.ts';
import { routeOf } from './find-route.ts';
import { readInstruction, type Instruction } from './read-instruction.ts';
import { EVENT_TIMING } from './tables/day-times.ts';
import { TIMING_CODES } from './tables/frequency-words.ts';

export function readStructure(dosage: Dosage): Instruction {
  const repeat = dosage.timing?.repeat;
  const events = (repeat?.when ?? []).flatMap((code) => EVENT_TIMING[code] ?? []);
  const times = dayTimesOf(events, repeat?.timeOfDay ?? []);
  const coded = timingCode(dosage);
  return {
    asNeeded: dosage.asNeededCodeableConcept !== undefined ? true : dosage.asNeededBoolean,
    perDose: amountOf(dosage),
    frequency:
      repeated(repeat) ??
      coded.frequency ??
      (times.perDay === 0 ? undefined : toFrequency({ times: String(times.perDay), period: '1', unit: 'd' })),
    when: times.when.length > 0 ? times.when : coded.when,
    route: routeOf(dosage.route),
    byScheme: false,
  };
}

type Repeat = NonNullable<NonNullable<Dosage['timing']>['repeat']>;

function repeated(repeat: Repeat | undefined): AdministrationFrequency | undefined {
  if (repeat?.period === undefined || repeat.periodUnit === undefined) return undefined;
  const days = repeat.dayOfWeek?.length ?? 0;
  const text = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
  const frequency = toFrequency({
    times: String(repeat.frequency ?? 1),
    timesMax: text(repeat.frequencyMax),
    period: String(repeat.period),
    periodMax: text(repeat.periodMax),
    unit: repeat.periodUnit,
  });
  if (days === 0 || frequency === undefined) return frequency;
  // "Four times a day, on Mondays" fits no single frequency; once a day on n days is n a week.
  return frequency.times === '1' && (frequency.per === 'day' || days === 1)
    ? toFrequency({ times: String(days), period: '1', unit: 'wk' })
    : undefined;
}

function timingCode(dosage: Dosage): Pick<Instruction, 'frequency' | 'when'> {
  const code = dosage.timing?.code;
  for (const coding of code?.coding ?? []) {
    const known = TIMING_CODES[coding.code?.toUpperCase() ?? ''];
    if (known !== undefined) return { frequency: toFrequency(known), when: [] };
  }
  const words = code?.text ?? code?.coding?.[0]?.display;
  if (words === undefined) return { frequency: undefined, when: [] };
  const { frequency, when } = readInstruction(words);
  return { frequency, when };
}

function amountOf(dosage: Dosage): DoseAmount | undefined {
  const given = dosage.doseAndRate ?? [];
  if (given.length !== 1) return undefined;
  const [only] = given;
  const { doseQuantity, doseRange } = only ?? {};
  if (doseQuantity?.value !== undefined)
    return { value: String(doseQuantity.value), high: undefined, unit: unitKey(doseQuantity.unit, doseQuantity.code) };
  const { low, high } = doseRange ?? {};
  if (low?.value === undefined && high?.value === undefined) return undefined;
  const quantity = low ?? high;
  return {
    value: String(low?.value ?? high?.value),
    high:
      low?.value === undefined || high?.value === undefined || low.value === high.value
        ? undefined
        : String(high.value),
    unit: unitKey(quantity?.unit, quantity?.code),
  };
}
