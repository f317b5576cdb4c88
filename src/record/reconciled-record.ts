/** What comes out of the reconciler: one person's record, computed and never stored as truth (law L2). */
import type { DetectedIssue, Linkage, OperationOutcome, Patient, Provenance } from 'fhir/r4.js';
import type { R4Resource } from './fhir/types.ts';
import type { Quarantined, SourceRecord } from './normalise/source-record.ts';

/** One thing (a therapy, a condition, an allergy) as all sources together tell it. */
export interface UnifiedRecord {
  readonly resource: R4Resource;
  /** Sorted by id. */
  readonly members: readonly SourceRecord[];
  readonly linkage: Linkage & { id: string };
  readonly provenance: Provenance & { id: string };
}

export interface ReconciledRecord {
  /** The gateway's own Patient. */
  readonly patient: Patient & { id: string };
  /** Every item of every source as normalised R4, sorted by reference. */
  readonly sourceRecords: readonly SourceRecord[];
  readonly quarantined: readonly Quarantined[];
  readonly unified: readonly UnifiedRecord[];
  readonly issues: readonly (DetectedIssue & { id: string })[];
  /** The gateway itself, author of Linkage and agent of Provenance. */
  readonly device: R4Resource;
  /** Completeness, quarantine and losses in machine-readable form (laws L7, L8). */
  readonly outcome: OperationOutcome & { id: string };
}

/** What a bundle is made of (design 4): `unified` is the default. */
export type View = 'unified' | 'source' | 'all';
