/** Dated changes of stage or severity inside one source: a disease that went on is one condition (requirement P8). */
import type { ConditionFact } from '../facts/condition-fact.ts';
import { compareDaySpans, type DaySpan } from '../facts/day-span.ts';
import { compareFacts, type Change } from '../facts/fact.ts';

/** @param facts of one condition, of all sources. Records that tell no date, or the same day, tell no order. */
export function stageChanges(facts: readonly ConditionFact[]): readonly Change[] {
  if (facts.length < 2) return [];
  const dated = facts
    .filter((fact) => dateOf(fact) !== undefined)
    .sort((a, b) => compareDaySpans(dateOf(a) as DaySpan, dateOf(b) as DaySpan) || compareFacts(a, b));
  const changes: Change[] = [];
  for (const source of [...new Set(facts.map((fact) => fact.source))].sort()) {
    const own = dated.filter((fact) => fact.source === source);
    for (const what of ['stage', 'severity'] as const) changes.push(...changesOf(own, what));
  }
  return changes;
}

function changesOf(dated: readonly ConditionFact[], what: 'stage' | 'severity'): readonly Change[] {
  const telling = dated.filter((fact) => fact.reading[what] !== undefined);
  return telling.flatMap((after, index) => {
    const before = telling[index - 1];
    if (before === undefined || before.reading[what] === after.reading[what] || !isLater(after, before)) return [];
    return [{ what, from: before.words, to: after.words, date: dateOf(after)?.text, ref: after.ref }];
  });
}

function isLater(after: ConditionFact, before: ConditionFact): boolean {
  return (dateOf(after)?.first ?? 0) > (dateOf(before)?.last ?? 0);
}

function dateOf(fact: ConditionFact): DaySpan | undefined {
  return fact.recorded ?? fact.onset;
}
