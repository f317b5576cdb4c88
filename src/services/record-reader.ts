/** What the surfaces (api, web, demo) ask for when they need a person's record. Implemented by `read-record.ts`. */
import type { AccessGrant } from '../access/access-grant.ts';
import type { SourceCompleteness } from '../record/completeness.ts';
import type { ReconciledRecord } from '../record/reconciled-record.ts';

/** `meta.versionId` and `meta.lastUpdated` of one emitted record, from the ledger (design 4). */
export interface Stamp {
  readonly versionId: string;
  readonly lastUpdated: string;
}

export interface RecordAnswer {
  readonly record: ReconciledRecord;
  readonly completeness: readonly SourceCompleteness[];
  /** By `<Type>/<id>`. */
  readonly stamps: ReadonlyMap<string, Stamp>;
  /** References that were once given under this view and are gone, with when. */
  readonly gone: ReadonlyMap<string, string>;
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
