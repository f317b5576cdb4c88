/** Finds where values begin and end in JSON text, in one pass and without parsing them (RFC 8259). */

/** Deeper than any FHIR resource; keeps every later walk over the value from running out of stack. */
export const MAX_DEPTH = 200;

/** What a pass over a value finds besides its end. */
export interface Findings {
  /** Numbers whose text `JSON.parse` would change: `1.10`, or more digits than a double holds. */
  readonly inexact: Span[];
  /** Levels of nesting below the value. */
  depth: number;
}

/** Position of a value in the text: `end` is the index after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Index after the value that starts at `start` (white space before it is skipped); adds to `findings`. */
export function skipValue(text: string, start: number, findings: Findings): number {
  let depth = 0;
  let i = skipSpace(text, start);
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = endOfString(text, i);
      if (depth === 0) return i;
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      depth++;
      if (depth > findings.depth) findings.depth = depth;
      i++;
    } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      depth--;
      i++;
      if (depth === 0) return i;
    } else if (c === MINUS || (c > 47 && c < 58)) {
      const end = endOfNumber(text, i);
      if (changesText(text, i, end)) findings.inexact.push({ start: i, end });
      i = end;
      if (depth === 0) return i;
    } else if (depth === 0) {
      return endOfWord(text, i);
    } else {
      i++;
    }
  }
  return i;
}

/**
 * Calls `visit` for each member of the object at `start`, in order; `visit` returns the index after the value.
 * @returns the index after the object. The text must be valid JSON.
 */
export function eachMember(text: string, start: number, visit: (key: string, valueStart: number) => number): number {
  let i = skipSpace(text, start) + 1;
  for (;;) {
    i = skipSpace(text, i);
    const c = text.charCodeAt(i);
    if (c === COMMA) {
      i++;
    } else if (c === QUOTE) {
      const end = endOfString(text, i);
      const raw = text.slice(i + 1, end - 1);
      const key = raw.includes('\\') ? String(JSON.parse(text.slice(i, end))) : raw;
      i = skipSpace(text, end);
      if (text.charCodeAt(i) === COLON) i++;
      i = visit(key, skipSpace(text, i));
    } else {
      return i + 1;
    }
  }
}

/** As {@link eachMember}, for the elements of the array at `start`. */
export function eachElement(text: string, start: number, visit: (index: number, valueStart: number) => number): number {
  let i = skipSpace(text, start) + 1;
  let index = 0;
  for (;;) {
    i = skipSpace(text, i);
    const c = text.charCodeAt(i);
    if (c === COMMA) i++;
    else if (c === CLOSE_BRACKET || i >= text.length) return i + 1;
    else i = visit(index++, i);
  }
}

export function skipSpace(text: string, start: number): number {
  let i = start;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) break;
  }
  return i;
}

function endOfString(text: string, open: number): number {
  let i = open;
  for (;;) {
    i = text.indexOf('"', i + 1);
    if (i < 0) return text.length;
    let before = i - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    // An even run of backslashes escapes only itself.
    if ((i - before) % 2 === 1) return i + 1;
  }
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c < 48 || c > 57) && c !== 46 && c !== 43 && c !== MINUS && c !== 69 && c !== 101) break;
  }
  return i;
}

function endOfWord(text: string, start: number): number {
  let i = start;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 97 || c > 122) break;
  }
  return i === start ? start + 1 : i;
}

/** Whether the number would be written otherwise after `JSON.parse`. */
function changesText(text: string, start: number, end: number): boolean {
  // A double keeps 15 digits; so short a number can only change by its form.
  if (end - start <= 15) {
    let point = -1;
    let exponent = false;
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i);
      if (c === POINT) point = i;
      else if (c > 57) exponent = true;
    }
    if (point < 0 && !exponent) return end - start === 2 && text.startsWith('-0', start);
    if (!exponent && text.charCodeAt(end - 1) === ZERO) return true;
    // From 1e-7 on JavaScript writes an exponent.
    if (!exponent && !text.startsWith('.000000', point)) return false;
  }
  const token = text.slice(start, end);
  return String(Number(token)) !== token;
}
