/** Duties of a SMART client, seen from a source: what the gateway sends, and what it refuses to take (SMART App Launch 2.2). */
import { exportJWK, generateKeyPair, importJWK, jwtVerify, type JWK } from 'jose';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ClientAuthentication, SourceConfig } from '../../src/ports/source-config.ts';
import { publicKeySet } from '../../src/public-keys.ts';
import { createSmartServer, type SmartServerOptions } from '../servers/smart-server.ts';
import { createSourcesUnderTest } from '../servers/sources-under-test.ts';
import { ACCESS_TOKEN, pull } from '../servers/pull.ts';
import { sendJson } from '../servers/http-server.ts';

const REDIRECT = 'https://gateway.example/link/portal/callback';
const FORM = 'application/x-www-form-urlencoded';
const sources = createSourcesUnderTest();
afterEach(() => sources.closeAll());

async function source(options: SmartServerOptions = {}, more: Partial<SourceConfig> = {}) {
  const smart = createSmartServer(options);
  return { smart, ...(await sources.start(smart.answer, more)) };
}

/** The whole sign-in at a source. */
async function linked(options: SmartServerOptions = {}, more: Partial<SourceConfig> = {}) {
  const under = await source(options, more);
  const { url, transaction } = await under.connector.startAuthorization(REDIRECT);
  const grant = await under.connector.completeAuthorization(under.smart.signIn(url), transaction);
  const [tokenRequest] = under.smart.tokenRequests;
  const sent = under.server.seen.find(({ path }) => path === '/token');
  if (tokenRequest === undefined || sent === undefined) throw new Error('no token was asked for');
  return { ...under, url: new URL(url), asked: new URL(url).searchParams, transaction, grant, tokenRequest, sent };
}

describe('finding the source', () => {
  test('[SMART-29] discovery is asked for under the FHIR base, as JSON', async () => {
    const { server } = await linked();
    const [discovery] = server.seen;
    expect(discovery).toMatchObject({ method: 'GET', path: '/fhir/.well-known/smart-configuration' });
    expect(discovery?.headers.accept).toContain('application/json');
  });

  test('[SMART-379] relative endpoints are resolved against the FHIR base', async () => {
    const { connector } = await source({ metadata: { authorization_endpoint: 'auth/authorize' } });
    expect(new URL((await connector.startAuthorization(REDIRECT)).url).pathname).toBe('/fhir/auth/authorize');
  });

  test('[SMART-1] nothing secret goes to an endpoint without TLS', async () => {
    const elsewhere = { token_endpoint: 'http://elsewhere.example/token' };
    const { connector } = await source(
      { metadata: elsewhere },
      { allowInsecure: false, baseUrl: 'https://127.0.0.1:1/fhir' },
    );
    await expect(connector.startAuthorization(REDIRECT)).rejects.toMatchObject({ code: expect.any(String) as string });
    const { readSmartConfiguration } = await import('../../src/sources/oauth/smart-configuration.ts');
    const document = {
      authorization_endpoint: 'https://source.example/auth',
      code_challenge_methods_supported: ['S256'],
      ...elsewhere,
    };
    expect(() => readSmartConfiguration(document, 'https://source.example/fhir', false)).toThrow('not https');
  });
});

describe('the authorization request', () => {
  test('[SMART-32][SMART-33][SMART-34][SMART-37][SMART-41] carries response type, client, redirect URI, scope and audience', async () => {
    const { asked, server } = await linked();
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'gateway',
      redirect_uri: REDIRECT,
      scope: 'launch/patient patient/*.rs offline_access',
      aud: `${server.origin}/fhir`,
    });
  });

  test('[SMART-36][SMART-211] carries no launch, max_age or auth_time', async () => {
    const { asked } = await linked();
    for (const name of ['launch', 'max_age', 'auth_time', 'claims']) expect(asked.has(name)).toBe(false);
  });

  test('[SMART-50][SMART-51] is a URL for the browser to GET, parameters in its query', async () => {
    const { url, server } = await linked();
    expect(url.href.startsWith(`${server.origin}/authorize?`)).toBe(true);
    expect(url.hash).toBe('');
  });

  test('[SMART-13][SMART-44][SMART-45] carries a challenge by S256 whose verifier is sent for the code only', async () => {
    const { asked, tokenRequest, url } = await linked();
    const verifier = tokenRequest.get('code_verifier') ?? '';
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(verifier));
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
    expect(verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
    expect(url.href).not.toContain(verifier);
  });

  test('[SMART-2][SMART-3][SMART-39][SMART-40] carries a state of at least 122 random bits, another one each time', async () => {
    const { connector } = await source();
    const states = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { url } = await connector.startAuthorization(REDIRECT);
        return new URL(url).searchParams.get('state') ?? '';
      }),
    );
    expect(new Set(states).size).toBe(20);
    for (const state of states) expect(Buffer.from(state, 'base64url').length * 8).toBeGreaterThanOrEqual(122);
  });

  test('[SMART-4][SMART-60] an answer with another state, with none or with two is not taken', async () => {
    const { connector, smart } = await source();
    const { url, transaction } = await connector.startAuthorization(REDIRECT);
    const good = smart.signIn(url);
    for (const state of [[], ['another'], [transaction.state, transaction.state]]) {
      const callback = new URL(good);
      callback.searchParams.delete('state');
      for (const value of state) callback.searchParams.append('state', value);
      await expect(connector.completeAuthorization(callback, transaction)).rejects.toMatchObject({
        code: 'authorization-failed',
      });
    }
    expect(smart.tokenRequests).toEqual([]);
  });

  test('[SMART-121][SMART-125][SMART-135][SMART-137][SMART-146] asks to read and search, in the scope language, for one patient', async () => {
    const { asked } = await linked();
    expect(asked.get('scope')?.split(' ')).toContain('patient/*.rs');
  });

  test('[SMART-132][SMART-135] asks for a part of a type by a query behind the scope, as configured', async () => {
    const scopes = ['launch/patient', 'patient/Observation.rs?category=laboratory'];
    const { asked } = await linked({}, { scopes });
    expect(asked.get('scope')).toBe(scopes.join(' '));
  });

  test('[SMART-150][SMART-151][SMART-152][SMART-166] asks for the patient context it needs', async () => {
    const { asked, grant } = await linked();
    expect(asked.get('scope')?.split(' ')).toContain('launch/patient');
    expect(grant.patientId).toBe('anna');
  });

  test('[SMART-216] asks for offline access, to read when the person is gone', async () => {
    const { asked, grant } = await linked();
    expect(asked.get('scope')?.split(' ')).toContain('offline_access');
    expect(grant.tokens.refreshToken).toBeDefined();
  });
});

describe('the token request', () => {
  test('[SMART-62][SMART-67][SMART-68][SMART-69][SMART-70] is a form with code, redirect URI and verifier', async () => {
    const { tokenRequest, sent, transaction } = await linked();
    expect(sent).toMatchObject({ method: 'POST' });
    expect(sent.headers['content-type']).toContain(FORM);
    expect(Object.fromEntries(tokenRequest)).toMatchObject({
      grant_type: 'authorization_code',
      code: expect.stringMatching(/./) as string,
      redirect_uri: REDIRECT,
      code_verifier: transaction.codeVerifier,
    });
  });

  test('[SMART-63][SMART-71] without a secret names the client and proves nothing', async () => {
    const { tokenRequest, sent } = await linked();
    expect(tokenRequest.get('client_id')).toBe('gateway');
    expect(sent.headers.authorization).toBeUndefined();
    expect(tokenRequest.has('client_secret') || tokenRequest.has('client_assertion')).toBe(false);
  });

  test('[SMART-23][SMART-64][SMART-72][SMART-345] with a secret proves itself by HTTP Basic, without client_id in the form', async () => {
    const authentication = { method: 'client_secret_basic', clientSecret: 'a-secret' } as const;
    const { tokenRequest, sent } = await linked({}, { authentication });
    expect(sent.headers.authorization).toBe(`Basic ${Buffer.from('gateway:a-secret').toString('base64')}`);
    expect(tokenRequest.has('client_id')).toBe(false);
  });
});

describe('renewing and reading', () => {
  test('[SMART-105][SMART-106][SMART-108] a renewal sends the refresh token and no scope beyond the granted', async () => {
    const { connector, grant, smart } = await linked();
    await connector.refresh(grant.tokens);
    const renewal = Object.fromEntries(smart.tokenRequests[1] ?? []);
    expect(renewal).toMatchObject({ grant_type: 'refresh_token', refresh_token: grant.tokens.refreshToken });
    expect(renewal['scope']).toBeUndefined();
  });

  test('[SMART-93] every request for the record carries the access token as Bearer', async () => {
    const { connector, server } = await source();
    await pull(connector);
    const reads = server.seen.filter(({ path }) => path.startsWith('/fhir/') && !/well-known|metadata/.test(path));
    expect(reads.length).toBeGreaterThan(1);
    for (const { headers, url } of reads) {
      expect(headers.authorization).toBe(`Bearer ${ACCESS_TOKEN}`);
      expect(url).not.toContain(ACCESS_TOKEN);
    }
  });

  test('[SMART-270] a refresh token’s end is asked for as RFC 7662 says', async () => {
    const seen: string[] = [];
    const { connector, grant, server } = await linked({
      metadata: { introspection_endpoint: '/introspect' },
      answer: (request, response) => {
        if (request.path !== '/introspect') return false;
        seen.push(`${request.method} ${request.headers['content-type'] ?? ''} ${request.body}`);
        sendJson(response, 200, { active: true, exp: 4_000_000_000 }, { 'content-type': 'application/json' });
        return true;
      },
    });
    expect(await connector.refreshExpiry?.(grant.tokens)).toBe(new Date(4_000_000_000_000).toISOString());
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^POST application\/x-www-form-urlencoded\S* .*token=rt-/);
    expect(server.seen.every(({ url }) => !/rt-[0-9a-f]{16}/.test(url))).toBe(true);
  });
});

describe.each(['RS384', 'ES384'] as const)('signing by %s', (algorithm) => {
  let authentication: Extract<ClientAuthentication, { method: 'private_key_jwt' }>;
  let privateJwk: JWK;
  beforeAll(async () => {
    const pair = await generateKeyPair(algorithm, { extractable: true });
    privateJwk = await exportJWK(pair.privateKey);
    authentication = { method: 'private_key_jwt', algorithm, privateKey: privateJwk, keyId: `key-${algorithm}` };
  });
  /** As the source sees the key: in the gateway's published set. */
  const published = () => publicKeySet([authentication]).keys[0] ?? {};

  test('[SMART-22][SMART-290][SMART-291][SMART-293][SMART-294][SMART-313][SMART-314][SMART-315] the public key is published as a bare JWK in a set', () => {
    const { keys } = publicKeySet([authentication]);
    expect(keys).toHaveLength(1);
    expect(Object.keys(published()).toSorted()).toEqual(
      (algorithm === 'RS384'
        ? ['alg', 'e', 'kid', 'kty', 'n', 'use']
        : ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']
      ).toSorted(),
    );
  });

  test('[SMART-295] the private key is in no request, no key set and no log', async () => {
    const { log, server } = await linked({}, { authentication });
    const seen = JSON.stringify([publicKeySet([authentication]), log.lines, server.seen]);
    for (const member of ['d', 'p', 'q'] as const) {
      const value = privateJwk[member];
      if (value !== undefined) expect(seen).not.toContain(value);
    }
    expect(privateJwk.d).toBeDefined();
  });

  test('[SMART-307][SMART-308][SMART-309][SMART-317][SMART-319][SMART-320][SMART-321][SMART-322][SMART-323][SMART-325][SMART-327][SMART-328][SMART-329][SMART-330][SMART-331][SMART-332][SMART-333][SMART-334] each token request carries a one-time assertion signed with it', async () => {
    const { connector, grant, smart, server } = await linked({}, { authentication });
    await connector.refresh(grant.tokens);
    const ids = new Set<string | undefined>();
    for (const request of smart.tokenRequests) {
      expect(request.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      const { payload, protectedHeader } = await jwtVerify(
        request.get('client_assertion') ?? '',
        await importJWK(published(), algorithm),
        { issuer: 'gateway', subject: 'gateway', audience: `${server.origin}/token`, algorithms: [algorithm] },
      );
      expect(protectedHeader).toMatchObject({ alg: algorithm, kid: `key-${algorithm}`, typ: 'JWT' });
      expect(protectedHeader).not.toHaveProperty('jku');
      expect((payload.exp ?? Infinity) - Date.now() / 1000).toBeLessThanOrEqual(300);
      expect((payload.exp ?? 0) - Date.now() / 1000).toBeGreaterThan(0);
      ids.add(payload.jti);
    }
    expect(ids.size).toBe(2);
    expect(ids.has(undefined)).toBe(false);
  });

  test('[SMART-72] the assertion says who asks, so client_id is left out', async () => {
    const { tokenRequest } = await linked({}, { authentication });
    expect(tokenRequest.has('client_id')).toBe(false);
  });

  test('[SMART-226][SMART-227][SMART-229][SMART-233][SMART-234][SMART-235][SMART-236][SMART-237][SMART-238][SMART-264][SMART-143] backend services: client credentials by assertion, system scopes, Bearer', async () => {
    const { connector, smart, server } = await source(
      { tokenAnswer: { scope: 'system/*.rs', patient: null, refresh_token: null } },
      { authentication, access: 'backend', scopes: ['system/*.rs'] },
    );
    const tokens = await connector.backend?.authorize();
    expect(server.seen[0]).toMatchObject({ method: 'GET', path: '/fhir/.well-known/smart-configuration' });
    expect(server.seen[0]?.headers.accept).toContain('application/json');
    const sent = server.seen.find(({ path }) => path === '/token');
    expect(sent?.headers['content-type']).toContain(FORM);
    const request = Object.fromEntries(smart.tokenRequests[0] ?? []);
    expect(request).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'system/*.rs',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: expect.stringMatching(/^eyJ/) as string,
    });
    const token = tokens?.accessToken ?? '';
    await pull(connector, {
      tokens: { current: () => Promise.resolve(token), renew: () => Promise.resolve(token) },
    });
    const reads = server.seen.filter(({ path }) => path.startsWith('/fhir/') && !/well-known|metadata/.test(path));
    expect(reads.length).toBeGreaterThan(0);
    for (const { headers } of reads) expect(headers.authorization).toBe(`Bearer ${token}`);
  });
});
