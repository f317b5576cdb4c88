/** Decides which concept a name or a confirmed code stands for, from the built-in tables. */
import { createWordFolder, foldText, wordsKey } from './fold-words.ts';
import { allergyConcepts } from './tables/allergy-problems.ts';
import { BLOOD_INFECTIONS_SYMPTOMS } from './tables/blood-infections-symptoms.ts';
import { BRAIN_AND_NERVES } from './tables/brain-and-nerves.ts';
import { CANCERS } from './tables/cancers.ts';
import type { ConceptRow } from './tables/concept-row.ts';
import { CONDITION_CODES, type CodeFact } from './tables/condition-codes.ts';
import { GUT_AND_LIVER } from './tables/gut-and-liver.ts';
import { HEART_AND_VESSELS } from './tables/heart-and-vessels.ts';
import { HORMONES_AND_METABOLISM } from './tables/hormones-and-metabolism.ts';
import { JOINTS_BONES_MUSCLES } from './tables/joints-bones-muscles.ts';
import { KIDNEYS_AND_BLADDER } from './tables/kidneys-and-bladder.ts';
import { LUNGS_AND_AIRWAYS } from './tables/lungs-and-airways.ts';
import { MIND } from './tables/mind.ts';
import { OTHER_THINGS } from './tables/other-things.ts';
import { siteConcepts } from './tables/site-patterns.ts';
import { SKIN_AND_EYES } from './tables/skin-and-eyes.ts';
import { VAGUE_WORDS } from './tables/vague-words.ts';
import { WOMEN_AND_BIRTH } from './tables/women-and-birth.ts';

export interface ConditionConcept {
  readonly key: string;
  /** All broader concepts, nearest first. */
  readonly broader: readonly string[];
  readonly course: 'chronic' | 'episodic' | undefined;
  readonly hasSides: boolean;
  readonly sort: 'diagnosis' | 'other';
}

export interface ConditionVocabulary {
  /** Folded words, as written. */
  fold(text: string): readonly string[];
  /** The concept these folded words name exactly. */
  find(words: readonly string[]): ConditionConcept | undefined;
  /** Concepts a vague expression could mean; [] where it is none. */
  vague(words: readonly string[]): readonly string[];
  /** Concepts whose name is one edit away from these folded words; sorted. */
  near(words: readonly string[]): readonly string[];
  /** `<canonical system>|<code>` → what is known of it. */
  code(key: string): { readonly concept: ConditionConcept; readonly fact: CodeFact } | undefined;
  concept(key: string): ConditionConcept | undefined;
}

/** Rows in the order of precedence: written out before made from patterns. */
export function conceptRows(): readonly ConceptRow[] {
  return [
    ...HEART_AND_VESSELS,
    ...LUNGS_AND_AIRWAYS,
    ...KIDNEYS_AND_BLADDER,
    ...HORMONES_AND_METABOLISM,
    ...BRAIN_AND_NERVES,
    ...MIND,
    ...JOINTS_BONES_MUSCLES,
    ...GUT_AND_LIVER,
    ...SKIN_AND_EYES,
    ...CANCERS,
    ...WOMEN_AND_BIRTH,
    ...BLOOD_INFECTIONS_SYMPTOMS,
    ...OTHER_THINGS,
    ...siteConcepts(),
    ...allergyConcepts(),
  ];
}

const NEAR_AT_LEAST = 7;
const NO_NAMES: Spelt = { texts: [], keys: [] };

export function createConditionVocabulary(): ConditionVocabulary {
  const folder = createWordFolder();
  const rows = new Map(conceptRows().map((row) => [row.key, row]));
  const concepts = new Map<string, ConditionConcept>();
  const byName = new Map<string, ConditionConcept>();
  const knownWords = new Set<string>();
  const byLength = new Map<number, Spelt>();
  for (const row of rows.values()) {
    const concept = toConcept(row, rows);
    concepts.set(row.key, concept);
    for (const name of row.names.split('|')) {
      const words = folder.fold(name);
      const key = wordsKey(words);
      if (key === '' || byName.has(key)) continue;
      byName.set(key, concept);
      for (const word of words) knownWords.add(word);
      const text = words.join(' ');
      const same = byLength.get(text.length);
      if (same === undefined) byLength.set(text.length, { texts: [text], keys: [row.key] });
      else {
        same.texts.push(text);
        same.keys.push(row.key);
      }
    }
  }
  const vague = new Map<string, readonly string[]>(
    VAGUE_WORDS.flatMap(({ names, couldBe }) =>
      names.split('|').map((name) => [wordsKey(folder.fold(name)), couldBe] as const),
    ),
  );
  const codes = new Map<string, CodeFact>(
    CONDITION_CODES.map((fact) => [`${fact.system}|${fact.code}`, fact] as const),
  );
  return {
    fold: foldText,
    find: (words) => byName.get(wordsKey(words)),
    vague: (words) => vague.get(wordsKey(words)) ?? [],
    // A word that stands in other names is no slip of the pen: "arteritis" is not "arthritis".
    near: (words) => (words.every((word) => knownWords.has(word)) ? [] : nearNames(words.join(' '), byLength)),
    code: (key) => {
      const fact = codes.get(key);
      const concept = fact === undefined ? undefined : concepts.get(fact.concept);
      return fact === undefined || concept === undefined ? undefined : { concept, fact };
    },
    concept: (key) => concepts.get(key),
  };
}

function toConcept(row: ConceptRow, rows: ReadonlyMap<string, ConceptRow>): ConditionConcept {
  const broader: string[] = [];
  let level = row.broader.split('|').filter((key) => key !== '');
  while (level.length > 0) {
    const fresh = level.filter((key) => !broader.includes(key));
    broader.push(...new Set(fresh));
    level = fresh.flatMap((key) => rows.get(key)?.broader.split('|') ?? []).filter((key) => key !== '');
  }
  return { key: row.key, broader, course: row.course, hasSides: row.hasSides, sort: row.sort };
}

/** Names of one length, and at the same places the concepts they name. */
interface Spelt {
  readonly texts: string[];
  readonly keys: string[];
}

function nearNames(text: string, byLength: ReadonlyMap<number, Spelt>): readonly string[] {
  if (text.length < NEAR_AT_LEAST) return [];
  const found = new Set<string>();
  for (let length = text.length - 1; length <= text.length + 1; length += 1) {
    const { texts, keys } = byLength.get(length) ?? NO_NAMES;
    texts.forEach((name, index) => {
      if (isOneEditAway(text, name)) found.add(keys[index] ?? '');
    });
  }
  return [...found].sort();
}

/** One letter added, left out, changed, or two neighbours swapped; a digit is never a slip of the pen. */
function isOneEditAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA -= 1;
    endB -= 1;
  }
  const left = a.slice(start, endA + 1);
  const right = b.slice(start, endB + 1);
  if (/[0-9 ]/.test(left + right)) return false;
  if (left.length + right.length === 0) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
