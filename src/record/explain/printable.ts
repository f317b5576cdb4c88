/** Text of a source for a terminal: no control or direction characters, no line longer than a person reads. */

const LONGEST = 300;

export function printable(text: string): string {
  const shown = Array.from(text.slice(0, LONGEST), (char) => (isHidden(char.codePointAt(0) ?? 0) ? ' ' : char)).join(
    '',
  );
  return `${shown.replaceAll(/ +/g, ' ').trim()}${text.length > LONGEST ? '…' : ''}`;
}

/** C0, C1, line separators, direction marks and overrides, tags. */
function isHidden(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xd800 && code < 0xe000) ||
    code >= 0xe0000
  );
}
