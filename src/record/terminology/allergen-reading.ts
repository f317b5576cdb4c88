/** What an allergy's codes and words say the substance is. */
import type { Evidence } from '../evidence.ts';
import type { Certainty } from './coded-text.ts';

export interface AllergenReading {
  readonly words: string;
  /** Substance key: an ingredient key, a drug class (`penicillins`), a food or other allergen (`peanut`). */
  readonly substance: string | undefined;
  readonly certainty: Certainty;
  /** Class keys the substance belongs to: amoxicillin → penicillins. Related, never merged. */
  readonly classes: readonly string[];
  /** "No known allergies" in any wording or code; `scope` says of what kind. */
  readonly noneKnown: 'all' | 'drug' | 'food' | 'environment' | undefined;
  readonly evidence: readonly Evidence[];
  readonly disagreement: { readonly code: string; readonly text: string } | undefined;
}
