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

/** Looked at in one call, so that a call costs the same however many consents there are; calls come every few minutes. */
const GRANTS_PER_CALL = 1_000;

async function deleteOver(queries: Queries, now: string): Promise<void> {
  await queries.deleteFrom('issued_token').where('expires_at', '<=', now).execute();
  await queries.deleteFrom('app_grant').where('until', '<=', now).execute();
  await queries.deleteFrom('leave_receipt').where('until', '<=', now).execute();
}

/**
 * Forgets consents that hold no token any more, among the next ones in the order of their ids.
 * @param after the last one that was looked at; '' for the first.
 * @returns where the next call goes on; '' where all were looked at.
 */
async function deleteIdle(queries: Queries, idleSince: string, after: string): Promise<string> {
  const looked = await queries
    .selectFrom('app_grant')
    .select('grant_id')
    .where('grant_id', '>', after)
    .orderBy('grant_id')
    .limit(GRANTS_PER_CALL)
    .execute();
  const last = looked.at(-1)?.grant_id;
  if (last === undefined) return '';
  await queries
    .deleteFrom('app_grant')
    .where('grant_id', '>', after)
    .where('grant_id', '<=', last)
    .where('granted_at', '<', idleSince)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('issued_token')
            .select('token_index')
            .whereRef('issued_token.grant_id', '=', 'app_grant.grant_id'),
        ),
      ),
    )
    .execute();
  return looked.length < GRANTS_PER_CALL ? '' : last;
}

export function createIssuedTokens(context: StoreContext): IssuedTokens {
  const { db, storeKeys } = context;
  let lookedUntil = '';
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
    async deleteExpired(now, idleSince) {
      await db.transaction().execute((queries) => deleteOver(queries, now));
      lookedUntil = await db.transaction().execute((queries) => deleteIdle(queries, idleSince, lookedUntil));
    },
  };
}
