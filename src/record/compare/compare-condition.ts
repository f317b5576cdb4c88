/** What the sources say differently about one condition. A value missing on one side is no difference. */
import type { ConditionFact } from '../facts/condition-fact.ts';
import { moreThanDaysApart, namesADay, type DaySpan } from '../facts/day-span.ts';
import type { ConditionGroup } from '../match/match-conditions.ts';
import { codeAgainstText, PERIOD_TOLERANCE_DAYS } from './compare-therapy.ts';
import type { Difference, DifferenceCode } from './difference.ts';
import { someDiffer, somePair, statedValues, type Statement } from './stated-values.ts';

export function compareCondition(condition: ConditionGroup): readonly Difference[] {
  const heads = [...condition.heads.values()].flat();
  return [
    ...differs('status-differs', conditionStatuses(condition)),
    ...severityOrStage(heads),
    ...differs(
      'verification-differs',
      say(heads, (fact) => fact.verification),
    ),
    ...periods(heads),
    ...codeAgainstText(condition.facts),
  ];
}

export function conditionStatuses(condition: ConditionGroup): readonly Statement<ConditionFact>[] {
  return [...condition.heads.values()].flat().flatMap((fact) => {
    if (fact.status === undefined) return [];
    return [{ fact, key: fact.status, value: fact.clinicalStatus ?? fact.status, date: dateOf(fact) }];
  });
}

function say(
  facts: readonly ConditionFact[],
  value: (fact: ConditionFact) => string | undefined,
): readonly Statement<ConditionFact>[] {
  return facts.flatMap((fact) => {
    const said = value(fact);
    return said === undefined ? [] : [{ fact, key: said, value: said, date: dateOf(fact) }];
  });
}

function dateOf(fact: ConditionFact): DaySpan | undefined {
  return fact.recorded ?? fact.onset;
}

function differs(code: DifferenceCode, statements: readonly Statement<ConditionFact>[]): readonly Difference[] {
  return someDiffer(statements, (statement) => statement.key) ? [{ code, values: statedValues(statements) }] : [];
}

/** One discrepancy for both, as both tell how far the disease has gone; shown as the source words it. */
function severityOrStage(heads: readonly ConditionFact[]): readonly Difference[] {
  const stages = say(heads, (fact) => fact.reading.stage);
  const severities = say(heads, (fact) => fact.reading.severity);
  const differing = [stages, severities].filter((statements) => someDiffer(statements, (item) => item.key));
  const [first] = differing;
  if (!first) return [];
  return [{ code: 'severity-or-stage-differs', values: statedValues(first) }];
}

/** Onsets of a lasting condition; a date inside a partial date agrees. */
function periods(facts: readonly ConditionFact[]): readonly Difference[] {
  const dated = facts.filter((fact) => fact.onset !== undefined);
  const distinct = [
    ...new Map(
      dated.filter((fact) => fact.onset && namesADay(fact.onset)).map((fact) => [fact.onset?.text, fact]),
    ).values(),
  ];
  const sorted = distinct.sort((a, b) => (a.onset?.first ?? 0) - (b.onset?.first ?? 0));
  const ends = [sorted[0], sorted.at(-1)].filter((fact) => fact !== undefined);
  const differ = somePair(ends, (a, b) => {
    if (!a.onset || !b.onset) return false;
    return moreThanDaysApart(a.onset, b.onset, PERIOD_TOLERANCE_DAYS) === true;
  });
  if (!differ) return [];
  return [{ code: 'period-differs', values: statedValues(say(dated, (fact) => fact.onset?.text)) }];
}
