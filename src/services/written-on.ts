/** When a source wrote one of its records, as far as the record tells: how fresh what it says is (law L6: old is not ended). Pure. */
import type { R4Resource } from '../record/fhir/types.ts';

/** FHIR date or instant; undefined where the record has none. */
export function writtenOn(resource: R4Resource): string | undefined {
  switch (resource.resourceType) {
    case 'MedicationRequest':
      return resource.authoredOn;
    case 'MedicationDispense':
      return resource.whenHandedOver ?? resource.whenPrepared;
    case 'MedicationStatement':
      return resource.dateAsserted ?? resource.effectiveDateTime ?? resource.effectivePeriod?.start;
    case 'MedicationAdministration':
      return resource.effectiveDateTime ?? resource.effectivePeriod?.start;
    case 'Condition':
      return resource.recordedDate ?? resource.onsetDateTime ?? resource.onsetPeriod?.start;
    case 'AllergyIntolerance':
      return resource.recordedDate ?? resource.onsetDateTime;
    default:
      return undefined;
  }
}
