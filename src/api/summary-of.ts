/** The patient summary of a record as one viewer may read it (design 4; law L10). */
import { narrowCompleteness } from '../access/narrow-outcome.ts';
import { mayReadAll, type ReadRights } from '../access/read-rights.ts';
import { buildSummary } from '../record/views/summary/build-summary.ts';
import type { IpsVersion } from '../record/views/summary/ips-version.ts';
import type { RecordAnswer } from '../services/record-reader.ts';
import type { Bundle } from 'fhir/r4.js';
import { newest } from './fhir-request.ts';
import type { StampedRecord } from './stamped-record.ts';

export interface SummaryOf {
  readonly answer: RecordAnswer;
  readonly record: StampedRecord;
  readonly rights: ReadRights;
  readonly version: IpsVersion;
  readonly baseUrl: string;
}

export function summaryOf({ answer, record, rights, version, baseUrl }: SummaryOf): Bundle {
  return buildSummary({
    record: answer.record,
    read: (reference) => record.get(reference),
    mayRead: (type) => mayReadAll(rights, type),
    completeness: narrowCompleteness(answer.completeness, rights),
    outcome: record.outcome(),
    version,
    baseUrl,
    asOf: asOf(answer),
  });
}

/** What is told is as new as the last reading of any source, otherwise as the newest change; never the time of the request. */
export function asOf({ completeness, stamps }: RecordAnswer): string | undefined {
  return (
    newest(completeness.map(({ lastSuccess }) => lastSuccess)) ??
    newest([...stamps.values()].map(({ lastUpdated }) => lastUpdated))
  );
}
