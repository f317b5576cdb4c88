/** Reads a token answer into what is kept. */
import type { TokenEndpointResponse } from 'openid-client';
import type { TokenSet } from '../../ports/linked-account.ts';

/**
 * @param before what stands where the answer says nothing: scope as asked for or granted (RFC 6749, 5.1), the refresh token still
 *   good (RFC 6749, 6).
 * @param now milliseconds since 1970.
 */
export function tokenSet(
  answer: TokenEndpointResponse,
  before: { readonly scope: string; readonly refreshToken: string | undefined },
  now: number,
): TokenSet {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? before.refreshToken,
    expiresAt: answer.expires_in === undefined ? undefined : new Date(now + answer.expires_in * 1000).toISOString(),
    scope: answer.scope ?? before.scope,
  };
}
