/** Two moments of one person's accounts → what the sources say otherwise. A source's first delivery is one line, not a hundred. */
import type { Change } from '../../record/changes/change.ts';
import { compareRecords } from '../../record/changes/compare-records.ts';
import { recordNames, refOf, type RecordNames } from '../../record/explain/record-names.ts';
import type { StoredResource } from '../../ports/linked-account.ts';
import type { ReconciledRecord } from '../../record/reconciled-record.ts';
import type { ServiceContext } from '../service-context.ts';
import { isReconciled, recordAt, type RecordGround, type RowsOfAccount } from './record-at.ts';
import type { NewItems, NewSource, SourceChanges, ToldChange } from './told-change.ts';

/** People and places are no news of somebody's health. */
const NO_NEWS: ReadonlySet<string> = new Set([
  'Bundle',
  'Device',
  'HealthcareService',
  'List',
  'Location',
  'OperationOutcome',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'RelatedPerson',
  'Unknown',
]);

export interface Moment {
  readonly account: RowsOfAccount['account'];
  /** Undefined: it was not there yet. */
  readonly rows: readonly StoredResource[] | undefined;
}

/** @param before, after the same accounts in the same order. */
export function compareMoments(
  context: Pick<ServiceContext, 'connectors' | 'terminology'>,
  ground: RecordGround,
  before: readonly Moment[],
  after: readonly Moment[],
): SourceChanges {
  const known = before.flatMap(({ account, rows }) => (rows === undefined ? [] : [{ account, rows }]));
  const isKnown = new Set(known.map(({ account }) => account.id));
  const now = after.flatMap(({ account, rows }) => (rows === undefined ? [] : [{ account, rows }]));
  const same = now.filter(({ account }) => isKnown.has(account.id));
  const added = now.filter(({ account, rows }) => !isKnown.has(account.id) && rows.length > 0);
  return {
    changes: isSame(known, same) ? [] : changesOf(recordAt(context, ground, known), recordAt(context, ground, same)),
    newSources: added.map((item) => newSource(context, ground, item)),
    newItems: same.flatMap((item) =>
      newItems(
        known.find(({ account }) => account.id === item.account.id),
        item,
      ),
    ),
  };
}

/** Nothing that is reconciled came or went. */
function isSame(before: readonly RowsOfAccount[], after: readonly RowsOfAccount[]): boolean {
  const rowsOf = (accounts: readonly RowsOfAccount[]) => accounts.flatMap(({ rows }) => rows.filter(isReconciled));
  const [then, now] = [new Set(rowsOf(before)), rowsOf(after)];
  return then.size === now.length && now.every((row) => then.has(row));
}

function changesOf(before: ReconciledRecord, after: ReconciledRecord): readonly ToldChange[] {
  const [namesBefore, namesAfter] = [recordNames(before), recordNames(after)];
  return compareRecords(before, after).map((change) => toldChange(change, before, after, namesBefore, namesAfter));
}

function toldChange(
  change: Change,
  before: ReconciledRecord,
  after: ReconciledRecord,
  namesBefore: RecordNames,
  namesAfter: RecordNames,
): ToldChange {
  const { kind, type, about, source } = change;
  const [then, now] = [find(before, change.before), find(after, change.after)];
  const isStatus = kind === 'stopped' || kind === 'restarted' || kind === 'status';
  const split = (text: string | undefined) => (text === undefined ? [] : isStatus ? text.split(' and ') : [text]);
  const things =
    kind === 'joined'
      ? then.map(({ resource }) => namesBefore.nameOf(resource))
      : kind === 'split'
        ? now.map(({ resource }) => namesAfter.nameOf(resource))
        : [about];
  const members = kind === 'disputed' || kind === 'new' ? now.flatMap((unified) => unified.members) : [];
  return {
    kind,
    type,
    names: [...new Set(things.filter((name) => name !== ''))],
    sources: source === undefined ? [...new Set(members.map((member) => member.source))].toSorted() : [source],
    from: split(kind === 'no-longer-returned' ? undefined : change.from),
    to: split(change.to),
    isCode: isStatus || kind === 'disputed' || kind === 'agreed',
    reference: change.after[0],
  };
}

function find(record: ReconciledRecord, references: readonly string[]) {
  const wanted = new Set(references);
  return record.unified.filter(({ resource }) => wanted.has(refOf(resource)));
}

function newSource(
  context: Pick<ServiceContext, 'connectors' | 'terminology'>,
  ground: RecordGround,
  item: RowsOfAccount,
): NewSource {
  const record = recordAt(context, ground, [item]);
  const names = recordNames(record);
  return {
    source: item.account.source,
    count: item.rows.filter(({ resourceType }) => !NO_NEWS.has(resourceType)).length,
    names: [...new Set(record.unified.map(({ resource }) => names.nameOf(resource)))].toSorted(),
  };
}

/** By kind of data; another text of an item that was there is no new item. */
function newItems(before: RowsOfAccount | undefined, { account, rows }: RowsOfAccount): readonly NewItems[] {
  const keyOf = ({ resourceType, originalId, text }: StoredResource) => `${resourceType}/${originalId ?? text}`;
  const there = new Set(before?.rows.map(keyOf));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { resourceType } = row;
    if (isReconciled(row) || NO_NEWS.has(resourceType) || there.has(keyOf(row))) continue;
    counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
  }
  return [...counts].toSorted().map(([resourceType, count]) => ({ source: account.source, resourceType, count }));
}
