/** Apps with a real client library get tokens from the gateway's authorization server and read with them. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import {
  answerAt,
  appClient,
  appKey,
  authorizationRequest,
  discover,
  launch,
  REDIRECT_URI,
  type AppKey,
} from './oauth-apps.ts';

let harness: Harness;
let zofia: Visitor;
let rs384: AppKey;
let es384: AppKey;

beforeAll(async () => {
  rs384 = await appKey('RS384');
  es384 = await appKey('ES384');
  harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('basic-app', { method: 'client_secret_basic', secret: 'secret: with % and + and :' }),
      appClient('post-app', { method: 'client_secret_post', secret: 'another secret of this test' }),
      appClient('key-app', { method: 'private_key_jwt', jwks: { keys: [rs384.jwk, es384.jwk] } }),
    ],
  });
  zofia = harness.visit('zofia');
  await zofia.linkAll('gp');
}, 60_000);

afterAll(() => harness.close());

function readPatient(token: string): Promise<Response> {
  return zofia
    .subjectId()
    .then((id) =>
      fetch(`${harness.config.fhirBaseUrl}/Patient/${id}`, { headers: { Authorization: `Bearer ${token}` } }),
    );
}

describe('standalone launch', () => {
  const ways: readonly (readonly [string, string, () => client.ClientAuth])[] = [
    ['a public app', 'public-app', () => client.None()],
    ['a secret in the header', 'basic-app', () => client.ClientSecretBasic('secret: with % and + and :')],
    ['a secret in the form', 'post-app', () => client.ClientSecretPost('another secret of this test')],
    ['an assertion signed RS384', 'key-app', () => client.PrivateKeyJwt({ key: rs384.privateKey, kid: rs384.kid })],
    ['an assertion signed ES384', 'key-app', () => client.PrivateKeyJwt({ key: es384.privateKey, kid: es384.kid })],
    [
      'an assertion for the token endpoint',
      'key-app',
      () =>
        client.PrivateKeyJwt(
          { key: es384.privateKey, kid: es384.kid },
          {
            [client.modifyAssertion]: (_header, payload) => {
              payload['aud'] = `${harness.config.publicUrl}/oauth/token`;
            },
          },
        ),
    ],
  ];

  test.each(ways)('%s gets tokens, reads, renews', async (_name, clientId, authentication) => {
    const config = await discover(harness, clientId, authentication());
    const { tokens, callback } = await launch(harness, zofia, config);
    expect(callback.searchParams.get('iss')).toBe(`${harness.config.publicUrl}/oauth`);
    expect(tokens).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      patient: await zofia.subjectId(),
      scope: 'openid fhirUser launch/patient offline_access patient/*.rs',
    });
    expect((await readPatient(tokens.access_token)).status).toBe(200);

    const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(renewed['patient']).toBe(await zofia.subjectId());
    expect(renewed.scope).toBe(tokens.scope);
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect((await readPatient(renewed.access_token)).status).toBe(200);
  });

  test('the id token names the person by id and by their Patient, and neither by name nor by number', async () => {
    const config = await discover(harness, 'public-app');
    const { tokens } = await launch(harness, zofia, config);
    const claims = tokens.claims();
    const id = await zofia.subjectId();
    expect(claims).toMatchObject({
      sub: id,
      aud: 'public-app',
      fhirUser: `${harness.config.fhirBaseUrl}/Patient/${id}`,
    });
    expect(Object.keys(claims ?? {}).toSorted()).toEqual(
      ['at_hash', 'aud', 'auth_time', 'exp', 'fhirUser', 'iat', 'iss', 'nonce', 'sub'].filter(
        (name) => name in (claims ?? {}),
      ),
    );
    expect(decodeProtectedHeader(tokens.id_token ?? '').alg).toBe('RS256');
    const info = await client.fetchUserInfo(config, tokens.access_token, id);
    expect(info).toEqual({ sub: id, fhirUser: claims?.['fhirUser'] });
  });

  test('stock apps that ask for neither launch/patient nor offline access get the patient and no refresh token', async () => {
    const config = await discover(harness, 'public-app');
    const { tokens } = await launch(harness, zofia, config, {
      changes: { scope: 'patient/Condition.read', nonce: undefined },
    });
    expect(tokens).toMatchObject({ patient: await zofia.subjectId(), scope: 'patient/Condition.read' });
    expect(tokens.refresh_token).toBeUndefined();
    expect(tokens.id_token).toBeUndefined();
  });

  test('scopes come back in the writing they were asked in, cut down to reading', async () => {
    const config = await discover(harness, 'public-app');
    const asked =
      'launch patient/*.write user/*.read patient/Observation.cruds patient/Condition.* patient/Observation.rs?category=laboratory patient/Nonsense.rs online_access';
    const { tokens } = await launch(harness, zofia, config, { changes: { scope: asked, nonce: undefined } });
    expect(tokens.scope).toBe(
      'patient/Observation.rs patient/Condition.read patient/Observation.rs?category=laboratory',
    );
  });

  test('an app that only asks who the person is gets no patient and no way into the record', async () => {
    const config = await discover(harness, 'public-app');
    const { tokens } = await launch(harness, zofia, config, { changes: { scope: 'openid fhirUser' } });
    expect(tokens['patient']).toBeUndefined();
    expect((await readPatient(tokens.access_token)).status).toBe(403);
  });

  test('what the person unticks is not granted', async () => {
    const config = await discover(harness, 'public-app');
    const { tokens } = await launch(harness, zofia, config, {
      changes: { scope: 'patient/Condition.rs patient/Observation.rs', nonce: undefined },
      answer: { change: (fields) => fields.filter(([name, value]) => !(name === 'data' && value === '0')) },
    });
    expect(tokens.scope?.split(' ')).toHaveLength(1);
  });

  test('a person who says no sends the app away with access_denied', async () => {
    const config = await discover(harness, 'public-app');
    const request = await authorizationRequest(harness, config);
    const back = await answerAt(zofia.browser, request.url, { decision: 'deny' });
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: 'access_denied',
      state: request.state,
      iss: `${harness.config.publicUrl}/oauth`,
    });
  });

  test('the authorization endpoint takes POST as it takes GET', async () => {
    const config = await discover(harness, 'public-app');
    const request = await authorizationRequest(harness, config);
    const response = await zofia.browser.fetch(`${harness.config.publicUrl}/oauth/auth`, {
      method: 'POST',
      body: request.url.searchParams,
    });
    expect(response.status).toBe(303);
    const page = new URL(response.headers.get('location') ?? '', harness.config.publicUrl);
    expect(page.pathname).toMatch(/^\/apps\/authorize\/[\w-]+$/);
    expect(response.headers.getSetCookie().join('\n')).toContain(`path=${page.pathname}`);
  });

  test('the id token says when the person signed in; an app may ask that it be just now', async () => {
    const config = await discover(harness, 'public-app');
    const { tokens } = await launch(harness, zofia, config);
    const signedInAt = tokens.claims()?.auth_time ?? 0;
    expect(signedInAt).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
    const patient = await launch(harness, zofia, config, { changes: { max_age: '3600' } });
    expect(patient.tokens.claims()?.auth_time).toBe(signedInAt);
    for (const changes of [{ prompt: 'login' }, { max_age: '0' }]) {
      // A sign-in a moment ago was before the app asked, also within the same second.
      await zofia.signIn();
      await delay(5);
      const { url } = await authorizationRequest(harness, config, changes);
      const start = await zofia.browser.fetch(url);
      const page = new URL(start.headers.get('location') ?? '', harness.config.publicUrl);
      const signIn = await zofia.browser.fetch(page);
      expect(signIn.status).toBe(303);
      expect(signIn.headers.get('location')).toMatch(new RegExp(`^${harness.sandbox.signIn.issuer}/`));
    }
  });

  test('resource is taken for aud; a slash at the end is the same server', async () => {
    const config = await discover(harness, 'public-app');
    for (const changes of [
      { aud: undefined, resource: harness.config.fhirBaseUrl },
      { aud: `${harness.config.fhirBaseUrl}/`, resource: harness.config.fhirBaseUrl },
    ]) {
      const { tokens } = await launch(harness, zofia, config, { changes });
      expect(tokens['patient']).toBe(await zofia.subjectId());
    }
  });

  test('an app on the person’s own device may come back on any port', async () => {
    const config = await discover(harness, 'demo-app');
    const { callback } = await launch(harness, zofia, config, {
      changes: { redirect_uri: 'http://127.0.0.1:49321/callback' },
    });
    expect(callback.origin).toBe('http://127.0.0.1:49321');
  });
});

describe('token answers', () => {
  test('are kept by nobody and can be read from the app’s own origin only', async () => {
    const config = await discover(harness, 'public-app');
    const ask = async (origin: string) => {
      const request = await authorizationRequest(harness, config);
      const callback = await answerAt(zofia.browser, request.url);
      return fetch(`${harness.config.publicUrl}/oauth/token`, {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'public-app',
          code: callback.searchParams.get('code') ?? '',
          redirect_uri: REDIRECT_URI,
          code_verifier: request.verifier,
        }),
      });
    };
    const own = await ask('https://app.example');
    expect(own.status).toBe(200);
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(own.headers.get('pragma')).toBe('no-cache');
    expect(own.headers.get('access-control-allow-origin')).toBe('https://app.example');
    const foreign = await ask('https://elsewhere.example');
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});
