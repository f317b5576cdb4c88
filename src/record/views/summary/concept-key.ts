/** A key under which codes and words of one thing meet, for the lists of a summary only: nothing is merged by it. */
import type { CodeableConcept } from 'fhir/r4.js';
import { foldWords } from '../../facts/fact.ts';
import { canonicalSystem } from '../../terminology/code-systems.ts';
import { conceptWords } from './words.ts';

/** The first code, otherwise the words. */
export function conceptKey(concept: CodeableConcept | undefined): string {
  const coding = concept?.coding?.find(({ code, system }) => code !== undefined && system !== undefined);
  if (coding?.code !== undefined) return `${canonicalSystem(coding.system) ?? coding.system ?? ''}|${coding.code}`;
  return foldWords(conceptWords(concept) ?? '');
}
