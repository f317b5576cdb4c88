/** Per source, the records that say how things stand now: the latest recorded where all are dated, otherwise all. */
import type { DaySpan } from '../facts/day-span.ts';
import type { Fact } from '../facts/fact.ts';
import { groupBy } from './group-by.ts';

export function headsBySource<F extends Fact>(
  facts: readonly F[],
  dateOf: (fact: F) => DaySpan | undefined,
): ReadonlyMap<string, readonly F[]> {
  const bySource = groupBy(facts, (fact) => fact.source);
  return new Map([...bySource.keys()].sort().map((source) => [source, latest(bySource.get(source) ?? [], dateOf)]));
}

function latest<F extends Fact>(facts: readonly F[], dateOf: (fact: F) => DaySpan | undefined): readonly F[] {
  let last: number | undefined;
  for (const fact of facts) {
    const date = dateOf(fact);
    if (!date) return facts;
    last = Math.max(last ?? date.last, date.last);
  }
  return facts.filter((fact) => dateOf(fact)?.last === last);
}
