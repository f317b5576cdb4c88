/** Decides what an imported release says a condition's code is: its names read by the built-in vocabulary; a map is a hint only. */
import type { Evidence } from '../../evidence.ts';
import { canonicalSystem } from '../code-systems.ts';
import type { ConditionConcept, ConditionVocabulary } from '../condition/condition-vocabulary.ts';
import { readPhrase, type Phrase } from '../condition/read-phrase.ts';
import type { ImportedTerminology } from './imported-terminology.ts';

const ICD10 = 'http://hl7.org/fhir/sid/icd-10';

export interface ImportedConditionReading {
  readonly name: string;
  readonly phrase: Phrase;
  readonly evidence: Evidence;
}

/** @returns undefined where no release has the code. */
export function readImportedCondition(
  coding: { readonly system?: string | undefined; readonly code?: string | undefined },
  imported: ImportedTerminology,
  vocabulary: ConditionVocabulary,
): ImportedConditionReading | undefined {
  const system = canonicalSystem(coding.system);
  const code = coding.code?.trim() ?? '';
  const known = system === undefined || code === '' ? undefined : imported.condition(system, code);
  if (known === undefined) return undefined;
  const [name] = known.names;
  const phrases = known.names.map((one) => readPhrase(one, vocabulary));
  const phrase = phrases.find(({ concept }) => concept !== undefined) ?? phrases[0];
  const evidence: Evidence = `code ${system ?? ''}|${code} (imported ${known.release})`;
  if (phrase?.concept !== undefined) return { name: name ?? '', phrase, evidence };
  // A group in ICD-10 holds several conditions: it says what this could be, never what it is.
  const couldBe = known.icd10.flatMap((icd) => {
    const group = vocabulary.code(`${ICD10}|${icd}`) ?? vocabulary.code(`${ICD10}|${icd.slice(0, 3)}`);
    return group?.concept.key ?? [];
  });
  const hint = [...new Set([...(phrase?.couldBe ?? []), ...couldBe])].sort();
  const unread = phrase ?? readPhrase('', vocabulary);
  return { name: name ?? '', phrase: { ...unread, couldBe: unread.sort === 'other' ? [] : hint }, evidence };
}

export interface ImportedSide {
  readonly shown: string;
  readonly phrase: Phrase | undefined;
  readonly confirmed: ConditionConcept | undefined;
  readonly evidence: Evidence;
  readonly otherwise?: string;
}

/** The code's names and the words beside it, as one side; where they contradict each other, the words. */
export function withImportedWords(
  { name, phrase: released, evidence }: ImportedConditionReading,
  written: Phrase | undefined,
): ImportedSide {
  if (written === undefined)
    return { shown: name, phrase: { ...released, text: name }, confirmed: undefined, evidence };
  const evidenceOfWords: Evidence = `display "${written.text}"`;
  const words = { shown: written.text, phrase: written, confirmed: undefined, evidence: evidenceOfWords };
  if (released.concept === undefined) return { ...words, phrase: hinted(written, released) };
  if (contradicts(written, released.concept)) return { ...words, otherwise: name };
  if (written.context !== released.context) return words;
  if (written.concept !== undefined) return { ...words, confirmed: released.concept, evidence };
  const { laterality, stage, severity } = written.modifiers;
  const modifiers = {
    laterality: laterality ?? released.modifiers.laterality,
    stage: stage ?? released.modifiers.stage,
    severity: severity ?? released.modifiers.severity,
  };
  return { ...words, phrase: { ...released, text: written.text, modifiers }, evidence };
}

function hinted(written: Phrase, released: Phrase): Phrase {
  const unsaid = written.concept === undefined && written.couldBe.length === 0 && written.sort === 'diagnosis';
  return unsaid && written.context === 'asserted' ? { ...written, couldBe: released.couldBe } : written;
}

/** The words name another concept that is not on one line with the release's, or could mean only others. */
function contradicts(written: Phrase, released: ConditionConcept): boolean {
  const line = [released.key, ...released.broader];
  if (written.concept !== undefined)
    return !line.includes(written.concept.key) && !written.concept.broader.includes(released.key);
  return written.couldBe.length > 0 && !written.couldBe.some((key) => line.includes(key));
}
