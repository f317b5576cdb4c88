/** Makes the sources' text harmless in a terminal: no control sequence, no turned direction, no endless cell. Pure. */

const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}]/gu;
const REPLACEMENT = '\uFFFD';
const LONGEST_CELL = 300;

/** Line breaks stay; every other control character and every change of direction becomes a replacement character. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === '\n' ? character : REPLACEMENT));
}

/** The beginning of a text that would fill the screen; the whole of it is at the endpoint. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  // Not through the middle of a character.
  return `${text.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
