/** The sandbox's sign-in service, one browser at all four servers, ports, and the demo's access token. */
import { createRemoteJWKSet, importJWK, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowser, walkAuthorization } from '../../src/sandbox/browser/browser.ts';
import { listen } from '../../src/sandbox/listen.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, clientConfiguration, userNamed } from './sandbox-walks.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox(REDIRECTS);
});

afterAll(() => sandbox.close());

const { allowInsecureRequests }: { readonly allowInsecureRequests: (configuration: client.Configuration) => void } =
  client;

async function discovered(): Promise<client.Configuration> {
  const { issuer, clientId, clientPrivateKey, clientKeyId } = sandbox.signIn;
  const key = await importJWK(clientPrivateKey, 'ES384');
  if (key instanceof Uint8Array) throw new Error('not a private key');
  const authentication = client.PrivateKeyJwt({ key, kid: clientKeyId });
  return client.discovery(new URL(issuer), clientId, {}, authentication, { execute: [allowInsecureRequests] });
}

async function startUrl(
  configuration: client.Configuration,
  redirectUri: string,
  scope: string,
  verifier: string,
): Promise<URL> {
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope,
    state: 'state-of-this-test',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

describe('signing in', () => {
  test('gives NHS login’s claims, in the id token and from userinfo', async () => {
    const configuration = await discovered();
    const verifier = client.randomPKCECodeVerifier();
    const { redirectUri } = sandbox.signIn;
    const start = await startUrl(configuration, redirectUri, 'openid profile', verifier);
    const until = (url: URL): boolean => url.href.startsWith(redirectUri);
    const back = await walkAuthorization(start.href, userNamed(sandbox, 'zofia'), { until });
    const tokens = await client.authorizationCodeGrant(configuration, new URL(back), {
      pkceCodeVerifier: verifier,
      expectedState: 'state-of-this-test',
    });
    const expected = {
      sub: 'sandbox-zofia',
      nhs_number: userNamed(sandbox, 'zofia').claims.nhs_number,
      identity_proofing_level: 'P9',
      given_name: 'Zofia Bronisława',
      family_name: 'Przykładowska',
      birthdate: '1947-03-11',
    };
    expect(tokens.claims()).toMatchObject(expected);
    expect(await client.fetchUserInfo(configuration, tokens.access_token, 'sandbox-zofia')).toMatchObject(expected);
  });

  test('offers private_key_jwt alone', async () => {
    const methods = (await discovered()).serverMetadata().token_endpoint_auth_methods_supported;
    expect(methods).toEqual(['private_key_jwt']);
  });
});

test('one browser keeps its four half-finished visits apart, though cookies ignore ports', async () => {
  const browser = createBrowser();
  const starts = await Promise.all(
    sandbox.sources.map(async (source) => {
      const configuration = await clientConfiguration(source);
      const { redirectUri } = source.client;
      const verifier = client.randomPKCECodeVerifier();
      const start = await startUrl(configuration, redirectUri, source.config.scopes.join(' '), verifier);
      if (source.kind === 'smart') start.searchParams.set('aud', source.baseUrl);
      return { start, redirectUri };
    }),
  );
  const { redirectUri } = sandbox.signIn;
  const signIn = await startUrl(await discovered(), redirectUri, 'openid profile', client.randomPKCECodeVerifier());
  const all = [...starts, { start: signIn, redirectUri }];
  // All four are opened before any is finished; then they are finished side by side.
  for (const { start } of all) expect((await browser.fetch(start)).status).toBe(303);
  const ends = await Promise.all(
    all.map((one) =>
      browser.walk(one.start.href, userNamed(sandbox, 'zofia'), {
        until: (url) => url.href.startsWith(one.redirectUri),
      }),
    ),
  );
  expect(ends.map((end) => new URL(end).searchParams.has('code'))).toEqual([true, true, true, true]);
});

describe('the demo’s access token', () => {
  const request = { sub: 'sandbox-dana', patient: 'p1', scope: 'patient/*.rs', audience: 'http://127.0.0.1:1/fhir/R4' };

  test('verifies against the service’s JWKS', async () => {
    const token = await sandbox.signIn.issueAccessToken(request);
    const keys = createRemoteJWKSet(new URL(sandbox.signIn.jwksUri));
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: sandbox.signIn.issuer,
      audience: request.audience,
      typ: 'at+jwt',
      algorithms: ['ES256'],
    });
    expect(payload).toMatchObject({ sub: 'sandbox-dana', patient: 'p1', scope: 'patient/*.rs', client_id: 'demo-app' });
    expect(protectedHeader.alg).toBe('ES256');
  });

  test('can be an expired one', async () => {
    const token = await sandbox.signIn.issueAccessToken({ ...request, expiresInS: -120 });
    const keys = createRemoteJWKSet(new URL(sandbox.signIn.jwksUri));
    await expect(jwtVerify(token, keys)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });
});

test('a given port that is taken is named, and nothing is left running', async () => {
  const taken = await listen('other', 0);
  await expect(startSandbox({ ...REDIRECTS, ports: { gp: taken.port } })).rejects.toMatchObject({
    name: 'PortTakenError',
    port: taken.port,
    wantedBy: 'gp',
  });
  await taken.close();
});

test('given passwords are used, others are made up anew', async () => {
  const other = await startSandbox({ ...REDIRECTS, passwords: { zofia: 'given-for-this-run' } });
  expect(userNamed(other, 'zofia').password).toBe('given-for-this-run');
  expect(userNamed(other, 'theo').password).not.toBe(userNamed(sandbox, 'theo').password);
  await other.close();
});
