/** Access and refresh tokens of the gateway's own authorization server: found by a keyed digest, sealed under the subject's key. */
import { GatewayError } from '../../errors.ts';
import type { AuthorizationStore, IssuedToken } from '../../ports/authorization-store.ts';
import { keyedIndex } from '../encryption/keyed-index.ts';
import { sealText, unsealText } from '../encryption/sealed-json.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, requirePersonKeys } from './store-context.ts';

type IssuedTokens = Pick<
  AuthorizationStore,
  'putIssuedToken' | 'findIssuedToken' | 'useIssuedToken' | 'deleteIssuedToken' | 'deleteIssuedTokens' | 'deleteExpired'
>;

function payloadPlace(index: string) {
  return { table: 'issued_token', rowId: index, column: 'payload' };
}

async function subjectOf(queries: Queries, grantId: string): Promise<string> {
  const row = await queries
    .selectFrom('app_grant')
    .select('subject_id')
    .where('grant_id', '=', grantId)
    .executeTakeFirst();
  if (row === undefined) throw new GatewayError('not-found', 'This was not allowed, or is allowed no more.');
  return row.subject_id;
}

async function writeToken(context: StoreContext, queries: Queries, index: string, issued: IssuedToken) {
  const keys = await requirePersonKeys(context, queries, await subjectOf(queries, issued.appGrantId));
  const row = {
    token_index: index,
    grant_id: issued.appGrantId,
    expires_at: issued.expiresAt,
    used_at: issued.usedAt ?? null,
    payload: sealText(keys, issued.payload, payloadPlace(index)),
  };
  await queries.insertInto('issued_token').values(row).execute();
}

async function deleteExpired(queries: Queries, now: string, idleSince: string): Promise<void> {
  await queries.deleteFrom('issued_token').where('expires_at', '<=', now).execute();
  await queries.deleteFrom('app_grant').where('until', '<=', now).execute();
  await queries
    .deleteFrom('app_grant')
    .where('granted_at', '<', idleSince)
    .where('grant_id', 'not in', (eb) => eb.selectFrom('issued_token').select('grant_id'))
    .execute();
  await queries.deleteFrom('leave_receipt').where('until', '<=', now).execute();
}

export function createIssuedTokens(context: StoreContext): IssuedTokens {
  const { db, storeKeys } = context;
  const indexOf = (kind: IssuedToken['kind'], token: string) => keyedIndex(storeKeys.tokenIndex, [kind, token]);
  return {
    putIssuedToken: (token, issued) =>
      db.transaction().execute((queries) => writeToken(context, queries, indexOf(issued.kind, token), issued)),
    async findIssuedToken(kind, token) {
      const index = indexOf(kind, token);
      const row = await db
        .selectFrom('issued_token')
        .innerJoin('app_grant', 'app_grant.grant_id', 'issued_token.grant_id')
        .selectAll('issued_token')
        .select('app_grant.subject_id')
        .where('token_index', '=', index)
        .executeTakeFirst();
      const keys = row === undefined ? undefined : await findPersonKeys(context, db, row.subject_id);
      if (row === undefined || keys === undefined) return undefined;
      return {
        kind,
        appGrantId: row.grant_id,
        expiresAt: row.expires_at,
        usedAt: row.used_at ?? undefined,
        payload: unsealText(keys, row.payload, payloadPlace(index)),
      };
    },
    async useIssuedToken(token, at) {
      const { numUpdatedRows } = await db
        .updateTable('issued_token')
        .set({ used_at: at })
        .where('token_index', '=', indexOf('refresh', token))
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async deleteIssuedToken(kind, token) {
      await db.deleteFrom('issued_token').where('token_index', '=', indexOf(kind, token)).execute();
    },
    async deleteIssuedTokens(appGrantId) {
      await db.deleteFrom('issued_token').where('grant_id', '=', appGrantId).execute();
    },
    deleteExpired: (now, idleSince) => db.transaction().execute((queries) => deleteExpired(queries, now, idleSince)),
  };
}
