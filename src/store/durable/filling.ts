/**
 * A store that is being filled by a restore or a copy says so in the place of the operator key's proof: no gateway, of this or an
 * earlier version, starts on it until the last step has put the proof there (design 8).
 */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { StoreOpenError } from '../store-open-error.ts';
import type { Schema } from './schema.ts';

/** The row of the proof. */
export const OPERATOR_ROW = 'operator';
/** No operator key has this id: theirs are 16 letters. */
const FILLING_KEY_ID = 'being filled';

const shape = z.object({
  /** Names what it is filled from: only the same may go on with it. */
  from: z.string(),
  /** Rows and digest of each table, once all rows are there and proved. */
  proved: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })).optional(),
});

export type Filling = z.infer<typeof shape>;

export function fillingRow(filling: Filling): Schema['operator_key_check'] {
  const check_value = Buffer.from(JSON.stringify(filling), 'utf8');
  return { id: OPERATOR_ROW, operator_key_id: FILLING_KEY_ID, check_value };
}

/** @returns undefined where the row is a proof. */
export function fillingOf(row: Schema['operator_key_check']): Filling | undefined {
  if (row.operator_key_id !== FILLING_KEY_ID) return undefined;
  return shape.parse(JSON.parse(Buffer.from(row.check_value).toString('utf8')));
}

export async function readFilling(queries: Kysely<Schema>): Promise<Filling | undefined> {
  const row = await queries
    .selectFrom('operator_key_check')
    .selectAll()
    .where('id', '=', OPERATOR_ROW)
    .executeTakeFirst();
  return row === undefined ? undefined : fillingOf(row);
}

/** @throws StoreOpenError `unfinished`. */
export function refuseFilling(row: Schema['operator_key_check']): void {
  if (fillingOf(row) === undefined) return;
  throw new StoreOpenError(
    'unfinished',
    'A restore or copy into this database has not come to its end: run it once more, it goes on where it was.',
  );
}

/** Before anything is done to the schema: what is still to be filled in is of the version that the backup has. @throws StoreOpenError `unfinished`. */
export async function requireFilled(db: Kysely<Schema>): Promise<void> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'operator_key_check')) return;
  const row = await db.selectFrom('operator_key_check').selectAll().where('id', '=', OPERATOR_ROW).executeTakeFirst();
  if (row !== undefined) refuseFilling(row);
}
