/** Reads a token answer into what is kept. */
import type { TokenEndpointResponse } from 'openid-client';
import type { TokenSet } from '../../ports/linked-account.ts';
import { SourceError } from '../../ports/source-connector.ts';
import { refreshExpiryIn } from './refresh-expiry.ts';

/** RFC 6749, A.12 and A.17: visible characters. Anything else could not be sent, or would add headers. */
const TOKEN = /^[\x20-\x7e]+$/;

/**
 * @throws SourceError `server-error` for a token that cannot be sent.
 * @param before what stands where the answer says nothing: scope as asked for or granted (RFC 6749, 5.1), the refresh token still
 *   good (RFC 6749, 6).
 * @param now milliseconds since 1970.
 */
export function tokenSet(
  answer: TokenEndpointResponse,
  before: Pick<TokenSet, 'scope' | 'refreshToken' | 'refreshExpiresAt'>,
  now: number,
): TokenSet {
  if (!TOKEN.test(answer.access_token) || !TOKEN.test(answer.refresh_token ?? 'none')) {
    throw new SourceError('server-error', 'The source’s sign-in service did not answer as OAuth 2 says.');
  }
  // A refresh token that stays keeps its end.
  const ends =
    refreshExpiryIn(answer, now) ?? (answer.refresh_token === undefined ? before.refreshExpiresAt : undefined);
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before.refreshToken,
    expiresAt: answer.expires_in === undefined ? undefined : new Date(now + answer.expires_in * 1000).toISOString(),
    scope: answer.scope ?? before.scope,
    ...(ends === undefined ? {} : { refreshExpiresAt: ends }),
  };
}
