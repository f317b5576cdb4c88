/** The gateway as a SMART server: what tokens open, their renewal and introspection (SMART App Launch 2.2, "Scopes"). */
import type { Bundle, Observation } from 'fhir/r4.js';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appClient, REDIRECT_URI } from '../integration/oauth-apps.ts';
import { startLaunchedApp, type LaunchedApp, type Parameters } from './launched-app.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await startLaunchedApp([appClient('looks-into-all', { method: 'none' }, { introspects: 'any' })]);
}, 60_000);
afterAll(() => app.harness.close());

describe('scopes', () => {
  test('[SMART-369] v1 is granted and given back as v1', async () => {
    const { access_token, scope } = await app.tokens('patient/Condition.read');
    expect(scope).toBe('patient/Condition.read');
    expect((await app.read('Condition', access_token ?? '')).status).toBe(200);
    expect((await app.read('Observation', access_token ?? '')).status).toBe(403);
  });

  test('[SMART-370][SMART-95] granular v2 scopes give what they describe and no more', async () => {
    const category = 'http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';
    const granted = await app.tokens(`patient/Observation.rs?category=${category}`);
    const response = await app.read('Observation?_tag=source', granted['access_token'] ?? '');
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
    const { access_token = '' } = await app.tokens('patient/*.rs');
    expect((await app.read(`Patient/${app.patientId}`, access_token)).status).toBe(200);
    for (const path of ['Patient/somebody-else', 'Condition?patient=somebody-else']) {
      expect([401, 403, 404]).toContain((await app.read(path, access_token)).status);
    }
  });

  test('[SMART-144] the wildcard stands for every type', async () => {
    const { access_token = '' } = await app.tokens('patient/*.rs');
    for (const type of ['Patient', 'Condition', 'Observation', 'Immunization', 'Coverage', 'AuditEvent']) {
      expect((await app.read(type, access_token)).status).toBe(200);
    }
  });

  test('[SMART-119] what the person withholds stays withheld, whatever the scopes say', async () => {
    const { access_token = '' } = await app.tokens('patient/*.rs', {
      change: (fields) => fields.filter(([name, value]) => (name !== 'source' && name !== 'later') || value === 'gp'),
    });
    const text = await (await app.read(`Patient/${app.patientId}/$everything`, access_token)).text();
    expect(text).toContain('gp');
    expect(text).not.toContain('hospital');
  });
});

describe('access to the record', () => {
  test('[SMART-94][SMART-77] a token that is over opens nothing', async () => {
    const { access_token = '' } = await app.tokens('patient/*.rs');
    expect((await app.read('Condition', access_token)).status).toBe(200);
    const { store } = app.harness.gateway.services;
    const issued = await store.findIssuedToken('access', access_token);
    if (issued === undefined) throw new Error('the token is not kept');
    await store.deleteIssuedToken('access', access_token);
    await store.putIssuedToken(access_token, { ...issued, expiresAt: new Date(Date.now() - 1).toISOString() });
    const response = await app.read('Condition', access_token);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('[SMART-96] a token for another server opens nothing', async () => {
    const token = await app.harness.sandbox.signIn.issueAccessToken({
      sub: app.visitor.user.sub,
      patient: app.patientId,
      scope: 'patient/*.rs',
      audience: 'https://elsewhere.example/fhir',
    });
    expect((await app.read('Condition', token)).status).toBe(401);
  });
});

describe('renewing', () => {
  const renew = (refresh_token: string, more: Parameters = {}) =>
    app.askToken({ grant_type: 'refresh_token', client_id: 'public-app', refresh_token, ...more });

  test('[SMART-89][SMART-101][SMART-365] offline access gives a refresh token that works without the person', async () => {
    const { refresh_token = '' } = await app.tokens('offline_access patient/*.rs');
    const { status, body } = await renew(refresh_token);
    expect(status).toBe(200);
    expect((await app.read('Condition', String(body['access_token']))).status).toBe(200);
    expect(await app.tokens('patient/*.rs')).not.toHaveProperty('refresh_token');
  });

  test('[SMART-109][SMART-110][SMART-111][SMART-112][SMART-113][SMART-114] without a scope it gives the same again', async () => {
    const first = await app.tokens('offline_access patient/Condition.rs patient/Patient.rs');
    const { body } = await renew(first['refresh_token'] ?? '');
    expect(body['access_token']).not.toBe(first['access_token']);
    expect(String(body['token_type'])).toMatch(/^bearer$/i);
    expect(body['expires_in']).toBeGreaterThan(0);
    expect(body['scope']).toBe(first['scope']);
    expect(body['patient']).toBe(app.patientId);
  });

  test('[SMART-115][SMART-104] with a smaller scope it gives that', async () => {
    const first = await app.tokens('offline_access patient/Condition.rs patient/Patient.rs');
    const { status, body } = await renew(first['refresh_token'] ?? '', { scope: 'patient/Condition.rs' });
    expect(status).toBe(200);
    expect(body['scope']).toBe('patient/Condition.rs');
    expect((await app.read('Patient', String(body['access_token']))).status).toBe(403);
  });

  test('[SMART-104] never more than was granted', async () => {
    const first = await app.tokens('offline_access patient/Condition.rs');
    const { status, body } = await renew(first['refresh_token'] ?? '', { scope: 'patient/Condition.rs patient/*.rs' });
    if (status === 200) expect(body['scope']).toBe('patient/Condition.rs');
    else expect(status).toBe(400);
  });

  test('[SMART-103] it belongs to the app it was given to', async () => {
    const { refresh_token = '' } = await app.tokens('offline_access patient/*.rs');
    expect((await renew(refresh_token, { client_id: 'other-app' })).status).toBe(400);
  });
});

describe('introspection', () => {
  const introspect = async (token: string, bearer: string) => {
    const response = await fetch(`${app.harness.config.publicUrl}/oauth/token/introspection`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}` },
      body: new URLSearchParams({ token }),
    });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };

  test('[SMART-271][SMART-272][SMART-273][SMART-274][SMART-275][SMART-276][SMART-282] tells of a token to an app with a token', async () => {
    const before = Math.floor(Date.now() / 1000);
    const { body: granted } = await app.exchange();
    const token = String(granted['access_token']);
    const { status, body } = await introspect(token, token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ active: true, scope: granted['scope'], client_id: 'public-app' });
    expect(Math.abs(Number(body['exp']) - before - Number(granted['expires_in']))).toBeLessThanOrEqual(5);
    expect((await introspect('made-up', token)).body).toEqual({ active: false });
  });

  test('[SMART-283] an app that the operator lets look into tokens learns of those of every app, others of their own', async () => {
    const { request, callback } = await app.authorize({}, {}, 'looks-into-all');
    const { body: granted } = await app.askToken({
      grant_type: 'authorization_code',
      client_id: 'looks-into-all',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      code_verifier: request.verifier,
    });
    const all = String(granted['access_token']);
    const { access_token: other = '' } = await app.tokens('patient/*.rs');
    expect((await introspect(other, all)).body).toMatchObject({ active: true, client_id: 'public-app' });
    expect((await introspect(all, other)).body).toEqual({ active: false });
  });

  test('[SMART-277][SMART-278][SMART-279] repeats the launch context and whom the id token named', async () => {
    const { body: granted } = await app.exchange();
    const token = String(granted['access_token']);
    const claims = decodeJwt(String(granted['id_token']));
    expect((await introspect(token, token)).body).toMatchObject({
      patient: granted['patient'],
      iss: claims.iss,
      sub: claims.sub,
    });
  });
});
