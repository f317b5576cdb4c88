/** Tokens that are told to be good are good, and those bound to a key are not handed out where nobody checks the key. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appClient } from './oauth-apps.ts';
import { PERSON, startOauthStage, type OauthStage } from './oauth-stage.ts';

const SECRET = 'a-secret-of-the-tests-with-forty-characters';

let stage: OauthStage;
beforeAll(async () => {
  stage = await startOauthStage({
    clients: [
      appClient('phone', { method: 'none' }),
      appClient('server', { method: 'client_secret_post', secret: SECRET }),
    ],
  });
});
afterAll(() => stage.close());

test('a proof of possession, which the FHIR endpoint does not check, binds nothing and is not offered', async () => {
  const metadata = (await (await fetch(`${stage.issuer}/.well-known/openid-configuration`)).json()) as object;
  expect(Object.keys(metadata).filter((name) => /dpop/i.test(name))).toEqual([]);
  const config = await stage.discover('phone');
  const { refresh_token: refreshToken = '' } = await stage.launch(config);
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const proof = await new SignJWT({ htm: 'POST', htu: `${stage.issuer}/token`, jti: 'a-proof-of-the-tests' })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(publicKey) })
    .setIssuedAt()
    .sign(privateKey);
  const response = await fetch(`${stage.issuer}/token`, {
    method: 'POST',
    headers: { DPoP: proof },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'phone' }),
  });
  expect(await response.json()).toMatchObject({ token_type: 'Bearer' });
});

describe('introspection by an app that names itself', () => {
  test('a token is told to be over once its ground is gone', async () => {
    const config = await stage.discover('server', client.ClientSecretPost(SECRET));
    const { access_token: token, refresh_token: refreshToken = '' } = await stage.launch(config);
    expect(await client.tokenIntrospection(config, token)).toMatchObject({ active: true, patient: PERSON });
    const since = '2026-01-01T00:00:00.000Z';
    const representation = { subjectId: PERSON, actorId: PERSON, relationship: 'self', since } as const;
    await stage.store.addRepresentation({ ...representation, until: '2026-01-02T00:00:00.000Z' });
    try {
      const whose = await fetch(`${stage.publicUrl}/whose`, { headers: { Authorization: `Bearer ${token}` } });
      expect(whose.status).not.toBe(200);
      expect(await client.tokenIntrospection(config, token)).toEqual({ active: false });
      expect(await client.tokenIntrospection(config, refreshToken)).toEqual({ active: false });
    } finally {
      await stage.store.addRepresentation({ ...representation, until: undefined });
    }
  });
});
