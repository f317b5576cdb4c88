/** Which things may be one, after the person's decisions: what was decided is no open question any more. */
import type { Fact } from '../facts/fact.ts';
import type { Group, Relation } from '../match/group.ts';
import type { Settlement } from './settle.ts';

interface Placed<F extends Fact> {
  /** Undefined where no decision touches the group. */
  readonly set: number | undefined;
  /** Positions of the machine's groups that it was made of. */
  readonly origins: readonly number[];
  readonly group: Group<F>;
}

/** @param groups in their final order; relations are of positions in it. */
export function relateDecided<F extends Fact>(
  relations: readonly Relation[],
  groups: readonly Placed<F>[],
  settlement: Settlement,
): readonly Relation[] {
  const successors = new Map<number, number[]>();
  groups.forEach(({ origins }, position) => {
    for (const origin of origins) successors.set(origin, [...(successors.get(origin) ?? []), position]);
  });
  const isApart = (a: number, b: number): boolean => {
    const [left, right] = [groups[a]?.set, groups[b]?.set];
    return left !== undefined && right !== undefined && settlement.isApart(left, right);
  };
  const open = (code: Relation['code'], reason: Relation['reason'], members: readonly number[]): Relation[] => {
    const asked = members.filter((a) => members.some((b) => a !== b && !isApart(a, b)));
    return asked.length < 2 ? [] : [{ code, reason, groups: asked }];
  };
  const kept = relations.flatMap(({ code, reason, groups: before }) => {
    const choices = before.map((origin) => successors.get(origin) ?? []);
    const [left, right] = choices;
    if (choices.length === 2 && left && right) {
      return left.flatMap((a) => right.flatMap((b) => (a === b ? [] : open(code, reason, [a, b]))));
    }
    return open(code, reason, [...new Set(choices.flat())]);
  });
  // Parts of one group that nobody compared with each other: the machine would have joined them.
  const siblings = [...successors.values()].flatMap((parts) =>
    parts.length > 1 ? open('possible-duplicate', 'decision', parts) : [],
  );
  return [...kept, ...siblings];
}
