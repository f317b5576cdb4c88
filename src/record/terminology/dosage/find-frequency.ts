/** Decides how often a written instruction says a dose is given, and returns the words that are left. */
import { sameFrequency, toFrequency, capFrequency, type AdministrationFrequency } from './administration-frequency.ts';
import { FREQUENCY_WORDS } from './tables/frequency-words.ts';

export interface FoundFrequency {
  readonly frequency: AdministrationFrequency | undefined;
  /** Two different frequencies stand in the words. */
  readonly conflicting: boolean;
  /** Amount per dose where a "1-0-1" pattern tells it. */
  readonly patternDose: string | undefined;
  /** Parts of the day a pattern names ("0-0-1"); [] for the even patterns, which say no more than a number of times. */
  readonly patternSlots: readonly string[];
  /** The words without those that were read; a `|` stands where they were. */
  readonly rest: string;
}

const R = String.raw`(\d{1,4}(?:\.\d{1,3})?)(?: ?- ?(\d{1,4}(?:\.\d{1,3})?))?`;
const UNIT_WORD = String.raw`(minutes?|mins?|hours?|hourly|hrs?|hrly|h|nights?|days?|d|weeks?|weekly|wks?|months?|years?)\b`;
const EVERY = /\b(?:every|each|q) ?/.source;

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^min/, 'min'],
  [/^h/, 'h'],
  [/^(?:d|n)/, 'd'],
  [/^w/, 'wk'],
  [/^mo/, 'mo'],
  [/^y/, 'a'],
];

function unitOf(word: string): string {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? '';
}

interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray): AdministrationFrequency | undefined;
  readonly cap?: true;
}

const TIMES = String.raw`${R} ?(?:x|times?)? ?(?:a|per|each|every|/|in an?|in each) ?`;
const ONE_PERIOD = String.raw`(day|d|24 ?hours|night|week|wk|month|year)\b`;

function timesPer(match: RegExpMatchArray, offset = 0): AdministrationFrequency | undefined {
  const word = match[offset + 3] ?? '';
  const unit = word.startsWith('24') ? 'd' : unitOf(word);
  return toFrequency({ times: match[offset + 1] ?? '', timesMax: match[offset + 2], period: '1', unit });
}

const ABBREVIATION =
  /\b(o\.?d|q\.?d|b\.?d|b\.?i\.?d|b\.?d\.?s|t\.?d\.?s|t\.?i\.?d|q\.?d\.?s|q\.?i\.?d|q\.?o\.?d|eod)\b\.?/;

/** In order: a phrase that holds another comes first. */
const RULES: readonly Rule[] = [
  {
    // "once weekly", "3 times weekly", "twice daily", "1 time each day"; "3 times/day"; "2-3 times a day"
    pattern: new RegExp(
      String.raw`\b(?:up to|max) ${R} ?(?:x|times?) ?(?:a |per |each |every |/ ?|in an? )?(daily|day|d|24 ?hours|weekly|week|night)\b`,
      'g',
    ),
    read: (m) => timesPer(m),
    cap: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b${R} ?(?:x|times?)[ -]?(?:a|per|each|every|/|in an?|in the)? ?(daily|day|d|24 ?hours|weekly|week|wk|monthly|month|yearly|year|nightly|night)\b`,
      'g',
    ),
    read: (m) => timesPer(m),
  },
  {
    pattern: new RegExp(`\\b${TIMES.replace('(?:x|times?)?', '(?:x|times)')}${ONE_PERIOD}`, 'g'),
    read: (m) => timesPer(m),
  },
  {
    pattern:
      /\b(?:q ?|every )(?:2nd|second|other|alternate) (day|night|morning|evening|week)s?\b|\b(?:on )?alternate (day|night|week)s?\b/g,
    read: (m) => toFrequency({ times: '1', period: '2', unit: (m[1] ?? m[2]) === 'week' ? 'wk' : 'd' }),
  },
  {
    pattern: new RegExp(`${EVERY}${R}[ -]?(?:x )?${UNIT_WORD}`, 'g'),
    read: (m) => toFrequency({ times: '1', period: m[1] ?? '', periodMax: m[2], unit: unitOf(m[3] ?? '') }),
  },
  {
    // "5 days a week"
    pattern: new RegExp(String.raw`\b${R} ?days? ?(?:a|per|each|every|/|in a|out of a) ?(week)\b`, 'g'),
    read: (m) => timesPer(m),
  },
  {
    pattern: new RegExp(String.raw`\b${R}[ -]?(hourly|hrly)\b`, 'g'),
    read: (m) => toFrequency({ times: '1', period: m[1] ?? '', periodMax: m[2], unit: 'h' }),
  },
  {
    // "5 mg 12 weekly" is every 12 weeks; "1 weekly" is one, once a week.
    pattern: /(?:(?<=[a-z|] ?)(?<!(?:take|give|inject|use) ))\b(\d{1,2})[ -]?(weekly|monthly)\b/g,
    read: (m) => (m[1] === '1' ? undefined : toFrequency({ times: '1', period: m[1] ?? '', unit: unitOf(m[2] ?? '') })),
  },
  {
    pattern: /\b(?:every|each) (hour|month|year|week|fortnight)\b/g,
    read: (m) =>
      toFrequency({
        times: '1',
        period: m[1] === 'fortnight' ? '2' : '1',
        unit: m[1] === 'fortnight' ? 'wk' : unitOf(m[1] ?? ''),
      }),
  },
  {
    pattern: new RegExp(`(?<!in )${ABBREVIATION.source}`, 'g'),
    read: (m) => frequencyWord((m[1] ?? '').replaceAll('.', '')),
  },
  {
    pattern: /\b(?:1 time )?(weekly|fortnightly|monthly|yearly|annually|hourly)\b/g,
    read: (m) => frequencyWord(m[1] ?? ''),
  },
  {
    pattern: /(?:\b(?:a|per)|\/) ?(week|fortnight|month)\b/g,
    read: (m) => frequencyWord(m[1] === 'fortnight' ? 'fortnightly' : `${m[1] ?? ''}ly`),
  },
  {
    pattern: /\b(?:1 time )?(?:daily|(?:each|every|a|per|1 time in the|in the) ?day)\b|\/ ?(?:day|d|24 ?h(?:ours)?)\b/g,
    read: () => frequencyWord('daily'),
  },
];

/** `1-0-1`, `1-1-1-1`: morning - noon - evening - night. */
const DAY_PATTERN = /\b(\d(?:\.5)?)-(\d(?:\.5)?)-(\d(?:\.5)?)(?:-(\d(?:\.5)?))?\b/;
const LIMIT_WORDS = /\b(?:or less|or more|more than|less than|at least)\b/;
/** "2 weekly": two once a week, or once every two weeks. */
const AMBIGUOUS = /(?:^|\b(?:take|give|inject|use) )(?:[2-9]|\d\d) (?:weekly|monthly)\b/;
const WEEKDAY = /\b(?:(?:every|each|on) )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b/g;

function frequencyWord(word: string): AdministrationFrequency | undefined {
  const known = FREQUENCY_WORDS[word];
  return known === undefined ? undefined : toFrequency(known);
}

/** `words`: as `plainInstruction` gives them. */
export function findFrequency(words: string): FoundFrequency {
  const pattern = DAY_PATTERN.exec(words);
  if (pattern !== null) return dayPattern(words, pattern);
  const found: AdministrationFrequency[] = [];
  const caps: AdministrationFrequency[] = [];
  let rest = words;
  for (const rule of RULES) {
    rest = rest.replace(rule.pattern, (...args: unknown[]) => {
      const frequency = rule.read(args as unknown as RegExpMatchArray);
      if (frequency === undefined) return String(args[0]);
      (rule.cap === true ? caps : found).push(frequency);
      return ' | ';
    });
  }
  const days = new Set([...rest.matchAll(WEEKDAY)].map((match) => (match[1] ?? '').slice(0, 3)));
  rest = rest.replace(WEEKDAY, ' | ');
  return { ...decide(found, caps, days.size, words), patternDose: undefined, patternSlots: [], rest };
}

function decide(
  found: readonly AdministrationFrequency[],
  caps: readonly AdministrationFrequency[],
  weekdays: number,
  words: string,
): Pick<FoundFrequency, 'frequency' | 'conflicting'> {
  const byDays = weekdays === 0 ? undefined : toFrequency({ times: String(weekdays), period: '1', unit: 'wk' });
  // "once weekly on Mondays" says one thing; "daily" beside weekdays means "once on each of these days".
  const others = found.filter((one) => byDays === undefined || !isOnceADay(one));
  const distinct = (byDays === undefined ? others : [...others, byDays]).filter(
    (one, at, all) => all.findIndex((other) => sameFrequency(one, other)) === at,
  );
  if (AMBIGUOUS.test(words)) return { frequency: undefined, conflicting: true };
  if (LIMIT_WORDS.test(words)) return { frequency: undefined, conflicting: false };
  const [first, second] = distinct;
  if (second !== undefined) return { frequency: undefined, conflicting: true };
  const [cap] = caps;
  if (first === undefined) return { frequency: cap, conflicting: false };
  return { frequency: cap === undefined ? first : capFrequency(first, cap), conflicting: false };
}

function isOnceADay(frequency: AdministrationFrequency): boolean {
  return frequency.per === 'day' && frequency.times === '1';
}

const EVEN_PATTERNS = new Set(['101', '111', '1111', '1011']);
const PATTERN_SLOTS = ['morning', 'noon', 'evening', 'night'];

function dayPattern(words: string, match: RegExpExecArray): FoundFrequency {
  const slots: readonly (string | undefined)[] = match.slice(1);
  const taken = slots.map((amount) => (Number(amount ?? '0') > 0 ? '1' : amount === undefined ? '' : '0'));
  const amounts = slots.filter((amount) => Number(amount ?? '0') > 0);
  const frequency = toFrequency({ times: String(amounts.length), period: '1', unit: 'd' });
  const rest = words.replace(match[0], ' | ');
  if (new Set(amounts).size !== 1)
    return { frequency: undefined, conflicting: amounts.length > 0, patternDose: undefined, patternSlots: [], rest };
  // Three places: morning - noon - night.
  const names = slots[3] === undefined ? ['morning', 'noon', 'night'] : PATTERN_SLOTS;
  const patternSlots = EVEN_PATTERNS.has(taken.join('')) ? [] : names.filter((_name, at) => taken[at] === '1');
  return { frequency, conflicting: false, patternDose: amounts[0], patternSlots, rest };
}
