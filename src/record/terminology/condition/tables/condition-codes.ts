/** Facts: single codes whose meaning is confirmed by code and display standing together. */

export interface CodeFact {
  /** Canonical URI of the code system. */
  readonly system: string;
  readonly code: string;
  readonly concept: string;
  /** `seen`: code and display together in published example records; `do`: the open Disease Ontology (CC0). */
  readonly by: 'seen' | 'do';
}

export const CONDITION_CODES: readonly CodeFact[] = [];
