/** Tells whether a person, an account, a decision or an entry of theirs was written, by the rows as they rest: every write seals anew, so their bytes differ. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { DurableStore } from '../../ports/durable-store.ts';
import { compileOnce } from './compile-once.ts';
import { createSharedReading } from './shared-reading.ts';
import type { StoreContext } from './store-context.ts';

/** In place of any person's id. */
const ANY = '';

export function createPersonVersion({ db }: StoreContext): Pick<DurableStore, 'personVersion'> {
  const personRows = compileOnce(
    db
      .selectFrom('person')
      .leftJoin('linked_account as account', 'account.subject_id', 'person.subject_id')
      .where('person.subject_id', '=', ANY)
      .orderBy('account.account_id')
      .select([
        'person.created_at',
        'person.details as person_details',
        'account.account_id',
        'account.actor_id',
        'account.source',
        'account.state',
        'account.linked_at',
        'account.last_success_at',
        'account.last_tried_at',
        'account.confirmed_by_actor_id',
        'account.confirmed_at',
        'account.details',
      ]),
  );
  // Neither is ever changed but for its withdrawal.
  const addedRows = compileOnce(
    db
      .selectFrom('person_decision')
      .where('subject_id', '=', ANY)
      .select([
        sql<string>`'decision'`.as('what'),
        'decision_id as id',
        'actor_id',
        'at',
        'withdrawn_at',
        'withdrawn_by',
      ])
      .unionAll(
        db
          .selectFrom('person_entry')
          .where('subject_id', '=', ANY)
          .select([
            sql<string>`'entry'`.as('what'),
            'entry_id as id',
            'actor_id',
            'at',
            'withdrawn_at',
            'withdrawn_by',
          ]),
      )
      .orderBy('what')
      .orderBy('id'),
  );
  return {
    // Every read of a record asks, and apps ask many things of one record at once.
    personVersion: createSharedReading(async (id) => {
      const rows = await personRows(db, [id]);
      if (rows.length === 0) return undefined;
      const hash = createHash('sha256');
      for (const { person_details, details, ...clear } of rows) {
        hash.update(JSON.stringify(Object.values(clear)));
        hash.update(person_details);
        if (details !== null) hash.update(details);
      }
      const added = await addedRows(db, [id, id]);
      hash.update(JSON.stringify(added.map((row) => Object.values(row))));
      return hash.digest('base64url');
    }),
  };
}
