/** Which sources a person shares: those linked today one by one, and those linked later together. Pure. */

export interface SourceChoice {
  /** Names of the sources that are linked, in the order of the page. */
  readonly linked: readonly string[];
  /** Names of all sources a person can link here. */
  readonly offered: readonly string[];
  readonly ticked: ReadonlySet<string>;
  /** Sources linked later too. */
  readonly later: boolean;
}

/** @returns source names; undefined = all, those linked later too (`ConsentAnswer.sources`). */
export function sharedSources({ linked, offered, ticked, later }: SourceChoice): readonly string[] | undefined {
  const shared = linked.filter((name) => ticked.has(name));
  if (!later) return shared;
  if (shared.length === linked.length) return undefined;
  // All but the unticked: the others of those offered are read once they are linked.
  const isLinked = new Set(linked);
  return [...shared, ...offered.filter((name) => !isLinked.has(name))];
}
