/** When a source last wrote of a medicine: how fresh "active" is, where nobody says since when (law L6: old is not ended). */
import type { MedicationStatement } from 'fhir/r4.js';
import { dayWords } from '../../explain/day-words.ts';
import type { R4Resource } from '../../fhir/types.ts';
import type { SummaryContext } from './summary-context.ts';

/** The newest day among the records it rests on that the viewer may read; undefined where none has one. */
export function lastEntry(context: SummaryContext, { derivedFrom = [] }: MedicationStatement): string | undefined {
  const days = derivedFrom.flatMap(({ reference }) => {
    const record = reference === undefined ? undefined : context.input.read(reference);
    const date = record === undefined ? undefined : writtenOn(record);
    return date === undefined ? [] : [dayWords(date)];
  });
  return days.sort().at(-1);
}

function writtenOn(record: R4Resource): string | undefined {
  switch (record.resourceType) {
    case 'MedicationRequest':
      return record.authoredOn;
    case 'MedicationDispense':
      return record.whenHandedOver ?? record.whenPrepared;
    case 'MedicationStatement':
      return record.dateAsserted ?? record.effectiveDateTime ?? record.effectivePeriod?.start;
    case 'MedicationAdministration':
      return record.effectiveDateTime ?? record.effectivePeriod?.start;
    default:
      return undefined;
  }
}
