/** The shape of one fact of the condition vocabulary, and short ways to write it. */

export interface ConceptRow {
  readonly key: string;
  /** Names as people and code systems write them, separated by `|`. Spelling, order of words and plurals are folded. */
  readonly names: string;
  /** Nearest broader concepts, separated by `|`; '' for none. */
  readonly broader: string;
  readonly course: 'chronic' | 'episodic' | undefined;
  readonly hasSides: boolean;
  readonly sort: 'diagnosis' | 'other';
}

/** One entity whatever the onset. */
export function chronic(key: string, names: string, broader = ''): ConceptRow {
  return { key, names, broader, course: 'chronic', hasSides: false, sort: 'diagnosis' };
}

/** Comes and goes: episodes by date. */
export function episodic(key: string, names: string, broader = ''): ConceptRow {
  return { key, names, broader, course: 'episodic', hasSides: false, sort: 'diagnosis' };
}

/** Left and right are two things. */
export function sided(row: ConceptRow): ConceptRow {
  return { ...row, hasSides: true };
}

/** Recorded among problems, but no disease: social, administrative, procedure. */
export function other(key: string, names: string, broader = ''): ConceptRow {
  return { key, names, broader, course: undefined, hasSides: false, sort: 'other' };
}
