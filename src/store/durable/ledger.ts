/** The ledger of what was given out, per person and view: versions only grow (design 4). */
import type { Insertable } from 'kysely';
import { GatewayError } from '../../errors.ts';
import type { DurableStore, LedgerRow } from '../../ports/durable-store.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import { inBatches } from './in-batches.ts';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, requirePersonKeys } from './store-context.ts';

type LedgerDetails = Pick<LedgerRow, 'reference' | 'digest' | 'members'>;

function ledgerPlace(index: string) {
  return { table: 'record_ledger', rowId: index, column: 'details' };
}

function toLedgerRow(keys: PersonKeys, view: string, row: LedgerRow): Insertable<Schema['record_ledger']> {
  const index = keyedIndex(keys.index, ['ledger', view, row.reference]);
  const { reference, digest, members } = row;
  const details: LedgerDetails = { reference, digest, ...(members === undefined ? {} : { members }) };
  return {
    subject_id: keys.subjectId,
    view,
    reference_index: index,
    version: row.version,
    last_updated: row.lastUpdated,
    gone_at: row.goneAt ?? null,
    details: sealJson(keys, details, ledgerPlace(index)),
  };
}

async function readRows(context: StoreContext, queries: Queries, subjectId: string, view: string) {
  const rows = await queries
    .selectFrom('record_ledger')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .where('view', '=', view)
    .orderBy('reference_index')
    .execute();
  const keys = await findPersonKeys(context, queries, subjectId);
  if (keys === undefined) return [];
  return rows.map((row): LedgerRow => {
    const details = unsealJson(keys, row.details, ledgerPlace(row.reference_index)) as LedgerDetails;
    return {
      ...details,
      version: row.version,
      lastUpdated: row.last_updated,
      goneAt: row.gone_at ?? undefined,
    };
  });
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
  queries: Queries,
  [subjectId, view]: readonly [string, string],
  rows: readonly LedgerRow[],
): Promise<void> {
  const keys = await requirePersonKeys(context, queries, subjectId);
  refuseStale(await readRows(context, queries, subjectId, view), rows);
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
}

export function createLedger(context: StoreContext): Pick<DurableStore, 'readLedger' | 'writeLedger'> {
  return {
    readLedger: (subjectId, view) => readRows(context, context.db, subjectId, view),
    /** Rows not named stay as they are. */
    writeLedger: (subjectId, view, rows) =>
      context.db.transaction().execute((queries) => writeRows(context, queries, [subjectId, view], rows)),
  };
}
