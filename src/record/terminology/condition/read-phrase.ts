/** Decides what one written phrase (a text or a code's display) says about a condition. */
import { stripEnd } from '../../strip-end.ts';
import type { ConditionContext } from '../condition-reading.ts';
import type { ConditionConcept, ConditionVocabulary } from './condition-vocabulary.ts';
import { findContext } from './find-context.ts';
import { NO_MODIFIERS, sideInWords, spellOutSides, wordingsOf, type Modifiers } from './find-modifiers.ts';
import { findSort } from './find-sort.ts';
import { DISEASE_TAGS, OTHER_TAGS } from './tables/other-words.ts';

export interface Phrase {
  readonly text: string;
  readonly concept: ConditionConcept | undefined;
  readonly couldBe: readonly string[];
  readonly context: ConditionContext;
  readonly modifiers: Modifiers;
  readonly sort: 'diagnosis' | 'other';
}

/** Longer texts are prose, in which single words must not be taken for a diagnosis. Characters. */
const READ_AT_MOST = 200;
/** "[X]", "[V]", "[D]", "[RFC]": Read's chapter marks. */
const READ_MARK = /^\s*\[[A-Za-z]{1,4}\]\s*/;
/** ICD-10-CM's tails: they say how often the person was seen, or that nothing more is known. */
const TAILS =
  /,? (?:initial|subsequent) encounter(?: for [a-z ]{0,60})?$|,? sequela$|,? not (?:otherwise specified|elsewhere classified|stated as [a-z ]{0,30})|,? (?:without|with no) (?:mention of )?complications?$|,? uncomplicated$|,? of unspecified (?:site|side|eye|ear|knee|hip|shoulder|hand|foot|ankle|wrist|elbow|limb|lower extremity|upper extremity|part)$|,? unspecified (?:site|side|eye|ear|knee|hip|shoulder|hand|foot|ankle|wrist|elbow|limb|severity|organism|type|laterality)(?=,|$)|,? \(?(?:in |since |circa )?(?:19|20)\d{2}\)?$/gi;

/** What ICD-10-CM adds to say which complication is not there, or that a part is not named: the condition is what is left. */
const CLAUSES =
  /,? (?:without|with no) (?:\(acute\) )?[^()]{1,120}$|,? not (?:having achieved remission|intractable)|,? of unspecified [a-z ]{1,40}$|,? (?:part|region|sites?) unspecified(?=,|$)/gi;

/** ICD's rest of a group ("Other chronic pancreatitis") is the condition, of no kind that has a name of its own. */
const OTHER = /^other (?!specified|unspecified)/i;

export function readPhrase(text: string, vocabulary: ConditionVocabulary): Phrase {
  const { bare, tag } = withoutMarks(text);
  if (bare.length === 0 || bare.length > READ_AT_MOST) return nothing(text, bare, tag);
  // A name may hold "no" or "history of" itself, never a question mark.
  const whole = bare.includes('?') ? undefined : find(bare, vocabulary);
  if (whole !== undefined)
    return { ...whole, text, couldBe: [], context: 'asserted', sort: sortOf(whole.concept, tag) };
  const { context, rest: said } = findContext(bare);
  const rest = said.replace(READ_MARK, '');
  const found = context === 'asserted' || rest === '' ? undefined : find(rest, vocabulary);
  if (found !== undefined)
    return { ...found, text, couldBe: [], context, sort: contextSort(context, found.concept.sort) };
  const words = vocabulary.fold(spellOutSides(rest));
  const sort = contextSort(context, findSort(rest.toLowerCase(), tag));
  return {
    text,
    concept: undefined,
    couldBe: sort === 'other' && context === 'asserted' ? [] : guess(rest, words, vocabulary),
    context,
    modifiers: { laterality: sideInWords(words), stage: undefined, severity: undefined },
    sort,
  };
}

function nothing(text: string, bare: string, tag: string | undefined): Phrase {
  return {
    text,
    concept: undefined,
    couldBe: [],
    context: 'asserted',
    modifiers: NO_MODIFIERS,
    sort: bare.length === 0 ? 'diagnosis' : findSort(bare.toLowerCase(), tag),
  };
}

function withoutMarks(text: string): { bare: string; tag: string | undefined } {
  let bare = text.trim().replace(READ_MARK, '');
  const tagged = /\(([A-Za-z][A-Za-z/ -]{2,40})\)$/.exec(bare);
  const tag = tagged?.[1]?.toLowerCase();
  const isTag = tag !== undefined && (DISEASE_TAGS.has(tag) || OTHER_TAGS.has(tag));
  if (isTag && tagged !== null) bare = bare.slice(0, tagged.index);
  return {
    bare: stripEnd(bare.trim(), /[.;,]/).trim(),
    tag: isTag ? tag : undefined,
  };
}

function sortOf(concept: ConditionConcept, tag: string | undefined): 'diagnosis' | 'other' {
  return tag === 'procedure' || tag === 'regime/therapy' ? 'other' : concept.sort;
}

/** What is not asserted of this person is no diagnosis; what once was, or may be, is shown among them. */
function contextSort(context: ConditionContext, sort: 'diagnosis' | 'other'): 'diagnosis' | 'other' {
  return context === 'asserted' || context === 'history-of' || context === 'suspected' ? sort : 'other';
}

function find(
  text: string,
  vocabulary: ConditionVocabulary,
): { readonly concept: ConditionConcept; readonly modifiers: Modifiers } | undefined {
  const direct =
    findPlain(text, vocabulary) ??
    findPlain(text.replace(TAILS, ''), vocabulary) ??
    findPlain(text.replace(CLAUSES, '').replace(TAILS, ''), vocabulary) ??
    (OTHER.test(text) ? findPlain(text.replace(OTHER, '').replace(TAILS, ''), vocabulary) : undefined);
  if (direct !== undefined) return direct;
  const parts = aside(text);
  if (parts === undefined) return undefined;
  // "PCOS (polycystic ovary syndrome)", "COPD - chronic obstructive …": two names of one thing, or of a kind of it.
  const [outer, inner] = parts.map((part) => findPlain(part, vocabulary));
  if (outer === undefined || inner === undefined) return undefined;
  if (outer.concept === inner.concept || outer.concept.broader.includes(inner.concept.key)) return outer;
  return inner.concept.broader.includes(outer.concept.key) ? inner : undefined;
}

function aside(text: string): readonly [string, string] | undefined {
  const parens = /^([^()]+)\(([^()]+)\)$/.exec(text);
  if (parens !== null) return [parens[1] ?? '', parens[2] ?? ''];
  const dash = text.split(' - ');
  return dash.length === 2 ? [dash[0] ?? '', dash[1] ?? ''] : undefined;
}

function findPlain(
  text: string,
  vocabulary: ConditionVocabulary,
): { concept: ConditionConcept; modifiers: Modifiers } | undefined {
  const glued = text.replace(/\bckd\s?-?g?([1-5][ab]?)\b/i, 'CKD stage $1');
  for (const { words, modifiers } of wordingsOf(vocabulary.fold(spellOutSides(glued)))) {
    const concept = vocabulary.find(words);
    if (concept !== undefined) return { concept, modifiers };
  }
  return undefined;
}

/** What vague or misspelt words could be. */
function guess(text: string, words: readonly string[], vocabulary: ConditionVocabulary): readonly string[] {
  // "Type 2 diabetes - poor control": what follows may say more than is understood.
  const outer = aside(text)?.[0];
  const lead = outer === undefined ? undefined : findPlain(outer, vocabulary);
  if (lead !== undefined) return [lead.concept.key];
  const vague = vocabulary.vague(words);
  if (vague.length > 0) return [...vague].sort();
  for (const { words: wording } of wordingsOf(words)) {
    const near = vocabulary.near(wording);
    if (near.length > 0) return near;
  }
  return [];
}
