/** Allergies of all sources → one entity per substance; "no known allergies" is a thing of its own (`docs/rules.md`, allergies). */
import { namesNothing } from '../collapse/names-nothing.ts';
import type { AllergyFact } from '../facts/allergy-fact.ts';
import { compareFacts, compareText, foldWords } from '../facts/fact.ts';
import { groupBy } from './group-by.ts';
import type { Group, Matched, Relation } from './group.ts';
import { headsBySource } from './heads.ts';
import type { RuleId } from './rules.ts';
import { sharedJoins } from './shared-joins.ts';

export type AllergyGroup = Group<AllergyFact>;

/** @param facts of all sources, asserted ones only. */
export function matchAllergies(facts: readonly AllergyFact[]): Matched<AllergyFact> {
  const blocks = groupBy([...facts].sort(compareFacts), blockKey);
  const groups = [...blocks]
    .map(([block, members]) => toGroup(block, members))
    .sort((a, b) => compareText(a.identity, b.identity));
  return { groups, relations: relateClasses(groups) };
}

function blockKey(fact: AllergyFact): string {
  const standing = fact.verification === 'refuted' ? 'refuted' : 'asserted';
  if (fact.reading.noneKnown !== undefined) return `${standing}|none-known|${fact.reading.noneKnown}`;
  if (fact.reading.substance !== undefined && fact.reading.certainty === 'certain') {
    return `${standing}|substance|${fact.reading.substance}`;
  }
  const words = foldWords(fact.words);
  if (namesNothing(words) || fact.reading.certainty === 'possible') return `${standing}|alone|${fact.ref}`;
  return `${standing}|words|${words}`;
}

const RULE_OF_KIND: Readonly<Record<string, RuleId>> = {
  'none-known': 'A-none-known',
  substance: 'A-same-substance',
  words: 'A-same-words',
};

function toGroup(block: string, facts: readonly AllergyFact[]): AllergyGroup {
  const rule = facts.length === 1 ? 'A-alone' : (RULE_OF_KIND[block.split('|')[1] ?? ''] ?? 'A-alone');
  return {
    identity: `allergy|${block}`,
    facts,
    heads: headsBySource(facts, (fact) => fact.recorded),
    joins: sharedJoins(facts, rule),
    changes: [],
  };
}

/** Penicillins beside amoxicillin: related, never merged. */
function relateClasses(groups: readonly AllergyGroup[]): readonly Relation[] {
  const bySubstance = new Map<string, number>();
  groups.forEach((group, index) => {
    const substance = group.facts[0]?.reading.substance;
    if (substance !== undefined && group.identity.startsWith('allergy|asserted|substance|'))
      bySubstance.set(substance, index);
  });
  return [...bySubstance.values()].flatMap((index) =>
    (groups[index]?.facts[0]?.reading.classes ?? []).flatMap((name) => {
      const general = bySubstance.get(name);
      if (general === undefined || general === index) return [];
      return [{ code: 'possible-duplicate' as const, reason: 'class' as const, groups: [index, general] }];
    }),
  );
}
