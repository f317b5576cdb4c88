/**
 * Makes of a token answer with a slip one that can be used (RFC 6749, 5.1). The library refuses the whole answer for a fault in
 * what is optional, and the refresh token in it, which may be the only one that is still good, would be lost.
 */
import type { JsonObject } from '../../record/fhir/types.ts';

/** What servers write for "none". */
const isNone = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Members given anew below, or not at all: the gateway tells nobody's identity by a source's id_token (the identity gate reads
 * the source's Patient), and a fault in it must not stop a link.
 */
const REWRITTEN = new Set(['expires_in', 'refresh_token', 'scope', 'token_type', 'id_token']);

/** @returns the same members, those that are none or wrong left out; nothing else is touched. */
export function usableTokenAnswer(answer: JsonObject): JsonObject {
  if (typeof answer['access_token'] !== 'string') return answer;
  const { expires_in: expiresIn, refresh_token: refreshToken, scope, token_type: tokenType } = answer;
  const lastsS = typeof expiresIn === 'string' && expiresIn !== '' ? Number(expiresIn) : expiresIn;
  return {
    ...Object.fromEntries(Object.entries(answer).filter(([name]) => !REWRITTEN.has(name))),
    // Without it nothing says another kind than the one that SMART has (SMART App Launch 2.2, "Access token response": fixed value).
    token_type: isNone(tokenType) ? 'Bearer' : tokenType,
    ...(isLifetime(lastsS) ? { expires_in: lastsS } : {}),
    ...(isNone(refreshToken) ? {} : { refresh_token: refreshToken }),
    ...(isScope(scope) ? { scope: Array.isArray(scope) ? scope.join(' ') : scope } : {}),
  };
}

/** Seconds that a calendar holds; without one the token is used until it is refused. */
function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 1e10;
}

function isScope(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((word) => typeof word === 'string'));
}
