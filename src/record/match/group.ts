/** One thing the sources speak of, and how things stand to each other, before it is put into FHIR. */
import type { Decision } from '../decide/decision.ts';
import type { Change, Fact, Join } from '../facts/fact.ts';

export interface Group<F extends Fact> {
  /** What the thing is, never its members: the ground of the unified id (design 4). */
  readonly identity: string;
  /** Sorted by reference. */
  readonly facts: readonly F[];
  /** Per source, what it says now: the records compared with other sources'. */
  readonly heads: ReadonlyMap<string, readonly F[]>;
  readonly joins: ReadonlyMap<string, Join>;
  readonly changes: readonly Change[];
  /** What the person decided about its members, the latest first. */
  readonly decisions?: readonly Decision[];
}

export type RelatedReason =
  | 'strength'
  | 'form'
  | 'release'
  | 'course'
  | 'combination'
  | 'side'
  | 'general-or-specific'
  | 'vague'
  | 'text-only'
  | 'class'
  | 'decision';

/** Things that may be one, shown side by side and never merged by the machine. Positions in the list of groups. */
export interface Relation {
  readonly code: 'possible-duplicate' | 'laterality-differs';
  readonly reason: RelatedReason;
  readonly groups: readonly number[];
}

export interface Matched<F extends Fact> {
  readonly groups: readonly Group<F>[];
  readonly relations: readonly Relation[];
}
