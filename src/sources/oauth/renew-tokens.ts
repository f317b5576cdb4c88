/** Renews and gives back tokens at a source (RFC 6749, 6; RFC 7009). */
import { refreshTokenGrant, tokenRevocation } from 'openid-client';
import type { Configuration } from 'openid-client';
import type { TokenSet } from '../../ports/linked-account.ts';
import { SourceError } from '../../ports/source-connector.ts';
import { oauthFailure } from './oauth-failure.ts';
import { tokenSet } from './token-set.ts';

/**
 * Asked once only: a refresh token may be good for one use, and trying it again may end the whole grant.
 *
 * @throws SourceError `needs-sign-in` where the refresh token is not taken or there is none.
 */
export async function refreshTokens(client: Configuration, tokens: TokenSet, now: () => number): Promise<TokenSet> {
  if (tokens.refreshToken === undefined) {
    throw new SourceError('needs-sign-in', 'The source gave no means of renewing the sign-in. Sign in there again.');
  }
  try {
    return tokenSet(await refreshTokenGrant(client, tokens.refreshToken), tokens, now());
  } catch (error) {
    throw oauthFailure(error, 'refresh');
  }
}

/** The refresh token first: with it, a server should end the access tokens too. */
export async function revokeTokens(
  client: Configuration,
  tokens: TokenSet,
): Promise<'revoked' | 'not-offered' | 'failed'> {
  if (client.serverMetadata().revocation_endpoint === undefined) return 'not-offered';
  const revocations: (readonly [string, string])[] = [[tokens.accessToken, 'access_token']];
  if (tokens.refreshToken !== undefined) revocations.unshift([tokens.refreshToken, 'refresh_token']);
  let result: 'revoked' | 'failed' = 'revoked';
  for (const [token, hint] of revocations) {
    try {
      await tokenRevocation(client, token, { token_type_hint: hint });
    } catch {
      // What the error holds of the request must not get further; the caller learns that it failed.
      result = 'failed';
    }
  }
  return result;
}
