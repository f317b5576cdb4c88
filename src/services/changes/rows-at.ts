/**
 * Which rows of an account were its record at an earlier moment. Rows are never overwritten (law L2), so the record of then can
 * be computed again from those that are kept. Pure.
 */
import type { LinkedAccount, StoredResource } from '../../ports/linked-account.ts';
import type { LookedAt } from '../../ports/person-entries.ts';
import { currentRows } from '../account-input.ts';

/** One account and all its rows, those no longer returned among them. */
export interface AccountRows {
  readonly account: LinkedAccount;
  readonly rows: readonly StoredResource[];
}

/** In `LookedAt.wholeAt`: when the newest row of the account was first seen. No kind of data is called so. */
const NEWEST = '*';

/** What is shown now, as a mark to come back to. @param at ISO instant. */
export function lookedAt(accounts: readonly AccountRows[], at: string): LookedAt {
  const wholeAt = accounts.map(({ account, rows }) => {
    const kinds = account.outcomes.flatMap(({ type, wholeAt: whole }) => (whole === undefined ? [] : [[type, whole]]));
    const newest = rows.reduce((latest, { firstSeenAt }) => (firstSeenAt > latest ? firstSeenAt : latest), '');
    return [account.id, Object.fromEntries([...kinds, [NEWEST, newest]])] as const;
  });
  return { at, wholeAt: Object.fromEntries(wholeAt) };
}

/** @returns undefined where the account was not there then, or had given nothing. */
export function rowsOfLook(
  { account, rows }: AccountRows,
  { wholeAt }: LookedAt,
): readonly StoredResource[] | undefined {
  const then = wholeAt[account.id];
  const newest = then?.[NEWEST];
  if (then === undefined || newest === undefined || newest === '') return undefined;
  const there = rows.filter((row) => row.firstSeenAt <= newest && row.lastSeenAt >= (then[row.readAs] ?? ''));
  return withoutOlderTexts(there);
}

/** A row, and when it began and ceased to be what its source says. */
interface Span {
  readonly row: StoredResource;
  readonly from: string;
  /** Undefined: it still is. */
  readonly until: string | undefined;
}

/**
 * When each row was there. A row that is there no more was missing at the latest at the next reading of its kind that is known
 * of: where nothing else of that kind changed that is the latest whole one.
 */
export function spansOf({ account, rows }: AccountRows): readonly Span[] {
  const { current } = currentRows(account, rows);
  const isCurrent = new Set(current);
  const wholeAt = new Map(account.outcomes.map((outcome) => [outcome.type, outcome.wholeAt]));
  const stamps = new Map<string, Set<string>>();
  for (const { readAs, firstSeenAt, lastSeenAt } of rows) {
    const known = stamps.get(readAs) ?? new Set<string>();
    stamps.set(readAs, known.add(firstSeenAt).add(lastSeenAt));
  }
  const sorted = new Map([...stamps].map(([kind, known]) => [kind, [...known].toSorted()]));
  return rows.map((row) => {
    if (isCurrent.has(row)) return { row, from: row.firstSeenAt, until: undefined };
    const next = sorted.get(row.readAs)?.find((stamp) => stamp > row.lastSeenAt) ?? wholeAt.get(row.readAs);
    return { row, from: row.firstSeenAt, until: next ?? row.lastSeenAt };
  });
}

/** @param moment ISO instant; the rows there were just after it. */
export function rowsAt(spans: readonly Span[], moment: string): readonly StoredResource[] {
  return withoutOlderTexts(
    spans.filter(({ from, until }) => from <= moment && (until === undefined || until > moment)).map(({ row }) => row),
  );
}

/** Moments at which an account gave something new, or gave something no more; sorted. */
export function momentsOf(spans: readonly Span[]): readonly string[] {
  return [...new Set(spans.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])))].toSorted();
}

/** Of several texts of one item the one that came last; all of them where they came together (law L1). */
function withoutOlderTexts(rows: readonly StoredResource[]): readonly StoredResource[] {
  const latest = new Map<string, string>();
  for (const { resourceType, originalId, firstSeenAt } of rows) {
    if (originalId === undefined) continue;
    const key = `${resourceType}/${originalId}`;
    const known = latest.get(key);
    if (known === undefined || firstSeenAt > known) latest.set(key, firstSeenAt);
  }
  return rows.filter(
    ({ resourceType, originalId, firstSeenAt }) =>
      originalId === undefined || latest.get(`${resourceType}/${originalId}`) === firstSeenAt,
  );
}
