/** Disjoint sets over positions 0..n-1 (union by smaller root, so that the result never depends on order of joining). */
export interface DisjointSets {
  join(a: number, b: number): void;
  /** Members of each set, sets by their smallest member, members ascending. */
  sets(): number[][];
}

export function createDisjointSets(size: number): DisjointSets {
  const parent = Array.from({ length: size }, (_, index) => index);

  function root(index: number): number {
    let at = index;
    for (let up = parent[at]; up !== undefined && up !== at; up = parent[at]) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  }

  return {
    join(a, b) {
      const rootA = root(a);
      const rootB = root(b);
      if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    },
    sets() {
      const byRoot = new Map<number, number[]>();
      for (let index = 0; index < size; index++) {
        const members = byRoot.get(root(index));
        if (members) members.push(index);
        else byRoot.set(root(index), [index]);
      }
      return [...byRoot.values()];
    },
  };
}
