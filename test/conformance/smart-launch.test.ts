/** The gateway as a SMART server: a standalone launch, parameter by parameter (SMART App Launch 2.2, "App launch"). */
import type { Bundle, Observation } from 'fhir/r4.js';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import {
  answerAt,
  appClient,
  authorizationRequest,
  discover,
  REDIRECT_URI,
  SCOPE,
  type Answer,
} from '../integration/oauth-apps.ts';

const ORIGIN = 'https://app.example';
const SECRET = 'a secret of this test';

let harness: Harness;
let zofia: Visitor;
let patientId: string;

beforeAll(async () => {
  harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('other-app', { method: 'none' }),
      appClient('secret-app', { method: 'client_secret_basic', secret: SECRET }),
    ],
  });
  zofia = harness.visit('zofia');
  patientId = await zofia.linkAll('gp', 'hospital');
}, 60_000);
afterAll(() => harness.close());

type Parameters = Readonly<Record<string, string | undefined>>;

/** Up to the app's redirect URI. */
async function authorize(changes: Parameters = {}, answer: Answer = {}, app = 'public-app') {
  const request = await authorizationRequest(harness, await discover(harness, app), changes);
  return { request, callback: await answerAt(zofia.browser, request.url, answer) };
}

async function askToken(form: Parameters, headers: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await fetch(`${harness.config.publicUrl}/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(given),
  });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, headers: response.headers, body };
}

/** The code of a launch, exchanged with these changes to what a good app sends. */
async function exchange(
  options: { readonly changes?: Parameters; readonly form?: Parameters; readonly answer?: Answer } = {},
) {
  const { request, callback } = await authorize(options.changes, options.answer);
  return askToken({
    grant_type: 'authorization_code',
    client_id: 'public-app',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT_URI,
    code_verifier: request.verifier,
    ...options.form,
  });
}

async function tokens(scope: string, answer: Answer = {}): Promise<Readonly<Record<string, string>>> {
  const { status, body } = await exchange({ changes: { scope, nonce: undefined }, answer });
  expect(status).toBe(200);
  return body as Readonly<Record<string, string>>;
}

function read(path: string, token: string): Promise<Response> {
  return fetch(`${harness.config.fhirBaseUrl}/${path}`, { headers: { Authorization: `Bearer ${token}` } });
}

describe('the authorization request', () => {
  test('[SMART-48][SMART-49][SMART-354] is taken by GET and by POST', async () => {
    const { callback } = await authorize();
    expect(callback.searchParams.get('code')).toMatch(/./);
    const request = await authorizationRequest(harness, await discover(harness, 'public-app'));
    const posted = await zofia.browser.fetch(`${harness.config.publicUrl}/oauth/auth`, {
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
      const request = await authorizationRequest(harness, await discover(harness, 'public-app'), changes);
      const response = await zofia.browser.fetch(request.url);
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
      const { callback } = await authorize(changes);
      expect(callback.searchParams.get('error')).toBe('invalid_request');
      expect(callback.searchParams.has('code')).toBe(false);
    }
  });

  test('[SMART-42] needs this server as its audience', async () => {
    for (const aud of [undefined, 'https://elsewhere.example/fhir']) {
      const { callback } = await authorize({ aud });
      expect(callback.searchParams.get('error')).toMatch(/^invalid_(?:request|target)$/);
    }
  });
});

describe('the authorization response', () => {
  test('[SMART-53][SMART-56][SMART-57][SMART-59] sends the browser to the redirect URI with a code and the state', async () => {
    const { request, callback } = await authorize();
    expect(`${callback.origin}${callback.pathname}`).toBe(REDIRECT_URI);
    expect(callback.searchParams.get('code')).toMatch(/^[A-Za-z0-9_-]{20,}$/);
    expect(callback.searchParams.get('state')).toBe(request.state);
  });

  test('[SMART-54] tells of a refusal as an error, with the state', async () => {
    const { request, callback } = await authorize({}, { decision: 'deny' });
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({ error: 'access_denied', state: request.state });
    expect(callback.searchParams.has('code')).toBe(false);
  });
});

describe('the token response', () => {
  test('[SMART-73][SMART-74][SMART-75][SMART-78][SMART-84][SMART-85][SMART-88][SMART-112] carries token, type, lifetime and scope as JSON', async () => {
    const { status, headers, body } = await exchange();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body['access_token']).toMatch(/^[A-Za-z0-9\-._~+/]+=*$/);
    expect(String(body['token_type'])).toMatch(/^bearer$/i);
    expect(body['scope']).toBe(SCOPE);
    expect(body['expires_in']).toBeGreaterThan(0);
    expect(body['expires_in']).toBeLessThanOrEqual(3600);
  });

  test('[SMART-73] says no as JSON too', async () => {
    const { status, body } = await exchange({ form: { code: 'made-up' } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_grant' });
  });

  test('[SMART-86][SMART-87] is kept by nobody', async () => {
    const { headers } = await exchange();
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
  });

  test('[SMART-31] needs the verifier of the challenge', async () => {
    for (const code_verifier of [undefined, 'a'.repeat(43), '']) {
      expect((await exchange({ form: { code_verifier } })).status).toBe(400);
    }
  });

  test('[SMART-64][SMART-356] an app with a secret must prove itself by it', async () => {
    const launched = async (password: string | undefined) => {
      const { request, callback } = await authorize({}, {}, 'secret-app');
      const credentials = Buffer.from(`secret-app:${password ?? ''}`).toString('base64');
      return askToken(
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
    const { request, callback } = await authorize();
    const { status, headers, body } = await askToken(
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
    const url = `${harness.config.fhirBaseUrl}/Patient/${patientId}`;
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
    expect(await tokens('launch/patient patient/Patient.rs')).toMatchObject({ patient: patientId });
  });

  test('[SMART-164][SMART-367] a patient scope establishes the patient, asked for or not', async () => {
    expect(await tokens('patient/*.rs')).toMatchObject({ patient: patientId });
  });

  test('[SMART-198][SMART-200][SMART-209][SMART-197] openid and fhirUser give an id token that names a resource of the person', async () => {
    const { status, body } = await exchange({ changes: { scope: 'openid fhirUser patient/Patient.r' } });
    expect(status).toBe(200);
    const { fhirUser } = decodeJwt(String(body['id_token'])) as { fhirUser: string };
    expect(fhirUser).toBe(`${harness.config.fhirBaseUrl}/Patient/${patientId}`);
    const user = (await (await read(`Patient/${patientId}`, String(body['access_token']))).json()) as object;
    expect(user).toMatchObject({ resourceType: 'Patient', id: patientId });
  });

  test('[SMART-205][SMART-210][SMART-358] the id token comes by the code flow, signed RS256', async () => {
    const { body } = await exchange();
    expect(decodeProtectedHeader(String(body['id_token'])).alg).toBe('RS256');
  });
});

describe('scopes', () => {
  test('[SMART-369] v1 is granted and given back as v1', async () => {
    const { access_token, scope } = await tokens('patient/Condition.read');
    expect(scope).toBe('patient/Condition.read');
    expect((await read('Condition', access_token ?? '')).status).toBe(200);
    expect((await read('Observation', access_token ?? '')).status).toBe(403);
  });

  test('[SMART-370][SMART-95] granular v2 scopes give what they describe and no more', async () => {
    const category = 'http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';
    const granted = await tokens(`patient/Observation.rs?category=${category}`);
    const response = await read('Observation?_tag=source', granted['access_token'] ?? '');
    expect(response.status).toBe(200);
    const { entry = [] } = (await response.json()) as Bundle;
    const observations = entry.flatMap(({ resource }) =>
      resource?.resourceType === 'Observation' ? [resource as Observation] : [],
    );
    expect(observations.length).toBeGreaterThan(0);
    for (const { category: categories } of observations) {
      expect(categories?.flatMap(({ coding }) => coding?.map(({ code }) => code))).toContain('vital-signs');
    }
  });

  test('[SMART-136][SMART-95] patient scopes open one patient’s record', async () => {
    const { access_token = '' } = await tokens('patient/*.rs');
    expect((await read(`Patient/${patientId}`, access_token)).status).toBe(200);
    for (const path of ['Patient/somebody-else', 'Condition?patient=somebody-else']) {
      expect([401, 403, 404]).toContain((await read(path, access_token)).status);
    }
  });

  test('[SMART-144] the wildcard stands for every type', async () => {
    const { access_token = '' } = await tokens('patient/*.rs');
    for (const type of ['Patient', 'Condition', 'Observation', 'Immunization', 'Coverage', 'AuditEvent']) {
      expect((await read(type, access_token)).status).toBe(200);
    }
  });

  test('[SMART-119] what the person withholds stays withheld, whatever the scopes say', async () => {
    const { access_token = '' } = await tokens('patient/*.rs', {
      change: (fields) => fields.filter(([name, value]) => name !== 'source' || value === 'gp'),
    });
    const text = await (await read(`Patient/${patientId}/$everything`, access_token)).text();
    expect(text).toContain('gp');
    expect(text).not.toContain('hospital');
  });
});

describe('access to the record', () => {
  test('[SMART-94][SMART-77] a token that is over opens nothing', async () => {
    const { access_token = '' } = await tokens('patient/*.rs');
    expect((await read('Condition', access_token)).status).toBe(200);
    const { store } = harness.gateway.services;
    const issued = await store.findIssuedToken('access', access_token);
    if (issued === undefined) throw new Error('the token is not kept');
    await store.deleteIssuedToken('access', access_token);
    await store.putIssuedToken(access_token, { ...issued, expiresAt: new Date(Date.now() - 1).toISOString() });
    const response = await read('Condition', access_token);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('[SMART-96] a token for another server opens nothing', async () => {
    const token = await harness.sandbox.signIn.issueAccessToken({
      sub: zofia.user.sub,
      patient: patientId,
      scope: 'patient/*.rs',
      audience: 'https://elsewhere.example/fhir',
    });
    expect((await read('Condition', token)).status).toBe(401);
  });
});

describe('renewing', () => {
  const renew = (refresh_token: string, more: Parameters = {}) =>
    askToken({ grant_type: 'refresh_token', client_id: 'public-app', refresh_token, ...more });

  test('[SMART-89][SMART-101][SMART-365] offline access gives a refresh token that works without the person', async () => {
    const { refresh_token = '' } = await tokens('offline_access patient/*.rs');
    const { status, body } = await renew(refresh_token);
    expect(status).toBe(200);
    expect((await read('Condition', String(body['access_token']))).status).toBe(200);
    expect(await tokens('patient/*.rs')).not.toHaveProperty('refresh_token');
  });

  test('[SMART-109][SMART-110][SMART-111][SMART-112][SMART-113][SMART-114] without a scope it gives the same again', async () => {
    const first = await tokens('offline_access patient/Condition.rs patient/Patient.rs');
    const { body } = await renew(first['refresh_token'] ?? '');
    expect(body['access_token']).not.toBe(first['access_token']);
    expect(String(body['token_type'])).toMatch(/^bearer$/i);
    expect(body['expires_in']).toBeGreaterThan(0);
    expect(body['scope']).toBe(first['scope']);
    expect(body['patient']).toBe(patientId);
  });

  test('[SMART-115][SMART-104] with a smaller scope it gives that', async () => {
    const first = await tokens('offline_access patient/Condition.rs patient/Patient.rs');
    const { status, body } = await renew(first['refresh_token'] ?? '', { scope: 'patient/Condition.rs' });
    expect(status).toBe(200);
    expect(body['scope']).toBe('patient/Condition.rs');
    expect((await read('Patient', String(body['access_token']))).status).toBe(403);
  });

  test('[SMART-104] never more than was granted', async () => {
    const first = await tokens('offline_access patient/Condition.rs');
    const { status, body } = await renew(first['refresh_token'] ?? '', { scope: 'patient/Condition.rs patient/*.rs' });
    if (status === 200) expect(body['scope']).toBe('patient/Condition.rs');
    else expect(status).toBe(400);
  });

  test('[SMART-103] it belongs to the app it was given to', async () => {
    const { refresh_token = '' } = await tokens('offline_access patient/*.rs');
    expect((await renew(refresh_token, { client_id: 'other-app' })).status).toBe(400);
  });
});

describe('introspection', () => {
  const introspect = async (token: string, bearer: string) => {
    const response = await fetch(`${harness.config.publicUrl}/oauth/token/introspection`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}` },
      body: new URLSearchParams({ token }),
    });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };

  test('[SMART-271][SMART-272][SMART-273][SMART-274][SMART-275][SMART-276][SMART-282] tells of a token to an app with a token', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { body: granted } = await exchange();
    const token = String(granted['access_token']);
    const { status, body } = await introspect(token, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ active: true, scope: granted['scope'], client_id: 'public-app' });
    expect(Math.abs(Number(body['exp']) - before - Number(granted['expires_in']))).toBeLessThanOrEqual(5);
    expect((await introspect('made-up', token)).body).toEqual({ active: false });
  });

  test('[SMART-277][SMART-278][SMART-279] repeats the launch context and whom the id token named', async () => {
    const { body: granted } = await exchange();
    const token = String(granted['access_token']);
    const claims = decodeJwt(String(granted['id_token']));
    expect((await introspect(token, token)).body).toMatchObject({
      patient: granted['patient'],
      iss: claims.iss,
      sub: claims.sub,
    });
  });
});
