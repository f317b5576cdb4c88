/** Which unified records of two pulls are one thing: by their id, otherwise by the sources' records in them. */
import { compareText } from '../facts/fact.ts';
import { refOf } from '../explain/record-names.ts';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../reconciled-record.ts';

export interface Pair {
  readonly before: readonly UnifiedRecord[];
  readonly after: UnifiedRecord;
}

export interface Successors {
  /** One per thing there is now; `before` empty where it is new. */
  readonly pairs: readonly Pair[];
  readonly successorsOf: ReadonlyMap<UnifiedRecord, readonly UnifiedRecord[]>;
}

/** An item by what its source calls it; where it has no id, by the gateway's. */
export function itemOf({ source, resource, originalId }: SourceRecord): string {
  return JSON.stringify([source, resource.resourceType, originalId ?? '', originalId === undefined ? resource.id : '']);
}

export function successors(before: ReconciledRecord, after: ReconciledRecord): Successors {
  const byItem = new Map<string, UnifiedRecord>();
  const byId = new Map<string, UnifiedRecord>();
  for (const unified of before.unified) {
    byId.set(refOf(unified.resource), unified);
    for (const member of unified.members) byItem.set(itemOf(member), unified);
  }
  const successorsOf = new Map<UnifiedRecord, UnifiedRecord[]>();
  const pairs = after.unified.map((now): Pair => {
    const found = new Set<UnifiedRecord>(now.members.flatMap((member) => byItem.get(itemOf(member)) ?? []));
    const same = byId.get(refOf(now.resource));
    // The id says what the thing is: all its records may be others by now.
    if (same && found.size === 0) found.add(same);
    for (const then of found) successorsOf.set(then, [...(successorsOf.get(then) ?? []), now]);
    return { before: [...found].sort((a, b) => compareText(refOf(a.resource), refOf(b.resource))), after: now };
  });
  return { pairs, successorsOf };
}
