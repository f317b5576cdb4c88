/** How the gateway takes apps that prove themselves by a signed assertion (SMART App Launch 2.2, "Client authentication: asymmetric"). */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTHeaderParameters } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClientKeys } from '../../src/oauth/clients/client-keys.ts';
import { appClient, appKey, REDIRECT_URI, type AppKey } from '../integration/oauth-apps.ts';
import { captureLog } from '../servers/captured-log.ts';
import { startLaunchedApp, type LaunchedApp } from './launched-app.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

let app: LaunchedApp;
let rs384: AppKey;
let es384: AppKey;
beforeAll(async () => {
  rs384 = await appKey('RS384');
  es384 = await appKey('ES384');
  app = await startLaunchedApp([
    appClient('key-app', { method: 'private_key_jwt', jwks: { keys: [rs384.jwk, es384.jwk] } }),
    appClient('other-key-app', { method: 'private_key_jwt', jwks: { keys: [(await appKey('ES384', 'other')).jwk] } }),
  ]);
}, 60_000);
afterAll(() => app.harness.close());

interface Assertion {
  readonly key?: AppKey;
  readonly alg?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

function assertion({
  key = es384,
  alg = String(key.jwk.alg),
  header = {},
  claims = {},
}: Assertion = {}): Promise<string> {
  const nowS = Math.floor(Date.now() / 1000);
  const payload = {
    iss: 'key-app',
    sub: 'key-app',
    aud: `${app.harness.config.publicUrl}/oauth/token`,
    exp: nowS + 120,
    iat: nowS,
    jti: randomUUID(),
    ...claims,
  };
  const protectedHeader = { alg, kid: key.kid, typ: 'JWT', ...header } as JWTHeaderParameters;
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key.privateKey);
}

/** A launch of `key-app` whose token request carries this assertion. */
async function launchWith(client_assertion: string) {
  const { request, callback } = await app.authorize({}, {}, 'key-app');
  return app.askToken({
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT_URI,
    code_verifier: request.verifier,
    client_assertion_type: JWT_BEARER,
    client_assertion,
  });
}

describe('an assertion', () => {
  test.each(['RS384', 'ES384'])(
    '[SMART-297][SMART-310][SMART-316][SMART-357] signed by %s with a key of the registered set is taken',
    async (alg) => {
      const { status, body } = await launchWith(await assertion({ key: alg === 'RS384' ? rs384 : es384 }));
      expect(status).toBe(200);
      expect(body['access_token']).toBeDefined();
    },
  );

  test('[SMART-336] is taken once', async () => {
    const once = await assertion();
    expect((await launchWith(once)).status).toBe(200);
    expect((await launchWith(once)).body).toMatchObject({ error: 'invalid_client' });
  });

  const wrong: readonly (readonly [string, () => Promise<string>])[] = [
    ['is over', () => assertion({ claims: { exp: Math.floor(Date.now() / 1000) - 60 } })],
    ['lasts longer than five minutes', () => assertion({ claims: { exp: Math.floor(Date.now() / 1000) + 3600 } })],
    ['is for another server', () => assertion({ claims: { aud: 'https://elsewhere.example/token' } })],
    ['has no jti', () => assertion({ claims: { jti: undefined } })],
    ['has no exp', () => assertion({ claims: { exp: undefined } })],
    ['names another subject', () => assertion({ claims: { sub: 'other-key-app' } })],
    ['has a key nobody registered', async () => assertion({ key: { ...(await appKey('ES384')), kid: es384.kid } })],
    ['is signed by another algorithm', async () => assertion({ key: await weakKey(), alg: 'RS256' })],
    ['is not signed', () => Promise.resolve(unsigned())],
  ];
  test.each(wrong)('[SMART-335][SMART-340] that %s is refused as invalid_client', async (_what, make) => {
    const { status, body } = await launchWith(await make());
    expect([400, 401]).toContain(status);
    expect(body['error']).toBe('invalid_client');
  });

  test('[SMART-337] of an app nobody knows, or of another app, is refused', async () => {
    for (const name of ['nobody', 'other-key-app']) {
      const { body } = await launchWith(await assertion({ claims: { iss: name, sub: name } }));
      expect(body['error']).toBe('invalid_client');
    }
  });

  test.each([
    ['a jku that was not registered', { jku: 'https://evil.example/jwks.json' }],
    ['a key of its own', { jwk: { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' } }],
    ['a kid that is not in the set', { kid: 'unknown' }],
  ])('[SMART-338] with %s in its header is refused', async (_what, header) => {
    expect((await launchWith(await assertion({ header }))).body).toMatchObject({ error: 'invalid_client' });
  });
});

describe('keys published at an address', () => {
  const URL_OF_KEYS = 'https://app.example/jwks.json';

  async function published(cacheControl: string | undefined) {
    const pair = await generateKeyPair('ES384', { extractable: true });
    const keys: JWK[] = [{ ...(await exportJWK(pair.publicKey)), kid: 'one' }];
    const asked: { readonly url: string; readonly method: string }[] = [];
    let nowMs = 0;
    const fetchKeys = (url: string, init: RequestInit) => {
      asked.push({ url, method: init.method ?? 'GET' });
      const headers = cacheControl === undefined ? {} : { 'Cache-Control': cacheControl };
      return Promise.resolve(Response.json({ keys }, { headers }));
    };
    const services = { ...app.harness.gateway.services, now: () => nowMs, log: captureLog() };
    const find = createClientKeys({ fetchKeys, services });
    return { keys, asked, find, pass: (ms: number) => (nowMs += ms) };
  }

  test('[SMART-296][SMART-339] are fetched by GET and can be used', async () => {
    const { find, asked } = await published(undefined);
    const { keys } = await find(URL_OF_KEYS, 'one');
    expect(asked).toEqual([{ url: URL_OF_KEYS, method: 'GET' }]);
    expect(await importJWK(keys[0] ?? {}, 'ES384')).toBeDefined();
  });

  test.each([
    ['max-age=60', 60_000],
    ['no-store', 0],
  ])('[SMART-341][SMART-342] with Cache-Control %s are kept for that long and no longer', async (cacheControl, ms) => {
    const { find, asked, keys, pass } = await published(cacheControl);
    await find(URL_OF_KEYS, 'one');
    if (ms > 0) {
      pass(ms - 1);
      await find(URL_OF_KEYS, 'one');
      expect(asked).toHaveLength(1);
      pass(1);
    }
    keys.length = 0;
    expect((await find(URL_OF_KEYS, 'one')).keys).toEqual([]);
    expect(asked).toHaveLength(2);
  });
});

async function weakKey(): Promise<AppKey> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  return { privateKey: pair.privateKey, kid: rs384.kid, jwk: { ...(await exportJWK(pair.publicKey)), alg: 'RS256' } };
}

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const nowS = Math.floor(Date.now() / 1000);
  const claims = { iss: 'key-app', sub: 'key-app', aud: `${app.harness.config.publicUrl}/oauth/token`, exp: nowS + 60 };
  return `${part({ alg: 'none', typ: 'JWT', kid: es384.kid })}.${part({ ...claims, jti: randomUUID() })}.`;
}
