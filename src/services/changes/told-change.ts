/** What changed, ready to be put into words of any language: codes and the sources' own texts, no sentences. */
import type { ChangeKind } from '../../record/changes/change.ts';

/** One thing that is not as it was in what the sources say. */
export interface ToldChange {
  readonly kind: ChangeKind;
  readonly type: 'medicine' | 'condition' | 'allergy' | 'other';
  /** As the sources call it; empty where it is about a source as a whole. */
  readonly names: readonly string[];
  /** Names of the sources that say so. */
  readonly sources: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** `from` and `to` are codes of a status or of a discrepancy. */
  readonly isCode: boolean;
  /** `<Type>/<id>` of the unified record as it is now; undefined where there is none. */
  readonly reference: string | undefined;
}

/** A source that gave something for the first time: what is in it is not news. */
export interface NewSource {
  readonly source: string;
  readonly count: number;
  readonly names: readonly string[];
}

/** Things of kinds that are not reconciled: how many came. */
export interface NewItems {
  readonly source: string;
  /** FHIR type as received. */
  readonly resourceType: string;
  readonly count: number;
}

export interface SourceChanges {
  readonly changes: readonly ToldChange[];
  readonly newSources: readonly NewSource[];
  readonly newItems: readonly NewItems[];
}
