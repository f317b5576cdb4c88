/** Decides what a record's dosage instructions say in comparable terms; words win over structure: they are what a person reads. */
import type { Dosage } from 'fhir/r4.js';
import type { DosageReading } from '../dosage-reading.ts';
import { composeInstruction } from './compose-instruction.ts';
import { toFrequency } from './administration-frequency.ts';
import { readInstruction, type Instruction } from './read-instruction.ts';
import { readStructure } from './read-structure.ts';

export interface DosageReader {
  /** One reading of all entries of one record; undefined where there is no entry with anything in it. */
  read(dosages: readonly Dosage[]): DosageReading | undefined;
}

/** Entries; a long-lived process must not keep every instruction it ever saw. */
const REMEMBER_AT_MOST = 20_000;

/** The reader keeps what it read, keyed by content: records repeat the same few instructions. */
export function createDosageReader(): DosageReader {
  const memo = new Map<string, DosageReading | undefined>();
  return {
    read(dosages) {
      if (dosages.length === 0) return undefined;
      const key = onlyText(dosages) ?? JSON.stringify(dosages);
      const reading = memo.has(key) ? memo.get(key) : readAll(dosages);
      if (memo.size >= REMEMBER_AT_MOST) memo.clear();
      memo.set(key, reading);
      return reading;
    },
  };
}

/** The text of one entry that says nothing else, as most do; never one that could be taken for the JSON of a list. */
function onlyText([dosage, another]: readonly Dosage[]): string | undefined {
  if (dosage === undefined || another !== undefined) return undefined;
  for (const key in dosage) if (key !== 'text') return undefined;
  return dosage.text?.startsWith('[') === true ? undefined : dosage.text;
}

function readAll(dosages: readonly Dosage[]): DosageReading | undefined {
  const readings = dosages.flatMap((dosage) => readOne(dosage) ?? []);
  const [first, ...others] = readings;
  if (first === undefined || others.length === 0) return first;
  const text = [...new Set(readings.map((reading) => reading.text))].filter((words) => words !== '').join('; ');
  return { ...together(readings), text };
}

function readOne(dosage: Dosage): DosageReading | undefined {
  const written = [
    dosage.text,
    dosage.patientInstruction,
    dosage.additionalInstruction?.[0]?.text,
    dosage.additionalInstruction?.[0]?.coding?.[0]?.display,
  ].filter((words) => words !== undefined && words.trim() !== '');
  const [text] = written;
  const structure = readStructure(dosage);
  const words = text === undefined ? undefined : readInstruction(text);
  const beside =
    dosage.text === undefined || dosage.patientInstruction === undefined
      ? undefined
      : readInstruction(dosage.patientInstruction);
  const joined = join(
    join(words, structure),
    beside === undefined ? undefined : { ...NOTHING, when: beside.when, asNeeded: beside.asNeeded },
  );
  const shown = text ?? composeInstruction(structure);
  return shown === '' && JSON.stringify(joined) === JSON.stringify(NOTHING) ? undefined : { ...joined, text: shown };
}

const NOTHING: Instruction = {
  asNeeded: undefined,
  perDose: undefined,
  frequency: undefined,
  when: [],
  route: undefined,
  byScheme: false,
};

/** The first's parts, the second's where the first says nothing. A dose by scheme is not made comparable by structure. */
function join(first: Instruction | undefined, second: Instruction | undefined): Instruction {
  if (first === undefined || second === undefined) return first ?? second ?? NOTHING;
  const fixed = first.byScheme && (first.perDose !== undefined || second.perDose === undefined);
  return {
    asNeeded: first.asNeeded ?? second.asNeeded,
    perDose: first.byScheme ? first.perDose : (first.perDose ?? second.perDose),
    frequency: first.byScheme ? first.frequency : (first.frequency ?? second.frequency),
    when: first.when.length > 0 ? first.when : second.when,
    route: first.route ?? second.route,
    byScheme: first.byScheme || (second.byScheme && !fixed),
  };
}

/**
 * Several entries mean "all of them": one in the morning and one at night are two a day. Anything less plain is a
 * scheme, which cannot be compared.
 */
function together(readings: readonly DosageReading[]): Instruction {
  const [first] = readings;
  if (first === undefined) return NOTHING;
  const shared = <T>(of: (reading: DosageReading) => T): T | undefined => {
    const value = of(first);
    return readings.every((reading) => JSON.stringify(of(reading)) === JSON.stringify(value)) ? value : undefined;
  };
  const whole = {
    asNeeded: shared((reading) => reading.asNeeded),
    route: shared((reading) => reading.route),
    when: [...new Set(readings.flatMap((reading) => reading.when))].sort(),
  };
  const same = shared(({ perDose, frequency, when, byScheme }) => ({ perDose, frequency, when, byScheme }));
  if (same !== undefined) return { ...whole, ...same };
  const perDose = shared((reading) => reading.perDose);
  const slots = readings.flatMap((reading) => reading.when.filter((word) => !word.endsWith('food')));
  const onceEach = readings.every(
    ({ frequency, when }) =>
      frequency?.per === 'day' && frequency.times === '1' && when.some((word) => !word.endsWith('food')),
  );
  if (perDose === undefined || !onceEach || new Set(slots).size !== readings.length)
    return { ...whole, perDose: undefined, frequency: undefined, byScheme: true };
  return {
    ...whole,
    perDose,
    frequency: toFrequency({ times: String(readings.length), period: '1', unit: 'd' }),
    byScheme: false,
  };
}
