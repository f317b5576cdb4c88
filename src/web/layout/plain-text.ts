/** Text that a stranger chose (the name of an app) as one line that cannot rearrange or flood a page. Pure. */

/** Controls, and what is there without being seen: marks of direction, joiners, tags, fillers and the empty braille cell. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Marks piled on one letter reach into the lines around it. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** What people see as one character. */
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** @param longest in characters; what is cut ends with "…". */
export function plainText(text: string, longest: number): string {
  // What is far too long is not looked at: the rules above see a bounded text.
  const seen = text
    .slice(0, longest * 8)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .normalize('NFC')
    .replaceAll(PILED_MARKS, '$1')
    .trim();
  const letters = Array.from(LETTERS.segment(seen), ({ segment }) => segment);
  return letters.length <= longest
    ? seen
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
