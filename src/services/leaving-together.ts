/** Which records of an item leave it together: a source links an order to its statement and supplies, so they are one. Pure. */
import type { Medication } from 'fhir/r4.js';
import { linkedFacts } from '../record/decide/linked-facts.ts';
import { refOf } from '../record/explain/record-names.ts';
import { isMedicationResource, medicationFact } from '../record/facts/medication-fact.ts';
import type { Readers } from '../record/facts/readers.ts';
import type { SourceRecord } from '../record/normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../record/reconciled-record.ts';

/** @returns the item's records in parts that can be told apart, each sorted by reference; one part: it cannot be split. */
export function leavingTogether(
  record: ReconciledRecord,
  { members }: UnifiedRecord,
  readers: Readers,
): readonly (readonly SourceRecord[])[] {
  const sorted = members.toSorted((a, b) => (refOf(a.resource) < refOf(b.resource) ? -1 : 1));
  const medicines = sorted.filter(isMedicationResource);
  const others = sorted.filter((member) => !isMedicationResource(member));
  if (medicines.length === 0) return others.map((member) => [member]);
  const products = new Map(
    record.sourceRecords.flatMap(({ resource }) =>
      resource.resourceType === 'Medication' ? [[refOf(resource), resource as Medication] as const] : [],
    ),
  );
  const facts = medicines.map((member) => medicationFact(member, products, readers));
  return [
    ...linkedFacts(facts).map((linked) => linked.map((fact) => fact.record)),
    ...others.map((member) => [member]),
  ];
}
