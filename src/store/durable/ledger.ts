/** The ledger of what was given out, per person and view: versions only grow (design 4). */
import type { Insertable, Selectable } from 'kysely';
import { GatewayError } from '../../errors.ts';
import type { DurableStore, LedgerRow } from '../../ports/durable-store.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import { inBatches } from './in-batches.ts';
import { createOpenedRows, type OpenedRow, type OpenedRows } from './opened-rows.ts';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, requirePersonKeys } from './store-context.ts';

type LedgerDetails = Pick<LedgerRow, 'reference' | 'digest' | 'members'>;

function ledgerPlace(index: string) {
  return { table: 'record_ledger', rowId: index, column: 'details' };
}

function ledgerIndex(keys: PersonKeys, view: string, reference: string): string {
  return keyedIndex(keys.index, ['ledger', view, reference]);
}

function detailsOf({ reference, digest, members }: LedgerRow): LedgerDetails {
  return { reference, digest, ...(members === undefined ? {} : { members }) };
}

function toLedgerRow(keys: PersonKeys, view: string, row: LedgerRow): Insertable<Schema['record_ledger']> {
  const index = ledgerIndex(keys, view, row.reference);
  return {
    subject_id: keys.subjectId,
    view,
    reference_index: index,
    version: row.version,
    last_updated: row.lastUpdated,
    gone_at: row.goneAt ?? null,
    details: sealJson(keys, detailsOf(row), ledgerPlace(index)),
  };
}

/** What a row says changes with its version only. */
type OpenedDetails = OpenedRow<LedgerDetails>;

interface Opened {
  readonly rows: readonly LedgerRow[];
  readonly details: readonly OpenedDetails[];
}

/** Only where something is not at hand, what is sealed is fetched. */
async function readRows(
  context: StoreContext,
  opened: OpenedRows<LedgerDetails>,
  queries: Queries,
  [subjectId, view]: readonly [string, string],
): Promise<Opened> {
  const owner = ownerOf(subjectId, view);
  const there = queries
    .selectFrom('record_ledger')
    .where('subject_id', '=', subjectId)
    .where('view', '=', view)
    .orderBy('reference_index');
  if (opened.has(owner)) {
    const known = await there.select(['reference_index', 'version', 'last_updated', 'gone_at']).execute();
    const found = known.flatMap((row) => {
      const value = opened.find(owner, row.reference_index, String(row.version));
      return value === undefined ? [] : openedRow(row, value);
    });
    if (found.length === known.length) return openedRows(found);
  }
  const rows = await there.selectAll().execute();
  const keys = await findPersonKeys(context, queries, subjectId);
  if (keys === undefined) return openedRows([]);
  return openedRows(
    rows.map((row) => openedRow(row, unsealJson(keys, row.details, ledgerPlace(row.reference_index)) as LedgerDetails)),
  );
}

type PlainRow = Pick<Selectable<Schema['record_ledger']>, 'reference_index' | 'version' | 'last_updated' | 'gone_at'>;

function openedRow(row: PlainRow, value: LedgerDetails) {
  const { reference_index: index, version, last_updated: lastUpdated, gone_at } = row;
  const told: LedgerRow = { ...value, version, lastUpdated, goneAt: gone_at ?? undefined };
  return { told, details: { index, stamp: String(version), value } };
}

function openedRows(rows: readonly ReturnType<typeof openedRow>[]): Opened {
  return { rows: rows.map(({ told }) => told), details: rows.map(({ details }) => details) };
}

function ownerOf(subjectId: string, view: string): string {
  return `${subjectId}/${view}`;
}

/** Another process may have written since the caller read: a version never goes back, nor means two digests. */
function refuseStale(stored: readonly LedgerRow[], rows: readonly LedgerRow[]): void {
  const known = new Map(stored.map((row) => [row.reference, row]));
  for (const row of rows) {
    const before = known.get(row.reference);
    if (before === undefined || before.version < row.version) continue;
    if (before.version > row.version || before.digest !== row.digest) throw new GatewayError('conflict');
  }
}

async function writeRows(
  context: StoreContext,
  opened: OpenedRows<LedgerDetails>,
  queries: Queries,
  [subjectId, view]: readonly [string, string],
  rows: readonly LedgerRow[],
): Promise<readonly OpenedDetails[]> {
  const keys = await requirePersonKeys(context, queries, subjectId);
  const stored = await readRows(context, opened, queries, [subjectId, view]);
  refuseStale(stored.rows, rows);
  const byReference = new Map(rows.map((row) => [row.reference, toLedgerRow(keys, view, row)]));
  for (const batch of inBatches([...byReference.values()])) {
    await queries
      .insertInto('record_ledger')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['subject_id', 'view', 'reference_index']).doUpdateSet({
          version: (eb) => eb.ref('excluded.version'),
          last_updated: (eb) => eb.ref('excluded.last_updated'),
          gone_at: (eb) => eb.ref('excluded.gone_at'),
          details: (eb) => eb.ref('excluded.details'),
        }),
      )
      .execute();
  }
  const written = rows.map((row): OpenedDetails => {
    const index = ledgerIndex(keys, view, row.reference);
    return { index, stamp: String(row.version), value: detailsOf(row) };
  });
  return [...new Map([...stored.details, ...written].map((item) => [item.index, item])).values()];
}

/** Rows that are at hand in one process: three people with thousands of records, or hundreds with few. */
const MAX_OPENED = 10_000;

export function createLedger(context: StoreContext): Pick<DurableStore, 'readLedger' | 'writeLedger'> {
  const opened = createOpenedRows<LedgerDetails>(MAX_OPENED, () => 1);
  return {
    async readLedger(subjectId, view) {
      const { rows, details } = await readRows(context, opened, context.db, [subjectId, view]);
      opened.keep(ownerOf(subjectId, view), details);
      return rows;
    },
    /** Rows not named stay as they are. */
    async writeLedger(subjectId, view, rows) {
      const details = await context.db
        .transaction()
        .execute((queries) => writeRows(context, opened, queries, [subjectId, view], rows));
      opened.keep(ownerOf(subjectId, view), details);
    },
  };
}
