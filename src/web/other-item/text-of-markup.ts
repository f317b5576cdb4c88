/** The text of a narrative without its markup: a source's markup is never trusted (FHIR R4, 2.1.28 "Narrative"). Pure. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Tags become spaces; the few entities of XML become their characters. */
export function textOfMarkup(markup: string): string {
  const parts: string[] = [];
  let rest = 0;
  while (rest < markup.length) {
    const open = markup.indexOf('<', rest);
    if (open === -1) break;
    parts.push(markup.slice(rest, open));
    const close = markup.indexOf('>', open);
    rest = close === -1 ? markup.length : close + 1;
  }
  parts.push(markup.slice(rest));
  return parts
    .join(' ')
    .replaceAll(/&([a-z]{2,4});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/&#(\d{1,6});/g, (whole, digits: string) => characterOf(Number(digits)) ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function characterOf(code: number): string | undefined {
  return code > 31 && code < 0xd800 ? String.fromCodePoint(code) : undefined;
}
