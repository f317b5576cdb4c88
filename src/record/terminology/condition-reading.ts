/** What a condition's codes and words say it is. */
import type { Evidence } from '../evidence.ts';
import type { Certainty } from './coded-text.ts';

export type Laterality = 'left' | 'right' | 'bilateral';

/** Whether the words assert the condition in this person, now. Anything but `asserted` is a thing of its own. */
export type ConditionContext =
  'asserted' | 'family-history' | 'negated' | 'at-risk' | 'screening' | 'history-of' | 'suspected';

export interface ConditionReading {
  readonly words: string;
  /** Concept key of the built-in vocabulary (e.g. `type-2-diabetes`); undefined when not understood. */
  readonly concept: string | undefined;
  readonly certainty: Certainty;
  /** Broader concepts (`diabetes`), nearest first: general against specific is related, never merged. */
  readonly broader: readonly string[];
  /** Concepts it could be, for vague or misspelt words; sorted. */
  readonly couldBe: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly laterality: Laterality | undefined;
  /** True where the concept has sides (knee osteoarthritis) so that an unsaid side matters. */
  readonly hasSides: boolean;
  /** Stage as written in canonical form ("3a", "stage 2"). */
  readonly stage: string | undefined;
  readonly severity: 'mild' | 'moderate' | 'severe' | undefined;
  /** `chronic`: one entity whatever the onset; `episodic`: episodes by date. Unknown concepts: undefined. */
  readonly course: 'chronic' | 'episodic' | undefined;
  readonly context: ConditionContext;
  /** `problem`: a diagnosis or disorder; `other`: social, administrative, procedure-like or finding of no disease. */
  readonly sort: 'diagnosis' | 'other';
  readonly disagreement: { readonly code: string; readonly text: string } | undefined;
}
