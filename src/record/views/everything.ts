/** Which resources a view is made of (design 4: views `unified`, `source`, `all`). */
import type { Binary } from 'fhir/r4.js';
import { RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../fhir/canonical.ts';
import type { R4Resource } from '../fhir/types.ts';
import type { Quarantined } from '../normalise/source-record.ts';
import type { ReconciledRecord, View } from '../reconciled-record.ts';

/** Types that are shown unified: their source records belong to the views `source` and `all`. */
export const UNIFIED_TYPES: ReadonlySet<string> = new Set([
  'MedicationStatement',
  'MedicationRequest',
  'MedicationDispense',
  'MedicationAdministration',
  'Condition',
  'AllergyIntolerance',
]);

/** The resources of a view, the Patient first, without the OperationOutcome; every one has an id. */
export function everything(record: ReconciledRecord, view: View): readonly R4Resource[] {
  const source = record.sourceRecords.map((item) => item.resource);
  const quarantined = record.quarantined.map(quarantinedBinary);
  if (view === 'source') return [record.patient, ...source, ...quarantined];
  const computed = [
    record.device,
    ...record.unified.map((item) => item.resource),
    ...record.unified.flatMap((item): R4Resource[] => [item.linkage, item.provenance]),
    ...record.issues,
  ];
  if (view === 'all') return [record.patient, ...computed, ...source, ...quarantined];
  const passedThrough = source.filter(
    (item) => !UNIFIED_TYPES.has(item.resourceType) && item.resourceType !== 'Patient',
  );
  return [record.patient, ...computed, ...passedThrough];
}

/** What could not be normalised, as a Binary: valid FHIR for any content (law L8). */
export function quarantinedBinary(item: Quarantined): Binary & { id: string } {
  return {
    resourceType: 'Binary',
    id: item.id,
    meta: {
      tag: [
        { system: RECORD_KIND_SYSTEM, code: 'quarantined' },
        { system: SOURCE_NAME_SYSTEM, code: item.source },
      ],
    },
    contentType: 'text/plain; charset=utf-8',
    data: Buffer.from(item.text, 'utf8').toString('base64'),
  };
}
