/** From where the passport is, as of when, and what may be missing (laws L6, L7). Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { ToldCompleteness } from '../record/told-completeness.ts';
import type { Words } from '../locales/words.ts';
import type { SheetItem, SheetLine } from './sheet.ts';
import { own, sentence, written, type Line, type Run } from './sentence.ts';

/** The day of the oldest reading: no place was read longer ago. */
export function asOfLine(completeness: readonly SourceCompleteness[], words: Words): Line {
  const read = places(completeness).flatMap(({ lastSuccess }) => lastSuccess ?? []);
  const [oldest] = read.toSorted();
  if (oldest === undefined) return sentence(words, 'passport:asOfNothing');
  return sentence(words, 'passport:asOf', { day: own(words.day(oldest)) });
}

export function completenessItems(completeness: readonly ToldCompleteness[], words: Words): readonly SheetItem[] {
  if (places(completeness).length === 0)
    return [{ title: sentence(words, 'record:completeness.noSource'), after: [], lines: [] }];
  return places(completeness).map(({ title, state, lastSuccess, noLongerReturned, warnings }) => {
    const told: Line[] = [sentence(words, `record:completeness.state.${state}`)];
    if (lastSuccess !== undefined)
      told.push(sentence(words, 'record:completeness.lastRead', { when: own(words.instant(lastSuccess)) }));
    if (noLongerReturned > 0)
      told.push(sentence(words, 'record:completeness.noLongerReturned', { count: noLongerReturned }));
    const runs = told.flatMap((line, index) => (index === 0 ? line : [own(' '), ...line]));
    const warned = warnings.map(({ code, list }): SheetLine => {
      const warning = sentence(words, `record:completeness.warning.${code}`);
      return { runs: list === undefined ? warning : [written(list), own(': '), ...warning], weight: 'differs' };
    });
    return { title: [written(title)], after: [], lines: [{ runs, weight: 'beside' }, ...warned] };
  });
}

/** By title of a place: A, B, C … in the order in which people see them. */
export function placeLetters(completeness: readonly SourceCompleteness[]): ReadonlyMap<string, string> {
  return new Map(places(completeness).map(({ title }, index) => [title, letterOf(index)]));
}

/** What the letters mean. */
export function lettersLine(letters: ReadonlyMap<string, string>, words: Words): readonly Line[] {
  if (letters.size === 0) return [];
  const named = [...letters].flatMap(([title, letter], index): Run[] => [
    // A letter on its own keeps its place before its name in a line that runs from right to left.
    ...(index === 0 ? [] : [own(words.language.signs.semicolon)]),
    written(letter),
    own(' = '),
    written(title),
  ]);
  return [[...sentence(words, 'passport:letters'), own(' '), ...named, own('.')]];
}

/** A to Z, then AA, AB … */
function letterOf(index: number): string {
  const last = String.fromCodePoint(0x41 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}

/** Without what the person added: it is as they left it. */
function places<C extends SourceCompleteness>(completeness: readonly C[]): readonly C[] {
  return completeness.filter(({ source }) => source !== OWN_SOURCE);
}
