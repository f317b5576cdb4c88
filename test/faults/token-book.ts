/** The tokens of one person at a source under test: refresh tokens rotate, and one used twice ends the whole grant (RFC 9700, 2.2.2). */
import type { ServerResponse } from 'node:http';
import type { TokenSet } from '../../src/ports/linked-account.ts';
import { sendJson } from '../servers/http-server.ts';

export interface TokenBook {
  /** Of a new grant, as a sign-in gives it. */
  grant(): TokenSet;
  isGood(authorization: string | undefined): boolean;
  /** The access token is over; the grant holds. */
  expire(): void;
  /** Answers a refresh. */
  answer(parameters: URLSearchParams, response: ServerResponse): void;
  /** Turns the page without telling anybody: what an answer that is lost on its way leaves behind. */
  rotate(): void;
  /** What the next answer says beside the tokens, or instead of them; undefined leaves a member out. */
  alsoSay(more: Readonly<Record<string, unknown>>): void;
  /** Every token that was ever given, to look for where none may be. */
  readonly everGiven: readonly string[];
  readonly isRevoked: boolean;
}

const SCOPE = 'patient/*.rs';

export function createTokenBook(): TokenBook {
  const everGiven: string[] = [];
  let count = 0;
  let access: string | undefined;
  let refresh: string | undefined;
  let isRevoked = false;
  let more: Readonly<Record<string, unknown>> = {};

  function rotate(): void {
    count += 1;
    access = `at-${count}-5d2a4860-secret`;
    refresh = `rt-${count}-8d7e6f54-secret`;
    everGiven.push(access, refresh);
  }

  function current(): { readonly accessToken: string; readonly refreshToken: string } {
    return { accessToken: access ?? '', refreshToken: refresh ?? '' };
  }

  return {
    everGiven,
    rotate,
    alsoSay: (said) => {
      more = said;
    },
    get isRevoked() {
      return isRevoked;
    },
    grant: () => {
      isRevoked = false;
      rotate();
      return { ...current(), expiresAt: undefined, scope: SCOPE };
    },
    isGood: (authorization) => access !== undefined && authorization === `Bearer ${access}`,
    expire: () => {
      access = undefined;
    },
    answer: (parameters, response) => {
      if (isRevoked || parameters.get('refresh_token') !== refresh) {
        isRevoked = true;
        access = undefined;
        sendJson(response, 400, { error: 'invalid_grant' });
        return;
      }
      rotate();
      const { accessToken, refreshToken } = current();
      const answer = { access_token: accessToken, refresh_token: refreshToken, token_type: 'Bearer', scope: SCOPE };
      sendJson(response, 200, { ...answer, ...more }, { 'content-type': 'application/json' });
      more = {};
    },
  };
}
