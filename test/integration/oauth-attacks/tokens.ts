/** Attacks by mix-up, misdirected and forged tokens (RFC 9700, 4.4, 4.10; RFC 8725). */
import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import * as client from 'openid-client';
import { describe, expect, test } from 'vitest';
import { answerAt, appKey, authorizationRequest, launch } from '../oauth-apps.ts';
import { exchange, newCode, post, readStatus, type Stage } from './stage.ts';

export function attackTokens(stage: () => Stage): void {
  describe('mix-up and misdirection', () => {
    test('an answer says who gives it, so that a client can tell servers apart', async () => {
      const { callback } = await newCode(stage());
      expect(callback.searchParams.getAll('iss')).toEqual([stage().issuer]);
      const metadata = (await (await fetch(`${stage().issuer}/.well-known/openid-configuration`)).json()) as Record<
        string,
        unknown
      >;
      expect(metadata['authorization_response_iss_parameter_supported']).toBe(true);
      const swapped = new URL(callback);
      swapped.searchParams.set('iss', 'https://evil.example');
      await expect(
        client.authorizationCodeGrant(stage().config, swapped, {
          pkceCodeVerifier: 'a'.repeat(43),
          expectedState: 'x',
        }),
      ).rejects.toThrow();
    });

    test.each([
      ['another FHIR server', { aud: 'https://evil.example/fhir' }],
      ['the same path in another case', { aud: undefined, resource: 'HTTP://127.0.0.1/FHIR/R4' }],
      ['no server at all', { aud: undefined }],
    ])('a token meant for %s', async (_name, changes) => {
      const { url, state } = await authorizationRequest(stage().harness, stage().config, changes);
      const back = await answerAt(stage().zofia.browser, url);
      expect(back.searchParams.get('error')).toMatch(/^invalid_(request|target)$/);
      expect(back.searchParams.get('state')).toBe(state);
      expect(back.searchParams.get('code')).toBeNull();
    });

    test('two audiences, one of them right', async () => {
      const { url } = await authorizationRequest(stage().harness, stage().config);
      url.searchParams.append('aud', 'https://evil.example/fhir');
      const back = await answerAt(stage().zofia.browser, url);
      expect(back.searchParams.get('code')).toBeNull();
      expect(back.searchParams.get('error')).toBe('invalid_request');
    });

    test('another audience at the token endpoint', async () => {
      const { code, request } = await newCode(stage());
      const answer = await exchange(stage(), code, request.verifier, { resource: 'https://evil.example/fhir' });
      expect(answer.error).toBe('invalid_target');
    });

    test('tokens of the sign-in service and id tokens at the FHIR endpoint', async () => {
      const { tokens } = await launch(stage().harness, stage().zofia, stage().config);
      expect(await readStatus(stage(), tokens.id_token ?? '')).toBe(401);
      const foreign = await stage().harness.sandbox.signIn.issueAccessToken({
        sub: stage().zofia.user.sub,
        patient: await stage().zofia.subjectId(),
        scope: 'patient/*.rs',
        audience: 'https://other.example/fhir',
      });
      expect(await readStatus(stage(), foreign)).toBe(401);
    });

    test('refresh tokens and codes at the FHIR endpoint', async () => {
      const { tokens, callback } = await launch(stage().harness, stage().zofia, stage().config);
      expect(await readStatus(stage(), tokens.refresh_token ?? '')).toBe(401);
      expect(await readStatus(stage(), callback.searchParams.get('code') ?? '')).toBe(401);
    });

    test('an access token in place of a refresh token', async () => {
      const { tokens } = await launch(stage().harness, stage().zofia, stage().config);
      const form = { grant_type: 'refresh_token', refresh_token: tokens.access_token, client_id: 'public-app' };
      expect((await post(stage(), '/token', form)).error).toBe('invalid_grant');
    });
  });

  describe('forged tokens', () => {
    const claims = async (): Promise<JWTPayload> => ({
      iss: stage().issuer,
      sub: await stage().zofia.subjectId(),
      aud: stage().harness.config.fhirBaseUrl,
      patient: await stage().zofia.subjectId(),
      scope: 'patient/*.rs',
      exp: Math.floor(Date.now() / 1000) + 600,
    });

    test('alg none', async () => {
      const token = new UnsecuredJWT(await claims()).encode();
      expect(await readStatus(stage(), token)).toBe(401);
    });

    test('HS256 with the published stage().key as secret', async () => {
      const { keys } = (await (await fetch(`${stage().issuer}/jwks`)).json()) as {
        keys: [{ kid: string; alg: string }];
      };
      const pem = await exportSPKI((await importJWK(keys[0], keys[0].alg, { extractable: true })) as client.CryptoKey);
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const signed = `${encode({ alg: 'HS256', kid: keys[0].kid })}.${encode(await claims())}`;
      const token = `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
      expect(await readStatus(stage(), token)).toBe(401);
    });

    test('a stage().key of the attacker’s own, in the header or at an address in it', async () => {
      const own = await appKey('RS384', 'evil');
      for (const header of [{ jwk: own.jwk }, { jku: 'https://evil.example/jwks' }, { kid: '../../evil' }]) {
        const token = await new SignJWT(await claims())
          .setProtectedHeader({ alg: 'RS384', ...header })
          .sign(own.privateKey);
        expect(await readStatus(stage(), token)).toBe(401);
      }
    });

    test('no published stage().key holds a private part', async () => {
      const set = await (await fetch(`${stage().issuer}/jwks`)).text();
      expect(set).not.toMatch(/"(d|p|q|dp|dq|qi|k)":/);
    });
  });
}
