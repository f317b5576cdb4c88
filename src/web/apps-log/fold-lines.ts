/** Lines of the access log that say the same of one day, one after the other, as one: nothing is left out, each line is in its fold. Pure. */
import type { LogLine } from './log-line.ts';

export interface LogGroup<Line extends LogLine = LogLine> {
  /** Newest first; at least one. */
  readonly lines: readonly [Line, ...Line[]];
  /** Of all its lines, each once. */
  readonly pages: readonly string[];
  readonly types: readonly string[];
  readonly places: readonly string[];
}

/** @param lines newest first. */
export function foldLines<Line extends LogLine>(lines: readonly Line[]): readonly LogGroup<Line>[] {
  const groups: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group !== undefined && keyOf(group[0]) === keyOf(line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    lines: group,
    pages: distinct(group.flatMap(({ page }) => page ?? [])),
    types: distinct(group.flatMap(({ types }) => types)),
    places: distinct(group.flatMap(({ places }) => places)),
  }));
}

function keyOf({ at, who, action, app, problem }: LogLine): string {
  return JSON.stringify([at.slice(0, 10), who, action, app, problem]);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
