/** Attacks on authorization codes and on PKCE (RFC 9700, 4.5, 4.8). */
import * as client from 'openid-client';
import { describe, expect, test } from 'vitest';
import { answerAt, authorizationRequest, discover, REDIRECT_URI } from '../oauth-apps.ts';
import { exchange, newCode, post, readStatus, SECRET, type Stage } from './stage.ts';

export function attackCodes(stage: () => Stage): void {
  describe('authorization codes', () => {
    test('replay of a code, which also ends what the first use gave', async () => {
      const { request, callback } = await newCode(stage());
      const tokens = await client.authorizationCodeGrant(stage().config, callback, {
        pkceCodeVerifier: request.verifier,
        expectedState: request.state,
        expectedNonce: request.nonce,
      });
      const code = callback.searchParams.get('code') ?? '';
      expect(await exchange(stage(), code, request.verifier)).toEqual({ status: 400, error: 'invalid_grant' });
      expect(await readStatus(stage(), tokens.access_token)).toBe(401);
    });

    test('a code exchanged many times at once', async () => {
      const { code, request } = await newCode(stage());
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'public-app',
        code,
        redirect_uri: REDIRECT_URI,
        code_verifier: request.verifier,
      });
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => fetch(`${stage().issuer}/token`, { method: 'POST', body })),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won.length).toBeLessThanOrEqual(1);
      for (const answer of won) {
        const { access_token } = (await answer.json()) as { access_token: string };
        expect(await readStatus(stage(), access_token)).toBe(401);
      }
    });

    test('a stolen code at another client', async () => {
      const { code, request } = await newCode(stage());
      expect((await exchange(stage(), code, request.verifier, { client_id: 'other-app' })).error).toBe('invalid_grant');
      const asConfidential = await post(
        stage(),
        '/token',
        { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: request.verifier },
        { Authorization: `Basic ${Buffer.from(`secret-app:${encodeURIComponent(SECRET)}`).toString('base64')}` },
      );
      expect(asConfidential.error).toBe('invalid_grant');
    });

    test('injection: a stolen code with the verifier of another request', async () => {
      const { code } = await newCode(stage());
      expect((await exchange(stage(), code, client.randomPKCECodeVerifier())).error).toBe('invalid_grant');
    });

    test('a code without its verifier, or with the challenge in its place', async () => {
      const { code, request } = await newCode(stage());
      expect((await exchange(stage(), code, undefined)).error).toBe('invalid_grant');
      const challenge = request.url.searchParams.get('code_challenge') ?? '';
      expect((await exchange(stage(), code, challenge)).error).toBe('invalid_grant');
    });

    test('another redirect_uri at the token endpoint than at the authorization endpoint', async () => {
      const { code, request } = await newCode(stage());
      const elsewhere = { redirect_uri: `${REDIRECT_URI}/` };
      expect((await exchange(stage(), code, request.verifier, elsewhere)).error).toBe('invalid_grant');
    });
  });

  describe('downgrades of PKCE', () => {
    test.each([
      ['none at all', { code_challenge: undefined, code_challenge_method: undefined }],
      ['plain', { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }],
      ['no method, which would mean plain', { code_challenge: 'a'.repeat(43), code_challenge_method: undefined }],
      ['a method without a challenge', { code_challenge: undefined, code_challenge_method: 'S256' }],
      ['an empty challenge', { code_challenge: '', code_challenge_method: 'S256' }],
    ])('%s, for public and confidential apps', async (_name, changes) => {
      for (const app of [
        stage().config,
        await discover(stage().harness, 'secret-app', client.ClientSecretBasic(SECRET)),
      ]) {
        const { url, state } = await authorizationRequest(stage().harness, app, changes);
        const back = await answerAt(stage().zofia.browser, url);
        expect(Object.fromEntries(back.searchParams)).toMatchObject({
          error: 'invalid_request',
          state,
          iss: stage().issuer,
        });
      }
    });
  });
}
