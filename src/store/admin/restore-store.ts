/** Fills an empty store from a backup, and forgets again whoever was deleted since the data was written (design 8). */
import type { DurableEngine } from '../durable/durable-engine.ts';
import { migrate } from '../durable/migrate.ts';
import { removePerson } from '../durable/remove-person.ts';
import type { OperatorKeyring } from '../encryption/operator-keyring.ts';
import { fillStore, type Fill } from './fill-store.ts';
import type { ProvedBackup } from './prove-backup.ts';
import type { TableDigests } from './table-digests.ts';

const PEOPLE_PER_STEP = 100;

export interface Restored {
  readonly digests: TableDigests;
  /** People of the data who were deleted after it was written. */
  readonly forgotten: number;
}

/**
 * The keys may be newer than the data: whoever has no key any more, or is on the list of deletions that comes with the keys,
 * is deleted again before any gateway may start.
 * @throws StoreFault where the store is not empty, or a file was changed after it was proved.
 */
export async function restoreStore(
  engine: DurableEngine,
  backup: ProvedBackup,
  keyring: OperatorKeyring,
  now: Date,
): Promise<Restored> {
  let forgotten = 0;
  const digests = await fillStore(engine, {
    from: `backup ${backup.digest}`,
    rows: backup.rows(),
    proof: backup.proof,
    prepare: () => migrate(engine.db, keyring, backup.schema),
    choose: onlyKeysOfPeople,
    // Filled as it was, then brought to this version as any older store is.
    complete: async () => {
      await migrate(engine.db, keyring);
      forgotten = await forgetAgain(engine, now);
    },
  });
  return { digests, forgotten };
}

/** Newer keys are also of people whom the data does not know yet. */
const onlyKeysOfPeople: NonNullable<Fill['choose']> = async (queries, { table, rows }) => {
  if (table.name !== 'person_key') return rows;
  const ids = rows.map((row) => String(row['subject_id']));
  const people = await queries.selectFrom('person').select('subject_id').where('subject_id', 'in', ids).execute();
  const known = new Set(people.map((row) => row.subject_id));
  return rows.filter((row) => known.has(String(row['subject_id'])));
};

async function forgetAgain({ db }: DurableEngine, now: Date): Promise<number> {
  let forgotten = 0;
  let last = '';
  for (;;) {
    const rows = await db
      .selectFrom('person')
      .leftJoin('person_key', 'person_key.subject_id', 'person.subject_id')
      .leftJoin('person_deletion', 'person_deletion.subject_id', 'person.subject_id')
      .where((eb) => eb.or([eb('person_key.subject_id', 'is', null), eb('person_deletion.subject_id', 'is not', null)]))
      .where('person.subject_id', '>', last)
      .select('person.subject_id')
      .orderBy('person.subject_id')
      .limit(PEOPLE_PER_STEP)
      .execute();
    if (rows.length === 0) return forgotten;
    await db.transaction().execute(async (queries) => {
      for (const row of rows) await removePerson(queries, row.subject_id, now.toISOString());
    });
    forgotten += rows.length;
    last = rows.at(-1)?.subject_id ?? last;
  }
}
