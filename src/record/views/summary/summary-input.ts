/** What a summary is made from: the record as this viewer may have it. No clock: the time comes with it (law L3). */
import type { OperationOutcome } from 'fhir/r4.js';
import type { SourceCompleteness } from '../../completeness.ts';
import type { R4Resource } from '../../fhir/types.ts';
import type { ReconciledRecord } from '../../reconciled-record.ts';
import type { IpsVersion } from './ips-version.ts';

export interface SummaryInput {
  /** Reconciled from what this viewer may see (law L10). */
  readonly record: ReconciledRecord;
  /** A resource as this viewer may read it; undefined where it may not be read. */
  readonly read: (reference: string) => R4Resource | undefined;
  /** Whether every record of the type may be read. */
  readonly mayRead: (type: string) => boolean;
  /** How each source stands, as far as this viewer may know. */
  readonly completeness: readonly SourceCompleteness[];
  /** What else is told of the record's completeness, likewise. */
  readonly outcome: OperationOutcome;
  readonly version: IpsVersion;
  /** Of the FHIR server, for `fullUrl`; no slash at the end. */
  readonly baseUrl: string;
  /** ISO instant of what the summary tells; undefined where nothing in the record has a date. */
  readonly asOf: string | undefined;
}
