/** What is not as it was between two pulls of one person's record. */

export type ChangeKind =
  | 'new'
  | 'stopped'
  | 'restarted'
  | 'status'
  | 'dose'
  | 'strength'
  | 'name'
  | 'disputed'
  | 'agreed'
  | 'joined'
  | 'split'
  | 'no-longer-returned';

export interface Change {
  readonly kind: ChangeKind;
  /** The thing as it is (or was) called; '' where it is about a source as a whole. */
  readonly about: string;
  readonly type: 'medicine' | 'condition' | 'allergy' | 'other';
  /** References of the unified records before and after; more than one where things were joined or split. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Who says so; undefined where it is no one source. */
  readonly source: string | undefined;
  /** Values before and after, as the source says them; for `disputed` and `agreed` the code of the discrepancy. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Plain words, safe for a terminal. */
  readonly words: string;
}
