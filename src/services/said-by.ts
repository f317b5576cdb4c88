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
  /** `<Type>/<id>` of records that only repeat another source's (law L5). */
  readonly copies: ReadonlySet<string>;
}

/** Values that differ in letter case or spaces alone are one; in the order of first mention. */
export function gather(sayings: readonly Saying[], sources: Sources): readonly SaidBy[] {
  const byKey = new Map<string, { value: string; refs: Set<string>; date: string | undefined }>();
  for (const { value, refs, date } of sayings) {
    const key = value.replaceAll(/\s+/g, '').toLowerCase();
    const entry = byKey.get(key) ?? { value: value.trim(), refs: new Set<string>(), date: undefined };
    byKey.set(key, entry);
    for (const ref of refs) entry.refs.add(ref);
    entry.date = newest(entry.date, date);
  }
  return [...byKey.values()].map(({ value, refs, date }) => ({ value, who: titlesOf([...refs], sources), date }));
}

/** Sorted, each once. A copy is no second voice: it is named only where nobody says it of their own. */
export function titlesOf(refs: readonly string[], { names, titleOf, copies }: Sources): readonly string[] {
  const own = refs.filter((ref) => !copies.has(ref));
  const sources = (own.length > 0 ? own : refs).flatMap((ref) => names.sourceOf(ref) ?? []);
  return [...new Set(sources.map(titleOf))].toSorted();
}

/** FHIR dates as written: by the day they begin on. */
export function newest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
