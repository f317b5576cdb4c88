/** What people allowed client apps. What was allowed is sealed under the key of the one whose record it is. */
import type { Insertable, Selectable } from 'kysely';
import type { LabelRights } from '../../access/access-grant.ts';
import type { AppGrant, AppGrantStore } from '../../ports/app-grants.ts';
import type { PersonKeys } from '../encryption/person-keys.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import type { Schema } from './schema.ts';
import type { StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

/** As sealed: JSON knows null only. */
interface GrantDetails {
  readonly scopes: readonly string[];
  readonly sources: readonly string[] | null;
  readonly labels: LabelRights | null;
}

function detailsPlace(grantId: string) {
  return { table: 'app_grant', rowId: grantId, column: 'details' };
}

function toGrantRow(keys: PersonKeys, grant: AppGrant): Insertable<Schema['app_grant']> {
  const details: GrantDetails = {
    scopes: grant.scopes,
    sources: grant.sources ?? null,
    labels: grant.labels ?? null,
  };
  return {
    grant_id: grant.id,
    subject_id: grant.subjectId,
    actor_id: grant.actorId,
    client_id: grant.clientId,
    granted_at: grant.grantedAt,
    until: grant.until ?? null,
    last_used_at: grant.lastUsedAt ?? null,
    details: sealJson(keys, details, detailsPlace(grant.id)),
  };
}

function fromGrantRow(keys: PersonKeys, row: Selectable<Schema['app_grant']>): AppGrant {
  const details = unsealJson(keys, row.details, detailsPlace(row.grant_id)) as GrantDetails;
  return {
    id: row.grant_id,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    clientId: row.client_id,
    scopes: details.scopes,
    sources: details.sources ?? undefined,
    labels: details.labels ?? undefined,
    grantedAt: row.granted_at,
    until: row.until ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}

export function createAppGrants(context: StoreContext): AppGrantStore {
  const { db } = context;
  return {
    putAppGrant: (grant) =>
      inTransaction(context, async (queries) => {
        const keys = await requirePersonKeys(context, queries, grant.subjectId);
        const row = toGrantRow(keys, grant);
        await queries
          .insertInto('app_grant')
          .values(row)
          .onConflict((conflict) => conflict.column('grant_id').doUpdateSet(row))
          .execute();
      }),
    async findAppGrant(id) {
      const row = await db.selectFrom('app_grant').selectAll().where('grant_id', '=', id).executeTakeFirst();
      const keys = row === undefined ? undefined : await findPersonKeys(context, db, row.subject_id);
      return row === undefined || keys === undefined ? undefined : fromGrantRow(keys, row);
    },
    async listAppGrants(subjectId) {
      const rows = await db
        .selectFrom('app_grant')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .orderBy('granted_at', 'desc')
        .orderBy('grant_id')
        .execute();
      const keys = await findPersonKeys(context, db, subjectId);
      return keys === undefined ? [] : rows.map((row) => fromGrantRow(keys, row));
    },
    async deleteAppGrant(subjectId, id) {
      await db.deleteFrom('app_grant').where('subject_id', '=', subjectId).where('grant_id', '=', id).execute();
    },
    async noteAppGrantUse(id, at) {
      await db.updateTable('app_grant').set({ last_used_at: at }).where('grant_id', '=', id).execute();
    },
  };
}
