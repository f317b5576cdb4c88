/** What the last concept of each text was read as: records repeat their concepts, and comparing two makes no key of them. */
import type { CodedText } from './coded-text.ts';

export interface RecentConcepts<T> {
  /** @returns the reading of a concept with the same text, and the same codings in the same order. */
  find(concept: CodedText): T | undefined;
  remember(concept: CodedText, reading: T): void;
}

/** Texts; a long-lived process must not keep every one it ever saw. */
const REMEMBER_AT_MOST = 20_000;

export function createRecentConcepts<T>(): RecentConcepts<T> {
  const byText = new Map<string | undefined, { readonly concept: CodedText; readonly reading: T }>();
  return {
    find(concept) {
      const recent = byText.get(concept.text);
      return recent !== undefined && haveSameCodings(recent.concept, concept) ? recent.reading : undefined;
    },
    remember(concept, reading) {
      if (byText.size >= REMEMBER_AT_MOST) byText.clear();
      byText.set(concept.text, { concept, reading });
    },
  };
}

function haveSameCodings({ coding: some }: CodedText, { coding: others }: CodedText): boolean {
  if (some?.length !== others?.length) return false;
  if (some === undefined || others === undefined) return true;
  for (let i = 0; i < some.length; i++) {
    const [a, b] = [some[i], others[i]];
    if (a?.display !== b?.display || a?.code !== b?.code || a?.system !== b?.system) return false;
    if (a?.userSelected !== b?.userSelected) return false;
  }
  return true;
}
