/** Conditions that may be one and are never merged by the machine. */
import type { ConditionFact } from '../facts/condition-fact.ts';
import type { Laterality } from '../terminology/condition-reading.ts';
import type { Group, RelatedReason, Relation } from './group.ts';

export interface PlacedCondition {
  readonly group: Group<ConditionFact>;
  readonly block: string;
  readonly side: Laterality | undefined;
  readonly undecidedSide: boolean;
  readonly undecidedEpisode: boolean;
}

/** Above this many, one relation names them all: pairs would grow with the square. */
const PAIRS_UP_TO = 8;

export function relateConditions(conditions: readonly PlacedCondition[]): readonly Relation[] {
  const byBlock = new Map<string, number[]>();
  const byConcept = new Map<string, number[]>();
  conditions.forEach((condition, index) => {
    push(byBlock, condition.block, index);
    const concept = condition.group.facts[0]?.reading.concept;
    if (concept !== undefined && isAsserted(condition)) push(byConcept, concept, index);
  });
  return [
    ...[...byBlock.values()].flatMap((members) => withinBlock(conditions, members)),
    ...generalAndSpecific(conditions, byConcept),
    ...vague(conditions, byConcept),
  ];
}

function isAsserted(condition: PlacedCondition): boolean {
  return condition.block.startsWith('asserted|');
}

function withinBlock(conditions: readonly PlacedCondition[], members: readonly number[]): readonly Relation[] {
  const relations: Relation[] = [];
  const undecided = members.filter((index) => conditions[index]?.undecidedEpisode === true);
  if (undecided.length > 0 && members.length > 1) {
    relations.push({ code: 'possible-duplicate', reason: 'course', groups: members });
  }
  const bySide = new Map<string, number[]>();
  for (const index of members) push(bySide, conditions[index]?.side ?? 'unsaid', index);
  if (bySide.size < 2) return relations;
  const sides = members.length <= PAIRS_UP_TO ? members : [...bySide.values()].flatMap((side) => side[0] ?? []);
  for (let a = 0; a < sides.length; a++) {
    for (let b = a + 1; b < sides.length; b++) {
      const [left, right] = [sides[a] as number, sides[b] as number];
      const [sideA, sideB] = [conditions[left]?.side, conditions[right]?.side];
      if (sideA === sideB) continue;
      const opposite = sideA !== undefined && sideB !== undefined && sideA !== 'bilateral' && sideB !== 'bilateral';
      relations.push(
        opposite
          ? { code: 'laterality-differs', reason: 'side', groups: [left, right] }
          : { code: 'possible-duplicate', reason: 'side', groups: [left, right] },
      );
    }
  }
  return relations;
}

/** "Diabetes" here, "type 2 diabetes" there: related, with the reason; only the person may join them. */
function generalAndSpecific(
  conditions: readonly PlacedCondition[],
  byConcept: ReadonlyMap<string, readonly number[]>,
): readonly Relation[] {
  const done = new Set<string>();
  const relations: Relation[] = [];
  for (const [concept, specific] of byConcept) {
    const broader = conditions[specific[0] ?? -1]?.group.facts[0]?.reading.broader ?? [];
    for (const general of broader) {
      const others = byConcept.get(general);
      const key = `${concept}|${general}`;
      if (!others || done.has(key)) continue;
      done.add(key);
      relations.push(...pairsOrAll(specific, others, 'general-or-specific'));
    }
  }
  return relations;
}

function vague(
  conditions: readonly PlacedCondition[],
  byConcept: ReadonlyMap<string, readonly number[]>,
): readonly Relation[] {
  return conditions.flatMap((condition, index) => {
    const couldBe = condition.group.facts[0]?.reading.couldBe ?? [];
    const others = [...new Set(couldBe.flatMap((concept) => byConcept.get(concept) ?? []))].filter(
      (other) => other !== index,
    );
    return pairsOrAll([index], others, couldBe.length > 1 ? 'vague' : 'text-only');
  });
}

function pairsOrAll(a: readonly number[], b: readonly number[], reason: RelatedReason): readonly Relation[] {
  if (a.length === 0 || b.length === 0) return [];
  if (a.length * b.length > PAIRS_UP_TO * PAIRS_UP_TO) {
    return [{ code: 'possible-duplicate', reason, groups: [...a, ...b] }];
  }
  return a.flatMap((left) =>
    b.map((right) => ({ code: 'possible-duplicate' as const, reason, groups: [left, right] })),
  );
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const members = map.get(key);
  if (members) members.push(index);
  else map.set(key, [index]);
}
