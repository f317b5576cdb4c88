/** How much and when, as each source wrote it; whether the instructions stand against each other; whether only when needed. Pure. */
import type { Dosage, MedicationStatement } from 'fhir/r4.js';
import { extensionsOf } from '../record/explain/reported-statuses.ts';
import type { Readers } from '../record/facts/readers.ts';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { R4Resource } from '../record/fhir/types.ts';
import { gather, type SaidBy, type Sources } from './said-by.ts';
import { writtenOn } from './written-on.ts';

export interface MedicineDoses {
  /** Each wording once, in the sources' words; empty where nobody says a dose. */
  readonly doses: readonly SaidBy[];
  /** They stand against each other or cannot be compared; otherwise several are the same in other words. */
  readonly dosesDiffer: boolean;
  /** Every instruction there is says "only when needed". */
  readonly isAsNeeded: boolean;
}

export function medicineDoses(
  unified: MedicationStatement & R4Resource,
  sources: Sources,
  reader: Readers['dosage'],
): MedicineDoses {
  const readings = dosagesByRecord(unified).map(({ ref, dosages }) => ({
    ref,
    dosages,
    reading: reader.read(dosages),
  }));
  const told = readings.flatMap(({ ref, dosages, reading }) => {
    const value = dosages.map(ownWords).some((text) => text !== '')
      ? [...new Set(dosages.map(ownWords).filter((text) => text !== ''))].join('; ')
      : (reading?.text ?? '');
    const record = sources.names.recordOf(ref)?.resource;
    return value === '' ? [] : [{ value, refs: [ref], date: record === undefined ? undefined : writtenOn(record) }];
  });
  const said = readings.filter(({ reading }) => reading !== undefined);
  return {
    doses: gather(told, sources),
    dosesDiffer: unified.dosage?.length === 1 && unified.dosage[0]?.text?.startsWith('sources differ: ') === true,
    isAsNeeded: said.length > 0 && said.every(({ reading }) => reading?.asNeeded === true),
  };
}

/** One record's entries belong together: "one in the morning" and "two at night" are one instruction. */
function dosagesByRecord(
  unified: R4Resource,
): readonly { readonly ref: string; readonly dosages: readonly Dosage[] }[] {
  const byRecord = new Map<string, Dosage[]>();
  for (const parts of extensionsOf(unified, EXTENSION.reportedDosage)) {
    const ref = parts.find((part) => part.url === 'source')?.valueReference?.reference ?? '';
    const dosage = parts.find((part) => part.url === 'dosage')?.valueDosage;
    if (dosage !== undefined) byRecord.set(ref, [...(byRecord.get(ref) ?? []), dosage]);
  }
  return [...byRecord].map(([ref, dosages]) => ({ ref, dosages }));
}

/** '' where the source wrote no words: then its parts are put in words. */
function ownWords({ text = '', patientInstruction = '' }: Dosage): string {
  const [whole, beside] = [text.trim(), patientInstruction.trim()];
  if (beside === '' || whole.toLowerCase().includes(beside.toLowerCase())) return whole;
  return whole === '' ? beside : `${whole} (${beside})`;
}
