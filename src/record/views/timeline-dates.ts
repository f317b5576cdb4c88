/**
 * Which dates one record gives of the medicine or condition it tells of. The dates of an order are its own: when it was written,
 * and how long its supply lasts; a plan's are those of the therapy. Pure.
 */
import { daySpan, type DaySpan } from '../facts/day-span.ts';
import type { R4Resource } from '../fhir/types.ts';

export interface MemberDates {
  /** When it began or was first taken. */
  readonly from: DaySpan | undefined;
  readonly to: DaySpan | undefined;
  /** When the record was made. */
  readonly written: DaySpan | undefined;
}

export function memberDates(resource: R4Resource): MemberDates {
  switch (resource.resourceType) {
    case 'Condition':
      return {
        from: daySpan(resource.onsetDateTime ?? resource.onsetPeriod?.start),
        to: daySpan(resource.abatementDateTime ?? resource.abatementPeriod?.end ?? resource.onsetPeriod?.end),
        written: daySpan(resource.recordedDate),
      };
    case 'MedicationStatement':
      return {
        from: daySpan(resource.effectivePeriod?.start ?? resource.effectiveDateTime),
        to: daySpan(resource.effectivePeriod?.end),
        written: daySpan(resource.dateAsserted),
      };
    case 'MedicationRequest':
      return {
        from: resource.intent === 'plan' ? daySpan(resource.dispenseRequest?.validityPeriod?.start) : undefined,
        to: undefined,
        written: daySpan(resource.authoredOn),
      };
    case 'MedicationAdministration':
      return {
        from: daySpan(resource.effectivePeriod?.start ?? resource.effectiveDateTime),
        to: undefined,
        written: undefined,
      };
    case 'MedicationDispense':
      return { from: undefined, to: undefined, written: daySpan(resource.whenHandedOver ?? resource.whenPrepared) };
    default:
      return { from: undefined, to: undefined, written: undefined };
  }
}
