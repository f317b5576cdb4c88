/** Tokens of a linked account, sealed wherever they rest (law L11). */
import type { DurableStore } from '../../ports/durable-store.ts';
import type { TokenSet } from '../../ports/linked-account.ts';
import { sealJson, unsealJson } from '../encryption/sealed-json.ts';
import { requireAccount } from './require-account.ts';
import type { Queries, StoreContext } from './store-context.ts';
import { findPersonKeys, inTransaction, requirePersonKeys } from './store-context.ts';

/** As sealed: JSON knows null only. */
interface SealedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly scope: string;
  /** Absent in rows of older versions. */
  readonly refreshExpiresAt?: string | null;
}

function tokensPlace(accountId: string) {
  return { table: 'source_token', rowId: accountId, column: 'tokens' };
}

export async function writeTokens(
  context: StoreContext,
  queries: Queries,
  [subjectId, accountId]: readonly [string, string],
  { accessToken, refreshToken, scope, expiresAt, refreshExpiresAt }: TokenSet,
): Promise<void> {
  const keys = await requirePersonKeys(context, queries, subjectId);
  await requireAccount(queries, subjectId, accountId);
  const plain: SealedTokens = {
    accessToken,
    refreshToken: refreshToken ?? null,
    scope,
    refreshExpiresAt: refreshExpiresAt ?? null,
  };
  const values = { expires_at: expiresAt ?? null, tokens: sealJson(keys, plain, tokensPlace(accountId)) };
  await queries
    .insertInto('source_token')
    .values({ subject_id: subjectId, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(['subject_id', 'account_id']).doUpdateSet(values))
    .execute();
}

export function createTokens(context: StoreContext): Pick<DurableStore, 'getTokens' | 'putTokens' | 'deleteTokens'> {
  const { db } = context;
  return {
    async getTokens(subjectId, accountId) {
      const row = await db
        .selectFrom('source_token')
        .selectAll()
        .where('subject_id', '=', subjectId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      const keys = row === undefined ? undefined : await findPersonKeys(context, db, subjectId);
      if (row === undefined || keys === undefined) return undefined;
      const plain = unsealJson(keys, row.tokens, tokensPlace(accountId)) as SealedTokens;
      return {
        accessToken: plain.accessToken,
        refreshToken: plain.refreshToken ?? undefined,
        expiresAt: row.expires_at ?? undefined,
        scope: plain.scope,
        ...(typeof plain.refreshExpiresAt === 'string' ? { refreshExpiresAt: plain.refreshExpiresAt } : {}),
      };
    },
    putTokens: (subjectId, accountId, tokens) =>
      inTransaction(context, (queries) => writeTokens(context, queries, [subjectId, accountId], tokens)),
    async deleteTokens(subjectId, accountId) {
      await db
        .deleteFrom('source_token')
        .where('subject_id', '=', subjectId)
        .where('account_id', '=', accountId)
        .execute();
    },
  };
}
