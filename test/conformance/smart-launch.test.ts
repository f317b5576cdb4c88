/** The gateway as a SMART server: a standalone launch, parameter by parameter (SMART App Launch 2.2, "App launch"). */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appClient, authorizationRequest, discover, REDIRECT_URI, SCOPE } from '../integration/oauth-apps.ts';
import { startLaunchedApp, type LaunchedApp } from './launched-app.ts';

const ORIGIN = 'https://app.example';
const SECRET = 'a secret of this test';

let app: LaunchedApp;
beforeAll(async () => {
  app = await startLaunchedApp([appClient('secret-app', { method: 'client_secret_basic', secret: SECRET })]);
}, 60_000);
afterAll(() => app.harness.close());

describe('the authorization request', () => {
  test('[SMART-48][SMART-49][SMART-354] is taken by GET and by POST', async () => {
    const { callback } = await app.authorize();
    expect(callback.searchParams.get('code')).toMatch(/./);
    const request = await authorizationRequest(app.harness, await discover(app.harness, 'public-app'));
    const posted = await app.visitor.browser.fetch(`${app.harness.config.publicUrl}/oauth/auth`, {
      method: 'POST',
      body: request.url.searchParams,
    });
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toContain('/apps/authorize/');
  });

  test('[SMART-18][SMART-24] leads to registered addresses of known apps only', async () => {
    for (const changes of [
      { redirect_uri: 'https://evil.example/callback' },
      { redirect_uri: `${REDIRECT_URI}/more` },
      { redirect_uri: `${REDIRECT_URI}?more=1` },
      { client_id: 'nobody' },
    ]) {
      const request = await authorizationRequest(app.harness, await discover(app.harness, 'public-app'), changes);
      const response = await app.visitor.browser.fetch(request.url);
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    }
  });

  test('[SMART-15] without a challenge, or with a plain one, is refused', async () => {
    for (const changes of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
      { code_challenge_method: undefined },
    ]) {
      const { callback } = await app.authorize(changes);
      expect(callback.searchParams.get('error')).toBe('invalid_request');
      expect(callback.searchParams.has('code')).toBe(false);
    }
  });

  test('[SMART-42] needs this server as its audience', async () => {
    for (const aud of [undefined, 'https://elsewhere.example/fhir']) {
      const { callback } = await app.authorize({ aud });
      expect(callback.searchParams.get('error')).toMatch(/^invalid_(?:request|target)$/);
    }
  });
});

describe('the authorization response', () => {
  test('[SMART-53][SMART-56][SMART-57][SMART-59] sends the browser to the redirect URI with a code and the state', async () => {
    const { request, callback } = await app.authorize();
    expect(`${callback.origin}${callback.pathname}`).toBe(REDIRECT_URI);
    expect(callback.searchParams.get('code')).toMatch(/^[A-Za-z0-9_-]{20,}$/);
    expect(callback.searchParams.get('state')).toBe(request.state);
  });

  test('[SMART-54] tells of a refusal as an error, with the state', async () => {
    const { request, callback } = await app.authorize({}, { decision: 'deny' });
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({ error: 'access_denied', state: request.state });
    expect(callback.searchParams.has('code')).toBe(false);
  });
});

describe('the token response', () => {
  test('[SMART-73][SMART-74][SMART-75][SMART-78][SMART-84][SMART-85][SMART-88][SMART-112] carries token, type, lifetime and scope as JSON', async () => {
    const { status, headers, body } = await app.exchange();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body['access_token']).toMatch(/^[A-Za-z0-9\-._~+/]+=*$/);
    expect(body['token_type']).toBe('Bearer');
    expect(body['scope']).toBe(SCOPE);
    expect(body['expires_in']).toBeGreaterThan(0);
    expect(body['expires_in']).toBeLessThanOrEqual(3600);
  });

  test('[SMART-73] says no as JSON too', async () => {
    const { status, body } = await app.exchange({ form: { code: 'made-up' } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_grant' });
  });

  test('[SMART-86][SMART-87] is kept by nobody', async () => {
    const { headers } = await app.exchange();
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
  });

  test('[SMART-31] needs the verifier of the challenge', async () => {
    for (const code_verifier of [undefined, 'a'.repeat(43), '']) {
      expect((await app.exchange({ form: { code_verifier } })).status).toBe(400);
    }
  });

  test('[SMART-64][SMART-356] an app with a secret must prove itself by it', async () => {
    const launched = async (password: string | undefined) => {
      const { request, callback } = await app.authorize({}, {}, 'secret-app');
      const credentials = Buffer.from(`secret-app:${password ?? ''}`).toString('base64');
      return app.askToken(
        {
          grant_type: 'authorization_code',
          code: callback.searchParams.get('code') ?? '',
          redirect_uri: REDIRECT_URI,
          code_verifier: request.verifier,
          ...(password === undefined ? { client_id: 'secret-app' } : {}),
        },
        password === undefined ? {} : { Authorization: `Basic ${credentials}` },
      );
    };
    expect((await launched(SECRET)).status).toBe(200);
    expect((await launched('another')).status).toBe(401);
    expect((await launched(undefined)).status).toBe(401);
  });

  test('[SMART-17] token endpoint and FHIR API answer scripts of the app’s registered origin', async () => {
    const { request, callback } = await app.authorize();
    const { status, headers, body } = await app.askToken(
      {
        grant_type: 'authorization_code',
        client_id: 'public-app',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: REDIRECT_URI,
        code_verifier: request.verifier,
      },
      { Origin: ORIGIN },
    );
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const url = `${app.harness.config.fhirBaseUrl}/Patient/${app.patientId}`;
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        Origin: ORIGIN,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
    const answer = await fetch(url, {
      headers: { Origin: ORIGIN, Authorization: `Bearer ${String(body['access_token'])}` },
    });
    expect(answer.status).toBe(200);
    expect(['*', ORIGIN]).toContain(answer.headers.get('access-control-allow-origin'));
  });
});

describe('launch context', () => {
  test('[SMART-149][SMART-168][SMART-169][SMART-170][SMART-353][SMART-355][SMART-363] launch/patient gives the patient beside the token', async () => {
    expect(await app.tokens('launch/patient patient/Patient.rs')).toMatchObject({ patient: app.patientId });
  });

  test('[SMART-164][SMART-367] a patient scope establishes the patient, asked for or not', async () => {
    expect(await app.tokens('patient/*.rs')).toMatchObject({ patient: app.patientId });
  });

  test('[SMART-198][SMART-200][SMART-209][SMART-197] openid and fhirUser give an id token that names a resource of the person', async () => {
    const { status, body } = await app.exchange({ changes: { scope: 'openid fhirUser patient/Patient.r' } });
    expect(status).toBe(200);
    const { fhirUser } = decodeJwt(String(body['id_token'])) as { fhirUser: string };
    expect(fhirUser).toBe(`${app.harness.config.fhirBaseUrl}/Patient/${app.patientId}`);
    const user = (await (await app.read(`Patient/${app.patientId}`, String(body['access_token']))).json()) as object;
    expect(user).toMatchObject({ resourceType: 'Patient', id: app.patientId });
  });

  test('[SMART-205][SMART-210][SMART-358] the id token comes by the code flow, signed RS256', async () => {
    const { body } = await app.exchange();
    expect(decodeProtectedHeader(String(body['id_token'])).alg).toBe('RS256');
  });
});
