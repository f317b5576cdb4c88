/** Takes characters off the end of a text: what `/[…]+$/` would do, in one pass (such a pattern searches anew from every place). */

/** @param stripped matches one character that goes. */
export function stripEnd(text: string, stripped: RegExp): string {
  let end = text.length;
  while (end > 0 && stripped.test(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}
