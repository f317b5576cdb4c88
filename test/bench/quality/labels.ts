/** What a reader who understands the records would say of them: the labels every figure is counted against. */
import type { DifferenceCode } from '../../../src/record/compare/difference.ts';
import type { SourceInput } from '../../../src/record/source-input.ts';

/** `seen`: its words may be read while mending the rules; `held-out`: only scored. */
export type Part = 'seen' | 'held-out';
export type Kind = 'medicine' | 'condition' | 'allergy';

export interface LabelledRecord {
  /** `<source>/<id as the source gave it>`; ids are unique within a source. */
  readonly key: string;
  readonly source: string;
  readonly kind: Kind;
  /** The one thing it speaks of. */
  readonly entity: string;
  readonly part: Part;
  /** A coding with a display, not only text. */
  readonly coded: boolean;
  /** What a person reads in it. */
  readonly words: string;
  /** Code and display, where there are, as the exact baseline compares them. */
  readonly code: string | undefined;
  /** `unlinked`: kept, but in no unified record (entered in error, another person's). */
  readonly standing: 'asserted' | 'unlinked';
  /** It repeats another source's record; `either`: it belongs to one that does (a plan behind a marked statement). */
  readonly copy: 'yes' | 'no' | 'either';
  /** Entities it may as well be joined with: matching leaves it open. */
  readonly mayJoin: readonly string[];
}

export interface LabelledEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly part: Part;
  /** What it is there for: `plain`, or the name of the trap. */
  readonly trap: string;
}

/** `code` must be told about the entity (or one of two, for "none known" beside an allergy). */
export interface ExpectedDifference {
  readonly code: DifferenceCode;
  readonly entity: string;
}

export interface ExpectedRelation {
  readonly entities: readonly [string, string];
  readonly why: string;
}

export interface LabelledPerson {
  readonly id: string;
  readonly sources: readonly SourceInput[];
  readonly records: readonly LabelledRecord[];
  readonly entities: readonly LabelledEntity[];
  readonly differences: readonly ExpectedDifference[];
  /** Differences that matching neither asks for nor forbids. */
  readonly neutral: readonly ExpectedDifference[];
  readonly relations: readonly ExpectedRelation[];
}
