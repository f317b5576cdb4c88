/**
 * "This is not the same" and "this is the same as …", said on a page of one item (law L12, requirement P2). The page names the
 * records it showed; where the item is another by now, nothing is done. A form sent twice decides once.
 */
import { GatewayError } from '../errors.ts';
import { itemKey, type Decision, type ItemRef } from '../record/decide/decision.ts';
import { refOf } from '../record/explain/record-names.ts';
import type { Readers } from '../record/facts/readers.ts';
import type { SourceRecord } from '../record/normalise/source-record.ts';
import type { ReconciledRecord, UnifiedRecord } from '../record/reconciled-record.ts';
import { addDecision, listDecisions, withdrawDecision, type WhoseDecision } from './decisions.ts';
import { itemKeysOf, itemRefOf } from './item-refs.ts';
import { itemStamp } from './item-stamp.ts';
import { leavingTogether } from './leaving-together.ts';
import { copiesIn } from './medicine-rows.ts';
import type { ServiceContext } from './service-context.ts';
import { withLock } from './with-lock.ts';

/** A source's record in an item, as a page showed it. */
export interface ShownRecord {
  /** `<Type>/<id>` of the source's record. */
  readonly record: string;
  /** `itemStamp` of the item that it was shown in. */
  readonly stamp: string;
}

/**
 * `done` also for a form sent twice; `stale`: the item is another than the page showed; `refused`: the reconciler does not
 * follow it (one says that there is something, the other that there is not), and it is not kept.
 */
export type Decided =
  | { readonly outcome: 'done'; /** `<Type>/<id>` of the item to show next. */ readonly reference: string }
  | { readonly outcome: 'stale' | 'refused' };

export interface Deciding {
  readonly context: ServiceContext;
  readonly whose: WhoseDecision;
  /** The whole record as it is now. */
  readonly read: () => Promise<ReconciledRecord>;
  readonly reason: string | undefined;
  readonly readers: Readers;
}

const LOCK = { ttlMs: 30_000, waitMs: 20_000 };

/**
 * @param leaving of another thing than the rest of its item; what its source links to it goes with it.
 * @throws GatewayError as `addDecision`; `conflict` where the record is busy.
 */
export async function partItem(deciding: Deciding, leaving: ShownRecord): Promise<Decided> {
  return oneAtATime(deciding, async () => {
    const record = await deciding.read();
    const [leaver, item] = find(record, leaving.record);
    if (leaver === undefined || item === undefined) return { outcome: 'stale' };
    for (const { items } of await held(deciding, 'not-same')) {
      const stayed = isNamed(leaver, items[1]) ? record.unified.find((other) => holds(other, items[0])) : undefined;
      if (stayed !== undefined && stayed !== item) return { outcome: 'done', reference: refOf(stayed.resource) };
    }
    if (itemStamp(item) !== leaving.stamp) return { outcome: 'stale' };
    const stays = leavingTogether(record, item, deciding.readers).find((part) => !part.includes(leaver));
    return stays === undefined ? { outcome: 'refused' } : decide(deciding, 'not-same', [speaker(stays, item), leaver]);
  });
}

/** @throws GatewayError as `addDecision`; `conflict` where the record is busy. */
export async function joinItems(deciding: Deciding, one: ShownRecord, two: ShownRecord): Promise<Decided> {
  return oneAtATime(deciding, async () => {
    const record = await deciding.read();
    const [[a, itemA], [b, itemB]] = [find(record, one.record), find(record, two.record)];
    if (a === undefined || b === undefined || itemA === undefined || itemB === undefined) return { outcome: 'stale' };
    if (itemA === itemB) {
      const isDone = (await held(deciding, 'same')).some(
        ({ items }) => items.some((item) => isNamed(a, item)) && items.some((item) => isNamed(b, item)),
      );
      return isDone ? { outcome: 'done', reference: refOf(itemA.resource) } : { outcome: 'stale' };
    }
    if (itemStamp(itemA) !== one.stamp || itemStamp(itemB) !== two.stamp) return { outcome: 'stale' };
    return decide(deciding, 'same', [a, b]);
  });
}

/** The record that a page names for a whole item: one that asserts it, where there is one (law L5). */
export function speaker(members: readonly SourceRecord[], item: UnifiedRecord): SourceRecord {
  const copies = new Set(copiesIn(item));
  const best = members.find((member) => !copies.has(refOf(member.resource))) ?? members[0];
  if (best === undefined) throw new TypeError('An item has at least one record.');
  return best;
}

async function oneAtATime({ context, whose }: Deciding, work: () => Promise<Decided>): Promise<Decided> {
  const done = await withLock(context.shared, `decide:${whose.subjectId}`, LOCK, work);
  if (done === undefined) throw new GatewayError('conflict');
  return done.value;
}

/** What is not followed is taken back at once: a page must not say that something was done that was not. */
async function decide(
  { context, whose, read, reason }: Deciding,
  kind: Decision['kind'],
  records: readonly [SourceRecord, SourceRecord],
): Promise<Decided> {
  const items: readonly [ItemRef, ItemRef] = [itemRefOf(records[0]), itemRefOf(records[1])];
  const decision = await addDecision(context, whose, { kind, items, ...(reason === undefined ? {} : { reason }) });
  const after = await read();
  const [one, two] = records.map((item) => find(after, refOf(item.resource))[1]);
  if (one !== undefined && two !== undefined && (one === two) === (kind === 'same')) {
    return { outcome: 'done', reference: refOf(one.resource) };
  }
  await withdrawDecision(context, whose, decision.id);
  return { outcome: 'refused' };
}

async function held({ context, whose }: Deciding, kind: Decision['kind']): Promise<readonly Decision[]> {
  const decisions = await listDecisions(context, whose);
  return decisions.filter((decision) => decision.kind === kind && decision.withdrawnAt === undefined);
}

/** A source's record, and the item it is in. */
function find(
  { unified, sourceRecords }: ReconciledRecord,
  reference: string,
): readonly [SourceRecord | undefined, UnifiedRecord | undefined] {
  const isIt = ({ resource }: SourceRecord): boolean => refOf(resource) === reference;
  const item = unified.find(({ members }) => members.some(isIt));
  return [item?.members.find(isIt) ?? sourceRecords.find(isIt), item];
}

function holds({ members }: UnifiedRecord, named: ItemRef): boolean {
  return members.some((member) => isNamed(member, named));
}

function isNamed(record: SourceRecord, named: ItemRef): boolean {
  return itemKeysOf(record).includes(itemKey(named));
}
