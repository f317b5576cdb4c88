/** Where each resource of a Bundle or array stands in the text as received (law L2: originals are kept byte for byte). */
import { type Findings, type Span, eachElement, eachMember, skipSpace, skipValue } from './json-scan.ts';

/** A value's place, with the numbers in it that plain parsing would change. */
export interface Slice extends Span {
  readonly inexact: readonly Span[];
  /** Levels of nesting. */
  readonly depth: number;
}

export interface EntrySlice {
  readonly entry: Slice;
  readonly resource: Slice | undefined;
}

/** Slices of the elements of the array at `start`. */
export function elementSlices(text: string, start: number): Slice[] {
  const slices: Slice[] = [];
  eachElement(text, start, (_index, valueStart) => {
    const slice = sliceAt(text, valueStart);
    slices.push(slice);
    return slice.end;
  });
  return slices;
}

/**
 * Slices of `<name>[i]` and `<name>[i].resource` in the object at `start`. Of repeated keys the last one counts, as in
 * `JSON.parse`. The text must be valid JSON.
 */
export function entrySlices(text: string, start: number, name: string): EntrySlice[] {
  let slices: EntrySlice[] = [];
  eachMember(text, start, (key, valueStart) => {
    if (key !== name || text.charAt(valueStart) !== '[') return sliceAt(text, valueStart).end;
    slices = [];
    return eachElement(text, valueStart, (_index, entryStart) => {
      const slice = entryAt(text, entryStart);
      slices.push(slice);
      return slice.entry.end;
    });
  });
  return slices;
}

function entryAt(text: string, start: number): EntrySlice {
  if (text.charAt(start) !== '{') return { entry: sliceAt(text, start), resource: undefined };
  let resource: Slice | undefined;
  const end = eachMember(text, start, (key, valueStart) => {
    const slice = sliceAt(text, valueStart);
    if (key === 'resource') resource = slice;
    return slice.end;
  });
  return { entry: { start, end, inexact: [], depth: 1 }, resource };
}

/** The slice of the value at `start`, white space before it left out. */
export function sliceAt(text: string, start: number): Slice {
  const findings: Findings = { inexact: [], depth: 0 };
  const from = skipSpace(text, start);
  return { start: from, end: skipValue(text, from, findings), ...findings };
}
