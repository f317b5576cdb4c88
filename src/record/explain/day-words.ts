/** A date as a person reads it: the day as its source wrote it, without the time of day and the time zone. */

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** @returns `2015-05-22` of `2015-05-22T18:29:50+00:00`; any other text as it is. */
export function dayWords(text: string): string {
  return INSTANT.test(text) ? text.slice(0, 10) : text;
}
