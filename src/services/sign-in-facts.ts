/** What a reading taught about the sign-in it used: when it ends, how long one lasts, what it covers. */
import type { LinkedAccount, TokenSet } from '../ports/linked-account.ts';
import type { SourceConnector } from '../ports/source-connector.ts';
import type { AccountTokens } from './access-tokens.ts';
import { learntEnd, saidEnd, signInLasted } from './sign-in-end.ts';

type SignInFacts = Partial<Pick<LinkedAccount, 'grantedScope' | 'signInEndsAt' | 'signInLastedMs'>>;

/**
 * @param hasRead the source answered just now: only then is it asked anything more.
 * @returns nothing where no token was had. Never rejects for what the source says.
 */
export async function signInFacts(
  account: LinkedAccount,
  tokens: AccountTokens,
  connector: Pick<SourceConnector, 'refreshExpiry'>,
  hasRead: boolean,
): Promise<SignInFacts> {
  if (tokens.signIn === 'needs-sign-in') {
    return { signInLastedMs: signInLasted(account) ?? account.signInLastedMs, signInEndsAt: undefined };
  }
  const { latest } = tokens;
  if (latest === undefined) return {};
  // A source read by agreement has no sign-in that could end.
  const signInEndsAt =
    account.consent === undefined ? await end(account, tokens, latest, hasRead ? connector : {}) : undefined;
  return { signInEndsAt, grantedScope: latest.scope };
}

/** The source is asked once for each refresh token; what it says goes before what earlier sign-ins showed. */
async function end(
  account: LinkedAccount,
  { isRotated }: AccountTokens,
  latest: TokenSet,
  connector: Pick<SourceConnector, 'refreshExpiry'>,
): Promise<string | undefined> {
  const said = saidEnd(latest);
  if (said !== undefined) return said;
  const { lastSuccessAt, signedInAt = '' } = account;
  const isNew = isRotated || lastSuccessAt === undefined || lastSuccessAt < signedInAt;
  const told = isNew ? await connector.refreshExpiry?.(latest).catch(() => undefined) : account.signInEndsAt;
  return told ?? learntEnd(account);
}
