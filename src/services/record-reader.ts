/** What the surfaces (api, web, demo) ask for when they need a person's record. Implemented by `read-record.ts`. */
import type { AccessGrant } from '../access/access-grant.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import type { ReconciledRecord } from '../record/reconciled-record.ts';

/** `meta.versionId` and `meta.lastUpdated` of one emitted record, from the ledger (design 4). */
export interface Stamp {
  readonly versionId: string;
  readonly lastUpdated: string;
}

/** What is known of a record that was once given and is no more. */
export interface GoneRecord {
  /** ISO instant. */
  readonly at: string;
  /** The newest version there was. */
  readonly versionId: string;
  /** Unified records that now hold what it was made of, as `<Type>/<id>`, sorted. */
  readonly successors: readonly string[];
}

export interface RecordAnswer {
  readonly record: ReconciledRecord;
  readonly completeness: readonly SourceCompleteness[];
  /** By `<Type>/<id>`. */
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** By `<Type>/<id>`: what was once given under this view and is gone. */
  readonly gone: ReadonlyMap<string, GoneRecord>;
  /** Digest of inputs, rules' version and completeness: the ground of every ETag. */
  readonly digest: string;
}

export interface RecordReader {
  /**
   * The record as this grant may see it. Reads sources whose data is older than the freshness setting, side by side, under
   * one deadline; a failing source is told in `completeness` and never fails the call.
   * @throws GatewayError `not-found` for an unknown subject.
   */
  read(grant: AccessGrant): Promise<RecordAnswer>;
}
