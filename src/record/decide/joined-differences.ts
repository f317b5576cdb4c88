/** What the sources call differently in a group that only the person holds together: named, never hidden (law L9). */
import type { Difference } from '../compare/difference.ts';
import { statedValues } from '../compare/stated-values.ts';
import type { Fact } from '../facts/fact.ts';
import type { Group } from '../match/group.ts';
import type { KindOfThing } from './thing-kind.ts';

export function joinedDifferences<F extends Fact>(group: Group<F>, kind: KindOfThing<F>): readonly Difference[] {
  if (group.decisions?.some((decision) => decision.kind === 'same') !== true) return [];
  const values = statedValues(
    [...group.heads.values()].flat().flatMap((fact) => {
      const key = kind.nameOf(fact);
      return key === undefined ? [] : [{ fact, key, value: fact.words, date: fact.dated }];
    }),
  );
  return values.length > 1 ? [{ code: 'name-differs', values }] : [];
}

/** The comparison of a kind, and what only the person's joining brings together. */
export function named<F extends Fact>(
  compare: (group: Group<F>) => readonly Difference[],
  kind: KindOfThing<F>,
): (group: Group<F>) => readonly Difference[] {
  return (group) => {
    const differences = compare(group);
    return group.decisions === undefined ? differences : [...differences, ...joinedDifferences(group, kind)];
  };
}

/** No name is picked as the winner: the text says that there are others. */
export function nameText(text: string, differences: readonly Difference[]): string {
  return differences.some((difference) => difference.code === 'name-differs')
    ? `${text} (not named the same in every source)`
    : text;
}
