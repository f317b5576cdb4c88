/** A receipt in words: the same lines for the page and for the text file. Pure. */
import type { LeaveReceipt } from '../../services/leave-receipt.ts';
import type { Words } from '../locales/words.ts';

export interface ToldReceipt {
  readonly title: string;
  readonly lines: readonly string[];
  readonly places: readonly { readonly title: string; readonly result: string }[];
  readonly remains: string;
}

export function tellReceipt(words: Words, receipt: LeaveReceipt): ToldReceipt {
  const { at, isWhole, deletedOthers, leftToOthers, endedApps, sources } = receipt;
  const isLeft = !isWhole && deletedOthers === 0;
  const what = isWhole ? 'whole' : isLeft ? 'left' : 'wholeOther';
  const title = isWhole ? 'title' : isLeft ? 'titleLeft' : 'titleOther';
  const count = (key: string, items: number) =>
    items === 0 ? [] : [words.text(`leave:receipt.${key}`, { count: items })];
  return {
    title: words.text(`leave:receipt.${title}`),
    lines: [
      words.text('leave:receipt.at', { when: words.instant(at) }),
      words.text(`leave:receipt.${what}`),
      ...(isWhole ? count('others', deletedOthers) : []),
      ...(isWhole ? count('leftToOthers', leftToOthers) : []),
      ...count('apps', endedApps),
    ],
    places: sources.map((source) => ({ title: source.title, result: words.text(`leave:receipt.${source.result}`) })),
    remains: words.text('leave:receipt.remains'),
  };
}

/** Lines end as text files of every system can be read: CR LF. */
export function receiptText(words: Words, receipt: LeaveReceipt): string {
  const { title, lines, places, remains } = tellReceipt(words, receipt);
  const placeLines =
    places.length === 0
      ? [words.text('leave:receipt.noPlaces')]
      : [words.text('leave:receipt.placesTitle'), ...places.map((place) => `- ${place.title}: ${place.result}`)];
  return [words.text('common:name'), title, '', ...lines, '', ...placeLines, '', remains, ''].join('\r\n');
}
