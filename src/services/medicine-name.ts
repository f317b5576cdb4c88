/** What a medicine is called: in a source's own words, and only by what all have in common where they name several products. Pure. */
import type { MedicationStatement } from 'fhir/r4.js';
import { conceptText, refOf, type RecordNames } from '../record/explain/record-names.ts';
import type { UnifiedRecord } from '../record/reconciled-record.ts';
import { gather, type SaidBy, type Sources } from './said-by.ts';
import { writtenOn } from './written-on.ts';

export interface MedicineName {
  /** Undefined where no source names it. */
  readonly name: string | undefined;
  /** Every wording and who uses it; empty where all use the name. */
  readonly names: readonly SaidBy[];
}

/** What unifying adds where it names no single thing, before the day of a title: the differences tell it in words of their own. */
const ADDED =
  /(?:, [a-z ]{4,40} not the same in every source| \((?:not named|severity or stage not) the same in every source\))(?=$| \()/;

export function withoutAdded(name: string): string {
  return name.replace(ADDED, '');
}

export interface NamedSources extends Sources {
  readonly names: RecordNames;
}

export function medicineName({ resource, members }: UnifiedRecord, sources: NamedSources): MedicineName {
  const names = gather(
    members.flatMap((member) => {
      const value = conceptText(sources.names.productOf(member.resource));
      if (value === undefined || value.trim() === '') return [];
      return [{ value, refs: [refOf(member.resource)], date: writtenOn(member.resource) }];
    }),
    sources,
  );
  if (names.length === 0) return { name: undefined, names };
  const unified = conceptText((resource as MedicationStatement).medicationCodeableConcept) ?? '';
  const name = withoutAdded(unified);
  const isAlone = names.length === 1 && names[0]?.value.toLowerCase() === name.toLowerCase();
  return { name, names: isAlone ? [] : names };
}
