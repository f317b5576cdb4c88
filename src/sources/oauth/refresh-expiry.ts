/** When a refresh token ends, so that people can be told before: from the token answer, else by introspection where the source offers it (RFC 7662). */
import { tokenIntrospection } from 'openid-client';
import type { Configuration, TokenEndpointResponse } from 'openid-client';

/** No standard names it; these are in use. */
const MEMBERS = ['refresh_expires_in', 'refresh_token_expires_in'] as const;

/** @param now milliseconds since 1970. @returns ISO instant; undefined where the answer does not say. */
export function refreshExpiryIn(answer: TokenEndpointResponse, now: number): string | undefined {
  const seconds = MEMBERS.map((name) => Number(answer[name])).find((value) => Number.isFinite(value) && value > 0);
  return seconds === undefined ? undefined : instant(now + seconds * 1000);
}

/** Never rejects: knowing the end is a help, no need. */
export async function introspectedExpiry(client: Configuration, refreshToken: string): Promise<string | undefined> {
  if (client.serverMetadata().introspection_endpoint === undefined) return undefined;
  try {
    const { active, exp } = await tokenIntrospection(client, refreshToken, { token_type_hint: 'refresh_token' });
    return active && exp !== undefined ? instant(exp * 1000) : undefined;
  } catch {
    // What the error holds of the request must not get further.
    return undefined;
  }
}

/** Some servers write "never" as a number no date can hold. */
function instant(ms: number): string | undefined {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined;
}
