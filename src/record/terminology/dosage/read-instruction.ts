/** Decides what one written dosage instruction says (UK and US prescribing words), without guessing. */
import type { DosageReading } from '../dosage-reading.ts';
import { toFrequency } from './administration-frequency.ts';
import { findDayTimes } from './find-day-times.ts';
import { findDose } from './find-dose.ts';
import { findFrequency } from './find-frequency.ts';
import { routeInWords } from './find-route.ts';
import { plainInstruction } from './plain-instruction.ts';
import { TOLD_ELSEWHERE, VARIABLE_DOSE } from './tables/scheme-words.ts';

export type Instruction = Omit<DosageReading, 'text'>;

const escape = (word: string): string => word.replace(/[.^/]/g, String.raw`\$&`);
const startsWord = (stems: readonly string[]): RegExp =>
  new RegExp(stems.map((stem) => (stem.startsWith('/') ? `${escape(stem)}\\b` : `\\b${escape(stem)}`)).join('|'));
const wholeWord = (words: readonly string[]): RegExp => new RegExp(`\\b(?:${words.map(escape).join('|')})\\b`);
const VARIABLE = startsWord(VARIABLE_DOSE);
const ELSEWHERE = wholeWord(TOLD_ELSEWHERE);
const AS_NEEDED =
  /\bp\.?r\.?n\b\.?|\b(?:as|when|if|where|whenever|as often as|only when|as and when) (?:needed|required|necessary|req|reqd|needs)\b|\bas and when\b|\bsos\b/;
/** "40mg ON", "1 ON": omni nocte; elsewhere "on" is a preposition. */
const OMNI_NOCTE = /(\d(?: ?(?:tab[a-z]{0,5}|cap[a-z]{0,6}|mgs?|mcg|units?|g|ml))?) on(?=$|[.,;])/;

/** "inject once" tells no amount. */
const LEFT_TIMES = /\b\d{1,3} times?\b/g;

/** What the words say; every part that is not said, or said twice differently, is undefined. */
export function readInstruction(text: string): Instruction {
  const plain = plainInstruction(text).replace(OMNI_NOCTE, '$1 nocte');
  const asNeeded = AS_NEEDED.test(plain) ? true : undefined;
  const frequencies = findFrequency(plain.replace(AS_NEEDED, ' '));
  const times = findDayTimes(frequencies.rest);
  const doses = findDose(
    times.rest
      .replace(LEFT_TIMES, ' | ')
      .replace(/[ |]{2,}/g, ' | ')
      .replace(/^[ |]+/, ''),
  );
  const variable = VARIABLE.test(plain) || frequencies.conflicting || doses.conflicting;
  const frequency =
    frequencies.frequency ??
    (times.perDay > 0 && !frequencies.conflicting
      ? toFrequency({ times: String(times.perDay), period: '1', unit: 'd' })
      : undefined);
  const perDose =
    doses.dose ??
    (frequencies.patternDose === undefined
      ? undefined
      : { value: frequencies.patternDose, high: undefined, unit: 'each' });
  const when = [...new Set([...times.when, ...frequencies.patternSlots])].sort();
  const said = { asNeeded, when, route: routeInWords(plain) };
  if (variable) return { ...said, perDose: undefined, frequency: undefined, byScheme: true };
  return { ...said, perDose, frequency, byScheme: frequency === undefined && ELSEWHERE.test(plain) };
}
