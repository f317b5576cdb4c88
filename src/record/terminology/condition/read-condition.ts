/** Decides what a condition's codes and words say it is; what is not understood is said to be so (design law L4). */
import type { Evidence } from '../../evidence.ts';
import { codingKey, isDegraded, canonicalSystem } from '../code-systems.ts';
import type { CodedText } from '../coded-text.ts';
import type { ConditionReading } from '../condition-reading.ts';
import type { ImportedTerminology } from '../imported/imported-terminology.ts';
import { readImportedCondition, withImportedWords } from '../imported/read-imported-condition.ts';
import { createRecentConcepts } from '../recent-concepts.ts';
import { createConditionVocabulary, type ConditionConcept, type ConditionVocabulary } from './condition-vocabulary.ts';
import { readExtras, type ConditionExtras, type ExtraModifiers } from './read-extras.ts';
import { readPhrase, type Phrase } from './read-phrase.ts';

export interface ConditionReader {
  read(code: CodedText | undefined, extras?: ConditionExtras): ConditionReading;
}

/** Entries; a long-lived process must not keep every text it ever saw. */
const REMEMBER_AT_MOST = 20_000;

/** What a code rests on, for people. */
const CONFIRMED_BY = {
  seen: 'its meaning is known from published records',
  do: 'its meaning is known from the Disease Ontology',
  icd: 'its meaning is known from the classification',
} as const;

/** One for the process: it holds nothing but the built-in tables. */
const VOCABULARY = createConditionVocabulary();

/** Readings are kept by content. */
export function createConditionReader(imported?: ImportedTerminology): ConditionReader {
  const memo = new Map<string, ConditionReading>();
  const recent = createRecentConcepts<ConditionReading>();
  return {
    read(code, extras) {
      const concept = extras === undefined ? code : undefined;
      const last = concept && recent.find(concept);
      if (last !== undefined) return last;
      const key = memoKey(code, extras);
      const reading = memo.get(key) ?? readCondition(code, extras, VOCABULARY, imported);
      if (memo.size >= REMEMBER_AT_MOST) memo.clear();
      memo.set(key, reading);
      if (concept !== undefined) recent.remember(concept, reading);
      return reading;
    },
  };
}

function memoKey(code: CodedText | undefined, extras: ConditionExtras | undefined): string {
  const words = [
    code?.text ?? '',
    ...(code?.coding ?? []).flatMap((c) => [
      c.system ?? '',
      c.code ?? '',
      c.display ?? '',
      c.userSelected === true ? '1' : '',
    ]),
  ];
  return extras === undefined ? words.join('\u0000') : `${words.join('\u0000')}\u0001${JSON.stringify(extras)}`;
}

/** One coding that says something: what its display reads as, and what its code is confirmed to mean. */
interface CodeSide {
  readonly shown: string;
  readonly grouper: boolean;
  readonly phrase: Phrase | undefined;
  readonly confirmed: ConditionConcept | undefined;
  /** The stage the confirmed code names. */
  readonly stage: string | undefined;
  readonly evidence: Evidence;
  /** What an imported release says of the code where the display says something else. */
  readonly otherwise?: string;
}

function readCondition(
  code: CodedText | undefined,
  extras: ConditionExtras | undefined,
  vocabulary: ConditionVocabulary,
  imported: ImportedTerminology | undefined,
): ConditionReading {
  const sides = codeSides(code, vocabulary, imported);
  const text = code?.text?.trim() ?? '';
  const shown =
    text === ''
      ? (sides.find(({ phrase }) => (phrase?.text ?? '') !== '')?.phrase?.text.trim() ?? '')
      : (code?.text ?? '');
  const spoken = text === '' ? undefined : readPhrase(text, vocabulary);
  const byCode = codeConcept(sides);
  const joined = joinSides(spoken, byCode, sides, shown);
  const context =
    spoken !== undefined && spoken.context !== 'asserted'
      ? spoken
      : sides.find(({ phrase }) => phrase !== undefined && phrase.context !== 'asserted')?.phrase;
  const lead = spoken ?? byCode?.phrase ?? sides[0]?.phrase;
  const concept = joined.concept;
  return {
    words: shown,
    concept: concept?.key,
    certainty: concept !== undefined ? 'certain' : joined.couldBe.length > 0 ? 'possible' : 'none',
    broader: concept?.broader ?? [],
    couldBe: joined.couldBe,
    evidence: joined.evidence,
    ...modifiersOf(withCodedStage(readExtras(extras, vocabulary), sides), spoken, byCode?.phrase, lead),
    hasSides: concept?.hasSides ?? false,
    course: concept?.course,
    context: context?.context ?? 'asserted',
    sort: sortOf(concept, context, lead, extras),
    disagreement: joined.disagreement ?? releaseDisagreement(sides),
  };
}

function releaseDisagreement(sides: readonly CodeSide[]): ConditionReading['disagreement'] {
  const side = sides.find(({ otherwise }) => otherwise !== undefined);
  return side?.otherwise === undefined ? undefined : { code: side.otherwise, text: side.shown };
}

function codeSides(
  code: CodedText | undefined,
  vocabulary: ConditionVocabulary,
  imported: ImportedTerminology | undefined,
): readonly CodeSide[] {
  const codings = (code?.coding ?? []).filter((coding) => !isDegraded(coding));
  // What the person who recorded it picked comes first.
  const ordered = [
    ...codings.filter(({ userSelected }) => userSelected === true),
    ...codings.filter(({ userSelected }) => userSelected !== true),
  ];
  return ordered.map((coding) => {
    const key = codingKey(coding);
    const known = key === undefined ? undefined : vocabulary.code(key);
    const display = coding.display?.trim() ?? '';
    const phrase = display === '' ? undefined : readPhrase(display, vocabulary);
    const grouper = /\/icd-/.test(canonicalSystem(coding.system) ?? '');
    const released =
      imported === undefined || known !== undefined ? undefined : readImportedCondition(coding, imported, vocabulary);
    if (released !== undefined) return { ...withImportedWords(released, phrase), grouper, stage: undefined };
    return {
      shown: display === '' ? (coding.code ?? '') : display,
      grouper,
      phrase,
      confirmed: phrase !== undefined && phrase.context !== 'asserted' ? undefined : known?.concept,
      stage: known?.fact.stage,
      evidence: known === undefined ? `display "${display}"` : `code ${key ?? ''} (${CONFIRMED_BY[known.fact.by]})`,
    };
  });
}

interface CodeConcept {
  readonly concept: ConditionConcept;
  readonly phrase: Phrase | undefined;
  readonly grouper: boolean;
  readonly shown: string;
  readonly evidence: Evidence;
}

/** The concept the codings speak for: an exact code system before a grouping one, the more specific of two that agree. */
function codeConcept(sides: readonly CodeSide[]): CodeConcept | undefined {
  const found = sides.flatMap((side): readonly CodeConcept[] => {
    const concept = specific(side.phrase?.concept, side.confirmed) ?? side.phrase?.concept ?? side.confirmed;
    return concept === undefined
      ? []
      : [{ concept, phrase: side.phrase, grouper: side.grouper, shown: side.shown, evidence: side.evidence }];
  });
  const exact = found.filter(({ grouper }) => !grouper);
  const [first, ...rest] = exact.length > 0 ? exact : found;
  if (first === undefined) return undefined;
  const narrower = rest.find(({ concept }) => concept.broader.includes(first.concept.key));
  return narrower ?? first;
}

/** The more specific of two concepts on one line; undefined where they are not, or one is missing. */
function specific(a: ConditionConcept | undefined, b: ConditionConcept | undefined): ConditionConcept | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.key === b.key || a.broader.includes(b.key)) return a;
  return b.broader.includes(a.key) ? b : undefined;
}

interface Joined {
  readonly concept: ConditionConcept | undefined;
  readonly couldBe: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly disagreement: ConditionReading['disagreement'];
}

/** Text against codes: the more specific of two that agree; where they contradict, the text, which is what the person reads. */
function joinSides(
  spoken: Phrase | undefined,
  byCode: CodeConcept | undefined,
  sides: readonly CodeSide[],
  shown: string,
): Joined {
  const named = spoken?.concept;
  const nameEvidence: readonly Evidence[] = named === undefined ? [] : [`name "${spoken?.text.trim() ?? ''}"`];
  if (byCode === undefined) {
    const couldBe =
      named === undefined
        ? (spoken?.couldBe ?? sides.find(({ phrase }) => phrase !== undefined)?.phrase?.couldBe ?? [])
        : [];
    return { concept: named, couldBe, evidence: nameEvidence, disagreement: undefined };
  }
  if (named === undefined)
    return { concept: byCode.concept, couldBe: [], evidence: [byCode.evidence], disagreement: undefined };
  const both = specific(named, byCode.concept);
  if (both !== undefined)
    return { concept: both, couldBe: [], evidence: [...nameEvidence, byCode.evidence], disagreement: undefined };
  // A grouping code beside another concept is no contradiction, unless both are kinds of one thing.
  const siblings = named.broader.some((key) => byCode.concept.broader.includes(key));
  const contradicts = !byCode.grouper || siblings;
  return {
    concept: named,
    couldBe: [],
    evidence: nameEvidence,
    disagreement: contradicts ? { code: byCode.shown, text: shown } : undefined,
  };
}

function withCodedStage(extras: ExtraModifiers, sides: readonly CodeSide[]): ExtraModifiers {
  return extras.stage === undefined
    ? { ...extras, stage: sides.find(({ stage }) => stage !== undefined)?.stage }
    : extras;
}

function modifiersOf(
  extras: ExtraModifiers,
  spoken: Phrase | undefined,
  coded: Phrase | undefined,
  lead: Phrase | undefined,
): Pick<ConditionReading, 'laterality' | 'stage' | 'severity'> {
  const phrases = [spoken, coded, lead];
  const first = <T>(of: (phrase: Phrase) => T | undefined): T | undefined => {
    for (const phrase of phrases) {
      const value = phrase === undefined ? undefined : of(phrase);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    laterality: first(({ modifiers }) => modifiers.laterality) ?? extras.laterality,
    stage: first(({ modifiers }) => modifiers.stage) ?? extras.stage,
    severity: first(({ modifiers }) => modifiers.severity) ?? extras.severity,
  };
}

function sortOf(
  concept: ConditionConcept | undefined,
  context: Phrase | undefined,
  lead: Phrase | undefined,
  extras: ConditionExtras | undefined,
): 'diagnosis' | 'other' {
  if (context !== undefined) return context.sort;
  if (concept !== undefined) return lead?.concept === undefined && lead?.sort === 'other' ? 'other' : concept.sort;
  const social = (extras?.category ?? []).some(({ coding }) => (coding ?? []).some(({ code }) => code === 'sdoh'));
  return social ? 'other' : (lead?.sort ?? 'diagnosis');
}
