/** Decides side, stage and severity from the words around a condition's name, and which words are left without them. */
import type { ConditionReading, Laterality } from '../condition-reading.ts';

export interface Modifiers {
  readonly laterality: Laterality | undefined;
  readonly stage: string | undefined;
  readonly severity: ConditionReading['severity'];
}

/** One way to read a phrase: the words of the name, and what was taken off. */
export interface Wording {
  readonly words: readonly string[];
  readonly modifiers: Modifiers;
}

export const NO_MODIFIERS: Modifiers = { laterality: undefined, stage: undefined, severity: undefined };

const SEVERITY: ReadonlyMap<string, NonNullable<Modifiers['severity']>> = new Map([
  ['mild', 'mild'],
  ['moderate', 'moderate'],
  ['moderately', 'moderate'],
  ['severe', 'severe'],
  ['severely', 'severe'],
]);
const SIDE: ReadonlyMap<string, Laterality> = new Map([
  ['left', 'left'],
  ['lt', 'left'],
  ['right', 'right'],
  ['rt', 'right'],
  ['bilateral', 'bilateral'],
  ['bilaterally', 'bilateral'],
  ['both', 'bilateral'],
]);
/** Say nothing about which condition it is. */
const NEUTRAL: ReadonlySet<string> = new Set([
  'active',
  'known',
  'diagnosed',
  'confirmed',
  'current',
  'currently',
  'established',
  'ongoing',
  'stable',
  'controlled',
  'uncontrolled',
  'poorly',
  'well',
  'newly',
  'diagnosis',
  'uncomplicated',
  'unilateral',
  'side',
  'sided',
  'has',
  'tnm',
  'kdigo',
  'figo',
  'clinical',
  'new',
  'mildly',
  'documented',
  'patient',
  'symptomatic',
  'treated',
  'remission',
]);
const STAGE_VALUE = /^g?([1-5](?:[abc])?|0)$/;
const ROMAN_STAGE: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ia', '1a'],
  ['ib', '1b'],
  ['ii', '2'],
  ['iia', '2a'],
  ['iib', '2b'],
  ['iii', '3'],
  ['iiia', '3a'],
  ['iiib', '3b'],
  ['iiic', '3c'],
  ['iv', '4'],
  ['iva', '4a'],
  ['ivb', '4b'],
  ['v', '5'],
]);

/** "(L)", "R hip": a side where it stands as a capital letter of its own; elsewhere a letter is a letter. */
export function spellOutSides(text: string): string {
  return text
    .replace(/(^|[\s(,])\(?L\)?(?=[\s),.]|$)/g, '$1 left ')
    .replace(/(^|[\s(,])\(?R\)?(?=[\s),.]|$)/g, '$1 right ');
}

/** The wordings to try, fullest first: a name may hold "left" or "mild" itself. */
export function wordingsOf(words: readonly string[]): readonly Wording[] {
  const severity = takeSeverity(words);
  const stage = takeStage(words);
  const side = takeSide(words);
  const both = takeStage(severity.words);
  const sideAndSeverity = takeSeverity(side.words);
  const all = takeStage(sideAndSeverity.words);
  const everything: Modifiers = {
    laterality: side.laterality,
    stage: all.stage,
    severity: severity.severity,
  };
  const bare = all.words.filter((word) => !NEUTRAL.has(word));
  const candidates: readonly Wording[] = [
    { words, modifiers: NO_MODIFIERS },
    // "Known left ventricular hypertrophy": the side is a part of the name.
    { words: words.filter((word) => !NEUTRAL.has(word)), modifiers: NO_MODIFIERS },
    { words: severity.words, modifiers: { ...NO_MODIFIERS, severity: severity.severity } },
    { words: stage.words, modifiers: { ...NO_MODIFIERS, stage: stage.stage } },
    { words: side.words, modifiers: { ...NO_MODIFIERS, laterality: side.laterality } },
    { words: both.words, modifiers: { ...NO_MODIFIERS, severity: severity.severity, stage: both.stage } },
    { words: all.words, modifiers: everything },
    { words: bare, modifiers: everything },
    { words: withoutTrailingNoun(bare), modifiers: everything },
  ];
  return candidates.filter(
    (one, at) => one.words.length > 0 && candidates.findIndex((other) => sameWords(one.words, other.words)) === at,
  );
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** "gout disease": the noun adds nothing where the name is known without it. */
function withoutTrailingNoun(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  return words.length > 1 && ['disease', 'disorder', 'condition'].includes(last) ? words.slice(0, -1) : words;
}

function takeSeverity(words: readonly string[]): { words: readonly string[]; severity: Modifiers['severity'] } {
  const found = new Set(words.flatMap((word) => SEVERITY.get(word) ?? []));
  if (found.size !== 1) return { words, severity: undefined };
  return { words: words.filter((word) => !SEVERITY.has(word)), severity: [...found][0] };
}

function takeSide(words: readonly string[]): { words: readonly string[]; laterality: Laterality | undefined } {
  const found = new Set(words.flatMap((word) => SIDE.get(word) ?? []));
  if (found.size === 0) return { words, laterality: undefined };
  const laterality = found.size > 1 ? 'bilateral' : [...found][0];
  return { words: words.filter((word) => !SIDE.has(word)), laterality };
}

function stageValue(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  return ROMAN_STAGE.get(word) ?? STAGE_VALUE.exec(word)?.[1];
}

function takeStage(words: readonly string[]): { words: readonly string[]; stage: string | undefined } {
  const at = words.findIndex((word) => word === 'stage' || word === 'grade' || word === 'nyha');
  const without = (from: number, count: number): readonly string[] =>
    [...words.slice(0, from), ...words.slice(from + count)].filter((word) => word !== 'tnm' && word !== 'nyha');
  if (at >= 0) {
    const skip = words[at + 1] === 'class' || words[at + 1] === 'stage' ? 2 : 1;
    const value = stageValue(words[at + skip]);
    if (value === undefined) return { words, stage: undefined };
    const kind = words[at] === 'stage' ? '' : `${words[at] ?? ''} `;
    return { words: without(at, skip + 1).filter((word) => !/^a[123]$/.test(word)), stage: `${kind}${value}` };
  }
  // "CKD 3a", "CKD G3a A2", "chronic kidney disease 3"
  const kidney = words.findIndex(
    (word, index) =>
      STAGE_VALUE.test(word) &&
      (words[index - 1] === 'ckd' || (words[index - 1] === 'disease' && words[index - 2] === 'kidney')),
  );
  if (kidney < 0) return { words, stage: undefined };
  return {
    words: without(kidney, 1).filter((word) => !/^a[123]$/.test(word)),
    stage: stageValue(words[kidney]),
  };
}

/** The stage that Condition.stage.summary tells: "Stage II", "3a". */
export function stageInWords(text: string): string | undefined {
  const match = /\b(?:stage|grade|nyha(?: class)?)?\s*(g?[0-5][abc]?|i{1,3}[abc]?|iv[ab]?|v)\b/i.exec(text);
  return stageValue(match?.[1]?.toLowerCase());
}

export function sideInWords(words: readonly string[]): Laterality | undefined {
  return takeSide(words).laterality;
}

export function severityInWords(words: readonly string[]): Modifiers['severity'] {
  return takeSeverity(words).severity;
}
