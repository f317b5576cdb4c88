/** Values of search parameters with escaped separators (FHIR R4, 3.1.1.4.0.1): a backslash takes the next character literally. */

/** The escape stays in the parts, so that what is split again can still be told apart. */
export function splitEscaped(value: string, separator: ',' | '|'): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i) === '\\') i++;
    else if (value.charAt(i) === separator) {
      parts.push(value.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, value.slice(start)];
}

export function unescape(value: string): string {
  return value.replace(/\\([\\,|$])/g, '$1');
}
