/**
 * Splits the records of one condition on one side into entities: a chronic condition is one whatever the onset dates; one
 * that comes in episodes is told apart by date within its precision, and two dates in one source are two episodes.
 */
import { compareDaySpans, mayBeSameDay, namesADay, type DaySpan } from '../facts/day-span.ts';
import { compareFacts } from '../facts/fact.ts';
import { episodeDate, type ConditionFact } from '../facts/condition-fact.ts';
import { groupBy } from './group-by.ts';

export interface Episode {
  /** Onset as written; '' for a chronic condition or where undated and sole; a reference where it stands alone. */
  readonly date: string;
  readonly facts: readonly ConditionFact[];
  /** True where the record could belong to several episodes. */
  readonly undecided: boolean;
}

export function conditionEpisodes(facts: readonly ConditionFact[]): readonly Episode[] {
  if (!comesInEpisodes(facts)) return [{ date: '', facts, undecided: false }];
  const dated = facts
    .filter((fact) => episodeDate(fact) !== undefined)
    .sort((a, b) => compareDaySpans(episodeDate(a) as DaySpan, episodeDate(b) as DaySpan) || compareFacts(a, b));
  const byDay = groupBy(
    dated.filter((fact) => namesADay(episodeDate(fact) as DaySpan)),
    (fact) => String(episodeDate(fact)?.first),
  );
  const episodes = [...byDay.values()].map((members) => {
    const span = episodeDate(members[0] as ConditionFact) as DaySpan;
    return { span, date: span.text.slice(0, 10), facts: members };
  });
  const waiting = groupBy(
    dated.filter((fact) => !namesADay(episodeDate(fact) as DaySpan)),
    (fact) => episodeDate(fact)?.text ?? '',
  );
  const apart: Episode[] = [];
  // Months before years: a month is a date that a year may mean.
  const byPrecision = [...waiting.values()].sort((a, b) => spanDays(a) - spanDays(b));
  for (const members of byPrecision) {
    const span = episodeDate(members[0] as ConditionFact) as DaySpan;
    const fitting = episodes.filter((episode) => mayBeSameDay(episode.span, span));
    const [only] = fitting;
    if (fitting.length === 0 && eachSourceOnce(members)) episodes.push({ span, date: span.text, facts: members });
    else if (only && fitting.length === 1 && members.every((fact) => lacksSource(only.facts, fact)))
      only.facts.push(...members);
    else apart.push(...members.map((fact) => ({ date: fact.ref, facts: [fact], undecided: true })));
  }
  const all: Episode[] = [
    ...episodes.map(({ date, facts: members }) => ({ date, facts: members, undecided: false })),
    ...apart,
  ];
  const undated = facts.filter((fact) => episodeDate(fact) === undefined);
  if (all.length === 0) return apartBySource(undated, '');
  return [...all, ...undated.map((fact) => ({ date: fact.ref, facts: [fact], undecided: true }))];
}

function spanDays(facts: readonly ConditionFact[]): number {
  const span = episodeDate(facts[0] as ConditionFact) as DaySpan;
  return span.last - span.first;
}

function eachSourceOnce(facts: readonly ConditionFact[]): boolean {
  return new Set(facts.map((fact) => fact.source)).size === facts.length;
}

/** Joined across sources only where each source tells of just one. */
function apartBySource(facts: readonly ConditionFact[], date: string): readonly Episode[] {
  if (eachSourceOnce(facts)) return [{ date, facts, undecided: false }];
  return facts.map((fact) => ({ date: fact.ref, facts: [fact], undecided: true }));
}

function lacksSource(facts: readonly ConditionFact[], fact: ConditionFact): boolean {
  return facts.every((other) => other.source !== fact.source);
}

/** Known to be episodic; where the vocabulary does not know, different day-precise onsets speak for episodes. */
function comesInEpisodes(facts: readonly ConditionFact[]): boolean {
  const course = facts.find((fact) => fact.reading.course !== undefined)?.reading.course;
  if (course !== undefined) return course === 'episodic';
  const days = new Set(facts.flatMap((fact) => (fact.onset && namesADay(fact.onset) ? fact.onset.first : [])));
  return days.size > 1;
}
