/** The day a record of any kind is about: when it happened, otherwise when it was written down. Pure. */
import { isJsonObject } from '../../record/fhir/types.ts';
import type { R4Resource } from '../../record/fhir/types.ts';

/** Elements of FHIR R4 resources, what happened before what was written down. A dot leads into a Period or a backbone element. */
const DATES: readonly string[] = [
  'effectiveDateTime',
  'effectivePeriod.start',
  'effectiveInstant',
  'effectivePeriod.end',
  'occurrenceDateTime',
  'occurrencePeriod.start',
  'performedDateTime',
  'performedPeriod.start',
  'performedPeriod.end',
  'onsetDateTime',
  'onsetPeriod.start',
  'period.start',
  'period.end',
  'start',
  'started',
  'startDate',
  'collection.collectedDateTime',
  'collection.collectedPeriod.start',
  'whenHandedOver',
  'whenPrepared',
  'servicedDate',
  'billablePeriod.start',
  'billablePeriod.end',
  'executionPeriod.start',
  'date',
  'dateTime',
  'authoredOn',
  'authored',
  'created',
  'createdDateTime',
  'issued',
  'recordedDate',
  'recorded',
  'dateAsserted',
  'dateWritten',
  'sent',
  'received',
  'statusDate',
  'context.period.start',
];

/** FHIR date, dateTime or instant; undefined where the record has none. */
export function itemDate(resource: R4Resource): string | undefined {
  for (const path of DATES) {
    const value = at(resource, path);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function at(resource: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), resource);
}
