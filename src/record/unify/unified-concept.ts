/** `code.coding` holds only codes of the same thing; other products and codes go into extensions with their source. */
import type { CodeableConcept, Coding, Extension } from 'fhir/r4.js';
import { EXTENSION } from '../fhir/canonical.ts';
import { compareText, type Fact } from '../facts/fact.ts';
import { isDegraded } from '../terminology/code-systems.ts';

interface WithConcept extends Fact {
  readonly concept: CodeableConcept;
}

/**
 * @param facts in the order in which they speak for the group.
 * @param isSame whether a record names exactly the thing that `text` names.
 */
export function unifiedConcept<F extends WithConcept>(
  facts: readonly F[],
  text: string,
  isSame: (fact: F) => boolean,
): { readonly concept: CodeableConcept; readonly others: Extension[] } {
  const codings = new Map<string, Coding>();
  let last: CodeableConcept | undefined;
  const others = new Map<string, Extension>();
  for (const fact of facts) {
    if (!isSame(fact)) {
      const key = `${fact.words} ${(fact.concept.coding ?? []).map(codingKey).join(' ')}`;
      if (!others.has(key)) others.set(key, reportedConcept(fact));
      continue;
    }
    if (last !== undefined && sayTheSame(fact.concept.coding, last.coding)) continue;
    last = fact.concept;
    for (const coding of fact.concept.coding ?? []) {
      if (coding.code === undefined || codings.has(codingKey(coding)) || isDegraded(coding)) continue;
      codings.set(codingKey(coding), coding);
    }
  }
  const sorted = [...codings].sort(([a], [b]) => compareText(a, b)).map(([, coding]) => coding);
  const concept: CodeableConcept = {
    ...(sorted.length > 0 ? { coding: sorted } : {}),
    ...(text === '' ? {} : { text }),
  };
  return { concept, others: [...others].sort(([a], [b]) => compareText(a, b)).map(([, extension]) => extension) };
}

/** Records of one group repeat the same codes: the next one seldom adds any. */
function sayTheSame(a: readonly Coding[] | undefined, b: readonly Coding[] | undefined): boolean {
  if (a?.length !== b?.length) return false;
  return a === undefined || a.every((coding, index) => isSameCoding(coding, b?.[index]));
}

function isSameCoding(a: Coding, b: Coding | undefined): boolean {
  return a.code === b?.code && a.system === b?.system && a.display === b?.display;
}

function codingKey(coding: Coding): string {
  return `${coding.system ?? ''}|${coding.code ?? ''}`;
}

function reportedConcept(fact: WithConcept): Extension {
  const concept: CodeableConcept =
    fact.concept.text === undefined && fact.words !== '' ? { ...fact.concept, text: fact.words } : fact.concept;
  return {
    url: EXTENSION.reportedConcept,
    extension: [
      ...(Object.keys(concept).length > 0 ? [{ url: 'concept', valueCodeableConcept: concept }] : []),
      { url: 'source', valueReference: fact.reference },
    ],
  };
}
