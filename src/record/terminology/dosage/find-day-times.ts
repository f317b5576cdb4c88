/** Decides which times of the day and which relation to meals a written instruction names. */
import type { DaySlot, DayTime } from './tables/day-times.ts';
import { SLOT_WORDS } from './tables/day-times.ts';

export interface FoundDayTimes {
  /** Slots and meal relations, sorted. */
  readonly when: readonly string[];
  /** How many administrations the named times make; 0 when none is named. */
  readonly perDay: number;
  readonly rest: string;
}

const SLOT_OF = new Map<string, DaySlot>(
  SLOT_WORDS.flatMap(({ slot, words }) => words.map((word) => [word, slot] as const)),
);
const WORDS_LONGEST_FIRST = [...SLOT_OF.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
const SLOT_PATTERN = new RegExp(
  String.raw`\b(?:(before|with|after|during|at|in the|in|on|each|every|the|your) ){0,5}(${WORDS_LONGEST_FIRST})\b`,
  'g',
);
const CLOCK =
  /\b(?:at )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)\b|\b(?:at )?([01]\d|2[0-3]):?([0-5]\d) ?(?:h|hrs|hours)\b|\b(?:at )?([01]?\d|2[0-3]):([0-5]\d)\b/g;
const MEAL =
  /\b(before|with|after|during|at|on) (?:(?:or )?(?:just )?after )?(?:(?:each|every|your|main|the|an|some) ){0,2}(food|meals?|mealtimes?|eating|a meal|empty stomach|milk)\b/g;
const LATIN_MEAL = /\b(ac|pc|a\.c|p\.c)\b\.?/g;
const MEALS_ALONE = new Set(['breakfast', 'lunch', 'dinner', 'supper', 'evening meal', 'tea']);

function mealOf(relation: string | undefined): string | undefined {
  if (relation === 'before') return 'before-food';
  if (relation === 'after') return 'after-food';
  return relation === 'with' || relation === 'during' || relation === 'at' ? 'with-food' : undefined;
}

/** Part of the day for an hour of the clock, 0-23. */
export function slotOfHour(hour: number): DaySlot {
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 14) return 'noon';
  if (hour >= 14 && hour < 17) return 'afternoon';
  return hour >= 17 && hour < 21 ? 'evening' : 'night';
}

/** `words`: as `plainInstruction` gives them, with or without the words for the frequency. */
export function findDayTimes(words: string): FoundDayTimes {
  const when = new Set<string>();
  const times = new Set<string>();
  let rest = words.replace(
    CLOCK,
    (_all, h12?: string, _m?: string, half?: string, h24?: string, _m24?: string, h?: string) => {
      const hour = h12 === undefined ? Number(h24 ?? h) : (Number(h12) % 12) + (half === 'pm' ? 12 : 0);
      when.add(slotOfHour(hour));
      times.add(`clock ${String(hour)}`);
      return ' | ';
    },
  );
  rest = rest.replace(MEAL, (_all, relation: string, noun: string) => {
    const meal = noun === 'empty stomach' ? 'before-food' : mealOf(relation);
    if (meal !== undefined) when.add(meal);
    return ' | ';
  });
  rest = rest.replace(LATIN_MEAL, (word: string) => {
    when.add(word.startsWith('a') ? 'before-food' : 'after-food');
    return ' | ';
  });
  rest = rest.replace(SLOT_PATTERN, (all: string, _relation: string | undefined, word: string) => {
    const slot = SLOT_OF.get(word);
    if (slot === undefined) return all;
    const relation = /\b(before|with|after|during|at)\b/.exec(all)?.[1];
    const meal = MEALS_ALONE.has(word) ? mealOf(relation) : undefined;
    when.add(slot);
    times.add(slot);
    if (meal !== undefined) when.add(meal);
    return ' | ';
  });
  return { when: [...when].sort(), perDay: times.size, rest };
}

/** What FHIR's event codes and clock times ("08:00:00") say, in the same terms. */
export function dayTimesOf(
  events: readonly DayTime[],
  clock: readonly string[],
): Pick<FoundDayTimes, 'when' | 'perDay'> {
  const when = new Set<string>();
  const times = new Set<string>();
  for (const { slot, meal } of events) {
    if (slot !== undefined) {
      when.add(slot);
      times.add(slot);
    }
    if (meal !== undefined) when.add(meal);
  }
  for (const time of clock) {
    const hour = /^([01]\d|2[0-3]):/.exec(time)?.[1];
    if (hour === undefined) continue;
    when.add(slotOfHour(Number(hour)));
    times.add(time);
  }
  return { when: [...when].sort(), perDay: times.size };
}
