/** From where the passport is, as of when, and what may be missing (laws L6, L7). Pure. */
import { OWN_SOURCE } from '../../record/own/own-source.ts';
import type { SourceCompleteness } from '../../record/completeness.ts';
import type { Words } from '../locales/words.ts';
import type { SheetContext, SheetItem } from './passport-sheet.ts';
import { own, sentence, type Line } from './sentence.ts';

/** The day of the oldest reading: nothing on the sheet is older than it says. */
export function asOfLine(completeness: readonly SourceCompleteness[], words: Words): Line {
  const read = completeness.flatMap(({ source, lastSuccess }) =>
    source === OWN_SOURCE || lastSuccess === undefined ? [] : [lastSuccess],
  );
  const [oldest] = read.toSorted();
  if (oldest === undefined) return sentence(words, 'passport:asOfNothing');
  return sentence(words, 'passport:asOf', { day: own(words.day(oldest)) });
}

export function completenessItems(
  completeness: readonly SourceCompleteness[],
  { words, who }: SheetContext,
): readonly SheetItem[] {
  if (completeness.length === 0) return [{ title: sentence(words, 'record:completeness.noSource'), lines: [] }];
  return completeness.map(({ source, state, lastSuccess, noLongerReturned }) => {
    if (source === OWN_SOURCE) return { title: [who(source)], lines: [] };
    const told: Line[] = [
      sentence(words, `record:completeness.state.${state}`),
      ...(lastSuccess === undefined
        ? []
        : [sentence(words, 'record:completeness.lastRead', { when: own(words.instant(lastSuccess)) })]),
      ...(noLongerReturned > 0
        ? [sentence(words, 'record:completeness.noLongerReturned', { count: noLongerReturned })]
        : []),
    ];
    const runs = told.flatMap((line, index) => (index === 0 ? line : [own(' '), ...line]));
    return { title: [who(source)], lines: [{ runs, weight: 'beside' }] };
  });
}
