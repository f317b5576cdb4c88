/** How the sources of one medicine stand to each other, as people are told (requirement P3). Pure. */
import type { Medication, MedicationStatement } from 'fhir/r4.js';
import { isMedicationResource, medicationFact } from '../record/facts/medication-fact.ts';
import type { Readers } from '../record/facts/readers.ts';
import { EXTENSION } from '../record/fhir/canonical.ts';
import type { ReconciledRecord, UnifiedRecord } from '../record/reconciled-record.ts';
import type { MedicineDifference } from './medicine-differences.ts';
import type { MedicineDoses } from './medicine-doses.ts';

/** `cannot compare`: the name is not understood, or the doses are in words that cannot be set against each other. */
export type MedicineStanding = 'agrees' | 'differs' | 'may be the same' | 'only here' | 'cannot compare';

const STANDINGS: Readonly<Record<string, MedicineStanding>> = {
  same: 'agrees',
  'same-but-differs': 'differs',
  related: 'may be the same',
  'only-here': 'only here',
};

export function medicineStanding(record: ReconciledRecord, readers: Readers) {
  const medications = new Map(
    record.sourceRecords.flatMap(({ resource }) =>
      resource.resourceType === 'Medication' ? [[`Medication/${resource.id}`, resource as Medication] as const] : [],
    ),
  );
  const isSingle = new Set(record.sourceRecords.map(({ source }) => source)).size < 2;
  return (
    { resource, members }: UnifiedRecord,
    { dosesDiffer }: Pick<MedicineDoses, 'dosesDiffer'>,
    differences: readonly MedicineDifference[],
  ): MedicineStanding => {
    const { extension = [] } = resource as MedicationStatement;
    const level = extension.find(({ url }) => url === EXTENSION.matchLevel)?.valueCode ?? '';
    const standing = STANDINGS[level] ?? 'only here';
    if (standing === 'agrees') return dosesDiffer && differences.length === 0 ? 'cannot compare' : standing;
    // With one source alone there is nothing to compare with.
    if (standing !== 'only here' || isSingle) return standing;
    const isUnderstood = members.some(
      (member) =>
        !isMedicationResource(member) || medicationFact(member, medications, readers).reading.ingredients.length > 0,
    );
    return isUnderstood ? standing : 'cannot compare';
  };
}
