/** Conditions of all sources → one entity each, and which may be one (`docs/rules.md`, conditions). */
import { snomedCodes, type ConditionFact } from '../facts/condition-fact.ts';
import { compareFacts, compareText, foldWords } from '../facts/fact.ts';
import { namesNothing } from '../collapse/names-nothing.ts';
import { stageChanges } from '../collapse/stage-changes.ts';
import type { Laterality } from '../terminology/condition-reading.ts';
import { conditionEpisodes } from './condition-episodes.ts';
import { groupBy } from './group-by.ts';
import type { Group, Matched } from './group.ts';
import { headsBySource } from './heads.ts';
import { sharedJoins } from './shared-joins.ts';
import { relateConditions, type PlacedCondition } from './relate-conditions.ts';
import type { RuleId } from './rules.ts';

export type ConditionGroup = Group<ConditionFact>;

/** @param facts of all sources, asserted ones only. */
export function matchConditions(facts: readonly ConditionFact[]): Matched<ConditionFact> {
  const blocks = groupBy([...facts].sort(compareFacts), blockKey);
  const placed: PlacedCondition[] = [];
  for (const [block, members] of blocks) {
    for (const bySide of splitBySide(members)) {
      for (const episode of conditionEpisodes(bySide.facts)) {
        const identity = ['condition', block, bySide.side ?? '', episode.date].join('|');
        placed.push({
          group: toGroup(identity, episode.facts, ruleOf(block, episode.date)),
          block,
          side: bySide.side,
          undecidedSide: bySide.undecided,
          undecidedEpisode: episode.undecided,
        });
      }
    }
  }
  const sorted = placed.sort((a, b) => compareText(a.group.identity, b.group.identity));
  return { groups: sorted.map((item) => item.group), relations: relateConditions(sorted) };
}

/** Suspected and confirmed are one condition; family history, negated, refuted and the like are things of their own. */
function blockKey(fact: ConditionFact): string {
  const { reading } = fact;
  const context = reading.context === 'suspected' ? 'asserted' : reading.context;
  const standing = fact.verification === 'refuted' ? 'refuted' : context;
  if (reading.concept !== undefined && reading.certainty === 'certain') return `${standing}|concept|${reading.concept}`;
  const words = foldWords(reading.words);
  if (reading.couldBe.length > 0) return `${standing}|alone|${fact.ref}`;
  const [code, ...others] = snomedCodes(fact);
  if (code !== undefined && others.length === 0) return `${standing}|code|${code}`;
  if (namesNothing(words)) return `${standing}|alone|${fact.ref}`;
  return `${standing}|words|${words}`;
}

function ruleOf(block: string, episode: string): RuleId {
  const kind = block.split('|')[1];
  if (kind === 'alone') return 'C-alone';
  if (kind === 'words') return 'C-same-words';
  if (kind === 'code') return 'C-same-code';
  return episode === '' ? 'C-same-concept' : 'C-same-episode';
}

interface Side {
  readonly side: Laterality | undefined;
  readonly facts: readonly ConditionFact[];
  /** An unsaid side beside several sides. */
  readonly undecided: boolean;
}

/** Left and right are apart; an unsaid side joins a sole one; "bilateral" is a side of its own. */
function splitBySide(facts: readonly ConditionFact[]): readonly Side[] {
  const said = groupBy(
    facts.filter((fact) => fact.reading.laterality !== undefined),
    (fact) => fact.reading.laterality ?? '',
  );
  const unsaid = facts.filter((fact) => fact.reading.laterality === undefined);
  const sides = [...said].sort(([a], [b]) => compareText(a, b)) as [Laterality, ConditionFact[]][];
  const [only] = sides;
  if (!only) return [{ side: undefined, facts: unsaid, undecided: false }];
  if (sides.length === 1 && only[0] !== 'bilateral') {
    return [{ side: only[0], facts: [...only[1], ...unsaid], undecided: false }];
  }
  const apart = sides.map(([side, members]) => ({ side, facts: members, undecided: false }));
  return unsaid.length > 0 ? [...apart, { side: undefined, facts: unsaid, undecided: true }] : apart;
}

function toGroup(identity: string, members: readonly ConditionFact[], rule: RuleId): ConditionGroup {
  const facts = [...members].sort(compareFacts);
  return {
    identity,
    facts,
    heads: headsBySource(facts, (fact) => fact.recorded ?? fact.onset),
    joins: sharedJoins(facts, facts.length === 1 ? 'C-alone' : rule),
    changes: stageChanges(facts),
  };
}
