/** Of repeated records of one thing the newest, with how many there are: a summary shows the last of each, the record all of them. */
import { compareText } from '../../facts/fact.ts';
import type { R4Resource } from '../../fhir/types.ts';

export interface Newest<T> {
  readonly resource: T;
  readonly count: number;
}

/**
 * @param keyOf what makes two of them the same thing.
 * @param dateOf FHIR date; compares as text, which is right to the day.
 * @returns newest first; equal dates by id, so that order of receipt tells nothing.
 */
export function newestOfEach<T extends R4Resource>(
  resources: readonly T[],
  keyOf: (resource: T) => string,
  dateOf: (resource: T) => string | undefined,
): readonly Newest<T>[] {
  const compare = (a: T, b: T) => compareText(dateOf(b) ?? '', dateOf(a) ?? '') || compareText(a.id, b.id);
  const byKey = new Map<string, { resource: T; count: number }>();
  for (const resource of [...resources].sort(compare)) {
    const key = keyOf(resource);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { resource, count: 1 });
    else known.count++;
  }
  return [...byKey.values()];
}

export function timesWords(count: number): string {
  return count === 1 ? '' : `latest of ${count}`;
}
