/** Which medicines a passport lists and what it says of each: regular or as needed, differences, how the person takes it. Pure. */
import type { Dosage, MedicationStatement } from 'fhir/r4.js';
import { EXTENSION } from '../../record/fhir/canonical.ts';
import { itemKey } from '../../record/decide/decision.ts';
import type { UnifiedRecord } from '../../record/reconciled-record.ts';
import { createDosageReader } from '../../record/terminology/dosage/create-dosage-reader.ts';
import type { OwnTaking, PersonEntry } from '../../ports/person-entries.ts';
import { conceptText, type RecordRow } from '../record-rows.ts';
import { sourceWords, type RecordContext, type Said } from './source-words.ts';

export interface PassportMedicine {
  readonly name: string;
  /** Each source's words where one name would pick a winner; otherwise empty. */
  readonly names: readonly Said[];
  /** As the sources write them; several that do not differ are taken together. */
  readonly doses: readonly Said[];
  readonly dosesDiffer: boolean;
  /** As needed by every dose that is told. */
  readonly isAsNeeded: boolean;
  readonly reasons: readonly string[];
  /** Codes, where the sources do not all say `active`; otherwise empty. */
  readonly statuses: readonly Said[];
  readonly saidBy: readonly string[];
  /** Others on the record that may be the same medicine. */
  readonly mayBe: readonly string[];
  readonly taking: readonly Pick<OwnTaking, 'how' | 'reason'>[];
}

export interface MedicinesContext extends RecordContext {
  readonly unified: readonly UnifiedRecord[];
  readonly entries: readonly PersonEntry[];
}

export function passportMedicines(rows: readonly RecordRow[], context: MedicinesContext): readonly PassportMedicine[] {
  const takings = takingsByRecord(context);
  return rows.map((row) => {
    const statement = context.byReference.get(row.reference) as MedicationStatement | undefined;
    return {
      name: row.what,
      names: sourceWords(row, context),
      doses: row.doses.map(({ value, sources }) => ({ text: value, by: sources })),
      dosesDiffer: row.dosesDiffer,
      isAsNeeded: isAsNeeded(statement),
      reasons: (statement?.reasonCode ?? []).map(conceptText),
      statuses: openStatuses(row),
      saidBy: row.statedBy,
      mayBe: context.related.get(row.reference) ?? [],
      taking: takings.get(row.reference) ?? [],
    };
  });
}

/** None where every source says that it is current. */
export function openStatuses({ statuses }: Pick<RecordRow, 'statuses'>): readonly Said[] {
  if (statuses.every(({ value }) => value === 'active')) return [];
  return statuses.map(({ value, sources }) => ({ text: value, by: sources }));
}

/** Where one says as needed and another does not, it stays among the regular ones, with both doses beside it (law L9). */
function isAsNeeded(statement: MedicationStatement | undefined): boolean {
  const reader = createDosageReader();
  const reported = (statement?.extension ?? [])
    .filter(({ url }) => url === EXTENSION.reportedDosage)
    .flatMap(({ extension }) => extension?.find(({ url }) => url === 'dosage')?.valueDosage ?? []);
  const dosages: readonly Dosage[] = reported.length > 0 ? reported : (statement?.dosage ?? []);
  return dosages.length > 0 && dosages.every((dosage) => reader.read([dosage])?.asNeeded === true);
}

/** What the person said of an item holds for every record that has it among its members, whatever was split or joined. */
function takingsByRecord({ unified, entries }: MedicinesContext): ReadonlyMap<string, readonly OwnTaking[]> {
  const held = entries.flatMap(({ content, withdrawnAt }) =>
    content.kind === 'taking' && withdrawnAt === undefined ? [content] : [],
  );
  const byItem = new Map<string, readonly OwnTaking[]>();
  for (const taking of held) {
    for (const item of taking.about) byItem.set(itemKey(item), [...(byItem.get(itemKey(item)) ?? []), taking]);
  }
  return new Map(
    unified.map(({ resource, members }) => {
      const keys = members.flatMap(({ source, originalId, resource: item, received }) => {
        const reference = itemKey({ reference: `${item.resourceType}/${item.id}` });
        if (originalId === undefined) return [reference];
        const { resourceType } = received.json as { readonly resourceType?: unknown };
        const types = [item.resourceType, typeof resourceType === 'string' ? resourceType : item.resourceType];
        return [reference, ...types.map((type) => itemKey({ source, resourceType: type, originalId }))];
      });
      const takings = new Set(keys.flatMap((key) => byItem.get(key) ?? []));
      return [`${resource.resourceType}/${resource.id}`, [...takings]];
    }),
  );
}
