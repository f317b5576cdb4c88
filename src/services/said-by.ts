/** Gathers what records say by value: each value once, with the titles of all sources that say so. Pure. */
import type { RecordNames } from '../record/explain/record-names.ts';

/** One value and who says so. */
export interface SaidBy {
  /** As the source wrote it; of a status its code: `active`, `completed`, `stopped`, `on-hold`, `not-taken`, `intended`. */
  readonly value: string;
  /** Titles of sources, sorted. */
  readonly who: readonly string[];
  /** FHIR date of the newest record that says so; undefined where none has one. */
  readonly date: string | undefined;
}

export interface Saying {
  readonly value: string;
  /** `<Type>/<id>` of the source records that say so. */
  readonly refs: readonly string[];
  readonly date: string | undefined;
}

export interface Sources {
  readonly names: Pick<RecordNames, 'sourceOf' | 'recordOf'>;
  readonly titleOf: (source: string) => string;
}

/** Values that differ in letter case or spaces alone are one; in the order of first mention. */
export function gather(sayings: readonly Saying[], sources: Sources): readonly SaidBy[] {
  const byKey = new Map<string, { value: string; who: Set<string>; date: string | undefined }>();
  for (const { value, refs, date } of sayings) {
    const key = value.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    const entry = byKey.get(key) ?? { value: value.trim(), who: new Set<string>(), date: undefined };
    byKey.set(key, entry);
    for (const title of titlesOf(refs, sources)) entry.who.add(title);
    entry.date = newest(entry.date, date);
  }
  return [...byKey.values()].map(({ value, who, date }) => ({ value, who: [...who].toSorted(), date }));
}

/** Sorted, each once; references to nothing known are left out. */
export function titlesOf(refs: readonly string[], { names, titleOf }: Sources): readonly string[] {
  const sources = refs.flatMap((ref) => names.sourceOf(ref) ?? []);
  return [...new Set(sources.map(titleOf))].toSorted();
}

/** FHIR dates as written: by the day they begin on. */
export function newest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
