/** What people add to their records, and how far they have seen the changes; what an entry says rests sealed (design 8). */
import type { Selectable } from 'kysely';
import type { EntryContent, Looked, PersonEntry, PersonEntryStore } from '../../ports/person-entries.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

function contentPlace(entryId: string) {
  return { table: 'person_entry', rowId: entryId, column: 'content' };
}

function lookedPlace(actorId: string) {
  return { table: 'person_look', rowId: actorId, column: 'looked' };
}

function fromRow(keys: PersonKeys, row: Selectable<Schema['person_entry']>): PersonEntry {
  return {
    id: row.entry_id,
    content: withUnsaid(unsealJson(keys, row.content, contentPlace(row.entry_id)) as EntryContent),
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    actorId: row.actor_id,
    at: row.at,
    withdrawnAt: row.withdrawn_at ?? undefined,
    withdrawnBy: row.withdrawn_by ?? undefined,
  };
}

/** JSON leaves out what is undefined; the shapes of the port name it. */
function withUnsaid(content: EntryContent): EntryContent {
  switch (content.kind) {
    case 'medicine':
      return { ...content, dose: content.dose, what: content.what, since: content.since };
    case 'allergy':
      return { ...content, reaction: content.reaction };
    case 'taking':
      return { ...content, reason: content.reason };
    case 'question':
      return { ...content, of: content.of };
    case 'note':
      return content;
  }
}

/** To be called in a transaction that holds the person. @returns false where there is no such entry that holds. */
async function withdraw(
  queries: Queries,
  subjectId: string,
  entryId: string,
  { actorId, at }: { readonly actorId: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable('person_entry')
    .set({ withdrawn_at: at, withdrawn_by: actorId })
    .where('subject_id', '=', subjectId)
    .where('entry_id', '=', entryId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function createPersonEntries(context: StoreContext): PersonEntryStore {
  const { db } = context;
  return {
    addEntry: (subjectId, { id, content, actorId, at }, replaces) =>
      inTransaction(context, async (queries) => {
        const keys = await requirePersonKeys(context, queries, subjectId);
        const known = await queries
          .selectFrom('person_entry')
          .select('entry_id')
          .where('subject_id', '=', subjectId)
          .where('entry_id', '=', id)
          .executeTakeFirst();
        if (known !== undefined) return 'known';
        if (replaces !== undefined && !(await withdraw(queries, subjectId, replaces, { actorId, at }))) return 'gone';
        await queries
          .insertInto('person_entry')
          .values({
            subject_id: subjectId,
            entry_id: id,
            actor_id: actorId,
            at,
            replaces: replaces ?? null,
            withdrawn_at: null,
            withdrawn_by: null,
            content: sealJson(keys, content, contentPlace(id)),
          })
          .execute();
        return 'added';
      }),
    async countEntries(subjectId) {
      const { ever, held } = await db
        .selectFrom('person_entry')
        .where('subject_id', '=', subjectId)
        .select((eb) => [
          eb.fn.countAll().as('ever'),
          eb.fn.countAll().filterWhere('withdrawn_at', 'is', null).as('held'),
        ])
        .executeTakeFirstOrThrow();
      return { ever: Number(ever), held: Number(held) };
    },
    async listEntries(subjectId) {
      const rows = await db
        .selectFrom('person_entry')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .orderBy('at')
        .orderBy('entry_id')
        .execute();
      const keys = rows.length === 0 ? undefined : await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : rows.map((row) => fromRow(keys, row));
    },
    withdrawEntry: (subjectId, entryId, by) => withdraw(db, subjectId, entryId, by),
    async lastLooked(subjectId, actorId) {
      const row = await db
        .selectFrom('person_look')
        .select('looked')
        .where('subject_id', '=', subjectId)
        .where('actor_id', '=', actorId)
        .executeTakeFirst();
      const keys = row === undefined ? undefined : await findPersonKeys(context, db, subjectId);
      if (row === undefined || keys === undefined) return undefined;
      return unsealJson(keys, row.looked, lookedPlace(actorId)) as Looked;
    },
    setLastLooked: (subjectId, actorId, looked) =>
      inTransaction(context, async (queries) => {
        const keys = await requirePersonKeys(context, queries, subjectId);
        const sealed = sealJson(keys, looked, lookedPlace(actorId));
        await queries
          .insertInto('person_look')
          .values({ subject_id: subjectId, actor_id: actorId, looked: sealed })
          .onConflict((conflict) => conflict.columns(['subject_id', 'actor_id']).doUpdateSet({ looked: sealed }))
          .execute();
      }),
  };
}
