/** Leaves out the older texts of an item that a reading of changes delivered anew. */
import type { StoredResource } from '../ports/linked-account.ts';

/**
 * A reading of changes delivers a changed item under its old id: the newest text of it stands. Where one delivery gave an id
 * twice, the id names no one item, and all its texts stay until the kind is read whole (law L1).
 */
export function newestVersions(rows: readonly StoredResource[]): readonly StoredResource[] {
  const versions = new Map<string, StoredResource[]>();
  for (const row of rows) {
    if (row.originalId === undefined) continue;
    const key = `${row.resourceType}/${row.originalId}`;
    versions.set(key, [...(versions.get(key) ?? []), row]);
  }
  const outdated = new Set<StoredResource>();
  for (const same of versions.values()) {
    const stamps = new Set(same.map(({ lastSeenAt }) => lastSeenAt));
    if (same.length === 1 || stamps.size < same.length) continue;
    const newest = same.reduce((latest, row) => (row.lastSeenAt > latest.lastSeenAt ? row : latest));
    for (const row of same) if (row !== newest) outdated.add(row);
  }
  return outdated.size === 0 ? rows : rows.filter((row) => !outdated.has(row));
}
