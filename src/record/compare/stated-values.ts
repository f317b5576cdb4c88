/** Gathers who says what, one entry per distinct value. */
import { compareDaySpans, type DaySpan } from '../facts/day-span.ts';
import { compareText, type Fact } from '../facts/fact.ts';
import type { StatedValue } from './difference.ts';

export interface Statement<F extends Fact> {
  readonly fact: F;
  /** Equal keys are one value. */
  readonly key: string;
  readonly value: string;
  readonly date: DaySpan | undefined;
}

/** Entries by key; the value shown is the smallest of those that share the key, so that order tells nothing. */
export function statedValues<F extends Fact>(statements: readonly Statement<F>[]): readonly StatedValue[] {
  const byKey = new Map<string, Statement<F>[]>();
  for (const statement of statements) {
    const members = byKey.get(statement.key);
    if (members) members.push(statement);
    else byKey.set(statement.key, [statement]);
  }
  return [...byKey.values()]
    .map((members) => ({
      value: members.map((statement) => statement.value).sort(compareText)[0] ?? '',
      refs: members.map((statement) => statement.fact.ref).sort(compareText),
      date: members
        .flatMap((statement) => statement.date ?? [])
        .sort(compareDaySpans)
        .at(-1)?.text,
    }))
    .sort((a, b) => compareText(a.value, b.value) || compareText(a.refs[0] ?? '', b.refs[0] ?? ''));
}

/** True where two of the values that are said differ. Cheaper than gathering who says what: most sources agree. */
export function someDiffer<T>(items: readonly T[], valueOf: (item: T) => string | undefined): boolean {
  let first: string | undefined;
  for (const item of items) {
    const value = valueOf(item);
    if (value === undefined) continue;
    if (first === undefined) first = value;
    else if (value !== first) return true;
  }
  return false;
}

/** True where some pair of the list satisfies the test. Lists are distinct values, so short. */
export function somePair<T>(items: readonly T[], test: (a: T, b: T) => boolean): boolean {
  return items.some((a, index) => items.slice(index + 1).some((b) => test(a, b)));
}
