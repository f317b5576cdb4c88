/**
 * Settles constraints over nodes, one after the other: a constraint that contradicts those before it is refused. Joining is
 * transitive; keeping apart holds for whole sets.
 */
export interface Settlement {
  /** @returns whether the two are (now) in one set; false where they are kept apart. */
  join(a: number, b: number): boolean;
  /** @returns whether the two are kept apart; false where they are in one set. */
  keepApart(a: number, b: number): boolean;
  isApart(a: number, b: number): boolean;
  /** The set a node is in, by one of its nodes; changes with every join. */
  setOf(node: number): number;
}

export function createSettlement(): Settlement {
  const parent = new Map<number, number>();
  const apart: (readonly [number, number])[] = [];

  function setOf(node: number): number {
    let at = node;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    return at;
  }

  function isApart(a: number, b: number): boolean {
    const [x, y] = [setOf(a), setOf(b)];
    return apart.some(([left, right]) => {
      const [l, r] = [setOf(left), setOf(right)];
      return (l === x && r === y) || (l === y && r === x);
    });
  }

  return {
    setOf,
    isApart,
    join(a, b) {
      const [x, y] = [setOf(a), setOf(b)];
      if (x === y) return true;
      if (isApart(a, b)) return false;
      parent.set(Math.max(x, y), Math.min(x, y));
      return true;
    },
    keepApart(a, b) {
      if (setOf(a) === setOf(b)) return false;
      apart.push([a, b]);
      return true;
    },
  };
}
