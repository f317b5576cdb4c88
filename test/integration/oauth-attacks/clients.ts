/** Attacks in the name of clients (RFC 7523; SMART App Launch 2.2, asymmetric authentication). */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import * as client from 'openid-client';
import { describe, expect, test } from 'vitest';
import {
  answerAt,
  appClient,
  appKey,
  authorizationRequest,
  discover,
  REDIRECT_URI,
  type AppKey,
} from '../oauth-apps.ts';
import { post, SECRET, type Refusal, type Stage } from './stage.ts';

export function attackClients(stage: () => Stage): void {
  describe('clients', () => {
    test('a stolen client_id without its secret, with another secret, or by another method', async () => {
      const app = await discover(stage().harness, 'secret-app', client.ClientSecretBasic(SECRET));
      const request = await authorizationRequest(stage().harness, app);
      const callback = await answerAt(stage().zofia.browser, request.url);
      const form = {
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: REDIRECT_URI,
        code_verifier: request.verifier,
      };
      expect((await post(stage(), '/token', { ...form, client_id: 'secret-app' })).error).toBe('invalid_client');
      const wrong = { Authorization: `Basic ${Buffer.from('secret-app:wrong').toString('base64')}` };
      expect(await post(stage(), '/token', form, wrong)).toEqual({ status: 401, error: 'invalid_client' });
      expect((await post(stage(), '/token', { ...form, client_id: 'secret-app', client_secret: 'wrong' })).status).toBe(
        401,
      );
    });

    async function assertion(
      changes: JWTPayload = {},
      { header = {}, by = stage().key }: { header?: Record<string, unknown>; by?: AppKey } = {},
    ): Promise<string> {
      const nowS = Math.floor(Date.now() / 1000);
      return new SignJWT({
        iss: 'key-app',
        sub: 'key-app',
        aud: `${stage().issuer}/token`,
        jti: randomUUID(),
        iat: nowS,
        exp: nowS + 240,
        ...changes,
      })
        .setProtectedHeader({ alg: by.jwk.alg ?? '', kid: by.kid, typ: 'JWT', ...header })
        .sign(by.privateKey);
    }

    /** Renewing with a token that is unknown: past the client's proof the error is another. */
    function withAssertion(client_assertion: string): Promise<Refusal> {
      return post(stage(), '/token', {
        grant_type: 'refresh_token',
        refresh_token: 'unknown',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
      });
    }

    const INVALID_CLIENT = { status: 401, error: 'invalid_client' };

    test('a good assertion is taken, once', async () => {
      const good = await assertion();
      expect((await withAssertion(good)).error).toBe('invalid_grant');
      expect(await withAssertion(good)).toEqual(INVALID_CLIENT);
    });

    test('an assertion sent many times at once', async () => {
      const good = await assertion();
      const answers = await Promise.all(Array.from({ length: 8 }, () => withAssertion(good)));
      expect(answers.filter(({ error }) => error !== 'invalid_client')).toHaveLength(1);
    });

    test('assertions that are over, too long, for somebody else, of nobody', async () => {
      const nowS = Math.floor(Date.now() / 1000);
      for (const changes of [
        { exp: nowS - 60 },
        { exp: nowS + 3600 },
        { aud: 'https://evil.example/token' },
        { aud: [`${stage().issuer}/token`, 'https://evil.example/token'] },
        { iss: 'secret-app' },
        { sub: 'other-app' },
        { jti: undefined },
        { exp: undefined },
      ]) {
        const answer = await withAssertion(await assertion(changes as JWTPayload));
        expect(answer.error, JSON.stringify(changes)).toBe('invalid_client');
      }
    });

    test('assertions signed by another stage().key, with a stage().key in the header, or with the stage().key set swapped by jku', async () => {
      const evil = await appKey('RS384', stage().key.kid);
      expect(await withAssertion(await assertion({}, { by: evil }))).toEqual(INVALID_CLIENT);
      for (const header of [
        { jwk: evil.jwk },
        { jku: 'https://evil.example/jwks' },
        { x5u: 'https://evil.example/x5u' },
      ]) {
        expect(await withAssertion(await assertion({}, { by: evil, header }))).toEqual(INVALID_CLIENT);
        expect(await withAssertion(await assertion({}, { header }))).toEqual(INVALID_CLIENT);
      }
    });

    test('assertions with alg none, or HS256 by the public key', async () => {
      const nowS = Math.floor(Date.now() / 1000);
      const payload = {
        iss: 'key-app',
        sub: 'key-app',
        aud: `${stage().issuer}/token`,
        jti: randomUUID(),
        exp: nowS + 60,
      };
      expect(await withAssertion(new UnsecuredJWT(payload).encode())).toEqual(INVALID_CLIENT);
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      const signed = `${encode({ alg: 'HS256', kid: stage().key.kid })}.${encode(payload)}`;
      const mac = createHmac('sha256', JSON.stringify(stage().key.jwk)).update(signed).digest('base64url');
      expect(await withAssertion(`${signed}.${mac}`)).toEqual(INVALID_CLIENT);
      const weak = await generateKeyPair('RS256');
      const rs256 = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: stage().key.kid })
        .sign(weak.privateKey);
      expect(await withAssertion(rs256)).toEqual(INVALID_CLIENT);
    });

    test('a registered stage().key set at an address inside this network is not fetched', async () => {
      let asked = 0;
      const server = createServer((_request, response) => {
        asked += 1;
        response.end(JSON.stringify({ keys: [stage().key.jwk] }));
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      await stage().harness.gateway.services.store.addAppClient(
        appClient('inside-app', { method: 'private_key_jwt', jwksUri: `http://127.0.0.1:${port}/jwks` }),
      );
      const answer = await withAssertion(await assertion({ iss: 'inside-app', sub: 'inside-app' }));
      expect(answer).toEqual(INVALID_CLIENT);
      expect(asked).toBe(0);
      server.close();
    });
  });
}
