/** Fills an empty store from a backup, and forgets again whoever was deleted since the data was written (design 8). */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { inBatches } from '../durable/in-batches.ts';
import { migrate, migrationNames } from '../durable/migrate.ts';
import { removePerson } from '../durable/remove-person.ts';
import type { Queries } from '../durable/store-context.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import type { BackupPaths } from './back-up-store.ts';
import { openBackupFile } from './backup-files.ts';
import { fillStore, type ChooseRows, type TableDigests } from './fill-store.ts';
import type { RowSource } from './row-source.ts';
import { StoreFault } from './store-fault.ts';

export interface Restored {
  readonly digests: TableDigests;
  /** People of the data who were deleted after it was written. */
  readonly forgotten: number;
}

/**
 * The keys may be newer than the data: whoever has no key any more, or is on the list of deletions that comes with the keys,
 * is deleted again.
 * @throws StoreFault where a file is no whole backup, the keys are older than the data, or the store is not empty.
 */
export async function restoreStore(
  engine: DurableEngine,
  paths: BackupPaths,
  keyring: OperatorKeyring,
  now: Date,
): Promise<Restored> {
  const data = await openBackupFile(paths.dataFile, 'data');
  const keys = await openBackupFile(paths.keysFile, 'keys');
  if (keys.head.madeAt < data.head.madeAt) {
    throw new StoreFault('The keys are older than the data: people who came in between would be lost.');
  }
  if (keys.head.schema !== data.head.schema || !migrationNames.includes(data.head.schema)) {
    throw new StoreFault('Data and keys must be of one version, and no newer than this one.');
  }
  // Filled as it was, then brought to this version as any older store is.
  await migrate(engine.db, keyring, data.head.schema);
  const digests = await engine.db
    .transaction()
    .execute((queries) => fillStore(queries, bothOf(data.rows, keys.rows), onlyKeysOfPeople));
  await migrate(engine.db, keyring);
  return { digests, forgotten: await forgetAgain(engine, now) };
}

async function* bothOf(data: RowSource, keys: RowSource): RowSource {
  yield* data;
  yield* keys;
}

/** Newer keys are also of people whom the data does not know yet. */
const onlyKeysOfPeople: ChooseRows = async (queries, { table, rows }) => {
  if (table.name !== 'person_key') return rows;
  const ids = rows.map((row) => String(row['subject_id']));
  const people = await queries.selectFrom('person').select('subject_id').where('subject_id', 'in', ids).execute();
  const known = new Set(people.map((row) => row.subject_id));
  return rows.filter((row) => known.has(String(row['subject_id'])));
};

async function forgetAgain({ db }: DurableEngine, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('person_key', 'person_key.subject_id', 'person.subject_id')
    .leftJoin('person_deletion', 'person_deletion.subject_id', 'person.subject_id')
    .where((eb) => eb.or([eb('person_key.subject_id', 'is', null), eb('person_deletion.subject_id', 'is not', null)]))
    .select('person.subject_id')
    .execute();
  const forget = async (queries: Queries, ids: readonly string[]) => {
    for (const id of ids) await removePerson(queries, id, now.toISOString());
  };
  for (const batch of inBatches(rows)) {
    await db.transaction().execute((queries) =>
      forget(
        queries,
        batch.map((row) => row.subject_id),
      ),
    );
  }
  return rows.length;
}
