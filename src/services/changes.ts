/**
 * What is new, stopped or changed in a person's record since an actor last looked, and the dated history (requirement P8). The
 * record of then is computed again from the rows that are kept; nothing is stored but how far each actor has seen.
 */
import type { Looked, LookedAt, PersonEntry } from '../ports/person-entries.ts';
import type { PersonDecision } from '../ports/person-decisions.ts';
import { compareMoments, type Moment } from './changes/compare-moments.ts';
import type { RecordGround } from './changes/record-at.ts';
import { lookedAt, momentsOf, rowsAt, rowsOfLook, spansOf, type AccountRows } from './changes/rows-at.ts';
import type { SourceChanges } from './changes/told-change.ts';
import { requireSubject } from './represent.ts';
import type { ServiceContext } from './service-context.ts';
import { isoNow } from './service-context.ts';

/** Days of changes that are compared for one page: each costs two small reconciliations. */
export const MOST_DAYS = 10;

export interface DayOfChanges extends SourceChanges {
  /** ISO instant of the last reading of that day. */
  readonly at: string;
}

export interface ChangeHistory {
  /** Newest first, at most {@link MOST_DAYS}. */
  readonly days: readonly DayOfChanges[];
  /** Ask again with this as `before` for what is older; undefined at the end. */
  readonly older: string | undefined;
}

export interface RecordChanges {
  /** Undefined: this actor has never looked before. */
  readonly since: { readonly at: string; readonly changes: SourceChanges } | undefined;
  readonly history: ChangeHistory;
  readonly entries: readonly PersonEntry[];
  readonly decisions: readonly PersonDecision[];
  /** To be given to {@link markLooked} once it was shown. */
  readonly shown: Looked;
}

interface WhoseChanges {
  readonly actorId: string;
  readonly subjectId: string;
}

/**
 * @param visitStartedAt ISO instant: what was shown before it was shown at an earlier visit. What is new stays new until the next.
 * @param before of an earlier answer's `older`; undefined: the newest.
 * @throws GatewayError `not-found` for another's record.
 */
export async function readChanges(
  context: ServiceContext,
  { actorId, subjectId }: WhoseChanges,
  { visitStartedAt, before }: { readonly visitStartedAt: string; readonly before: string | undefined },
): Promise<RecordChanges> {
  const person = await requireSubject(context, actorId, subjectId);
  const { store } = context;
  const linked = (await store.listAccounts(subjectId)).filter(({ state }) => state !== 'awaiting-confirmation');
  const accounts: AccountRows[] = [];
  for (const account of linked) accounts.push({ account, rows: await store.listResources(subjectId, account.id) });
  const decisions = await store.listDecisions(subjectId);
  const held = decisions.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const ground: RecordGround = { person, decisions: held, idKey: await store.recordKey(subjectId) };
  const looked = await store.lastLooked(subjectId, actorId);
  const since = sinceOf(looked, visitStartedAt);
  const shown = lookedAt(accounts, isoNow(context));
  return {
    since: since && { at: since.at, changes: changesSince(context, ground, accounts, since) },
    history: historyOf(context, ground, accounts, before),
    entries: await store.listEntries(subjectId),
    decisions,
    // What the very first page shows is what a later look of the same visit is set against.
    shown: { since: since ?? shown, shown },
  };
}

/** To be called when the page went out. @throws GatewayError `not-found` for another's record. */
export async function markLooked(
  context: ServiceContext,
  { actorId, subjectId }: WhoseChanges,
  looked: Looked,
): Promise<void> {
  await requireSubject(context, actorId, subjectId);
  await context.store.setLastLooked(subjectId, actorId, looked);
}

/**
 * What one page showed counts as seen from now on, not only from the next visit on.
 * @param mark of that page (`RecordChanges.shown`): what another window showed later stays new, and what is seen stays seen.
 */
export async function markAllSeen(context: ServiceContext, whose: WhoseChanges, mark: LookedAt): Promise<void> {
  await requireSubject(context, whose.actorId, whose.subjectId);
  const looked = await context.store.lastLooked(whose.subjectId, whose.actorId);
  if (looked === undefined || mark.at > looked.shown.at) return;
  if (looked.since !== undefined && mark.at <= looked.since.at) return;
  await markLooked(context, whose, { since: mark, shown: looked.shown });
}

function sinceOf(looked: Looked | undefined, visitStartedAt: string): LookedAt | undefined {
  if (looked === undefined) return undefined;
  return looked.shown.at < visitStartedAt ? looked.shown : (looked.since ?? looked.shown);
}

function changesSince(
  context: ServiceContext,
  ground: RecordGround,
  accounts: readonly AccountRows[],
  since: LookedAt,
): SourceChanges {
  const now = lookedAt(accounts, since.at);
  const at = (look: LookedAt): readonly Moment[] =>
    accounts.map((item) => ({ account: item.account, rows: rowsOfLook(item, look) }));
  return compareMoments(context, ground, at(since), at(now));
}

function historyOf(
  context: ServiceContext,
  ground: RecordGround,
  accounts: readonly AccountRows[],
  before: string | undefined,
): ChangeHistory {
  const spans = accounts.map(({ account, rows }) => {
    const known = spansOf({ account, rows });
    return { account, known, first: momentsOf(known)[0] };
  });
  const all = [...new Set(spans.flatMap(({ known }) => momentsOf(known)))].toSorted();
  // The last reading of a day stands for the day.
  const days = all.filter((moment, index) => moment.slice(0, 10) !== all[index + 1]?.slice(0, 10));
  const wanted = days.filter((day) => before === undefined || day < before);
  const shown = wanted.slice(-MOST_DAYS);
  const at = (moment: string | undefined): readonly Moment[] =>
    spans.map(({ account, known, first }) => {
      const isThere = moment !== undefined && first !== undefined && first <= moment;
      return { account, rows: isThere ? rowsAt(known, moment) : undefined };
    });
  const told = shown.map((day) => {
    const previous = days[days.indexOf(day) - 1];
    return { at: day, ...compareMoments(context, ground, at(previous), at(day)) };
  });
  return { days: told.toReversed(), older: wanted.length > shown.length ? shown[0] : undefined };
}
