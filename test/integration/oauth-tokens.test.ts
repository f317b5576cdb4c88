/** What tokens of the gateway's authorization server do after they were issued: renewed, revoked, looked into, outlived. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { rotateSigningKeys } from '../../src/oauth/keys/key-rotation.ts';
import type { AppGrant } from '../../src/ports/app-grants.ts';
import { startHarness, type Harness, type Visitor } from './app-harness.ts';
import { appClient, discover, launch, SCOPE } from './oauth-apps.ts';

let harness: Harness;
let zofia: Visitor;
let config: client.Configuration;
let confidential: client.Configuration;
const SECRET = 'a secret of this test only';

beforeAll(async () => {
  harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('secret-app', { method: 'client_secret_basic', secret: SECRET }),
      appClient('server', { method: 'client_secret_basic', secret: `${SECRET} again` }, { introspects: 'any' }),
      appClient('other-app', { method: 'client_secret_basic', secret: `${SECRET} too` }),
    ],
  });
  zofia = harness.visit('zofia');
  await zofia.linkAll('gp');
  config = await discover(harness, 'public-app');
  confidential = await discover(harness, 'secret-app', client.ClientSecretBasic(SECRET));
}, 60_000);

afterAll(() => harness.close());

async function read(token: string): Promise<number> {
  const url = `${harness.config.fhirBaseUrl}/Patient/${await zofia.subjectId()}`;
  return (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status;
}

async function refresh(from: client.Configuration, token: string | undefined, parameters: Record<string, string> = {}) {
  return client.refreshTokenGrant(from, token ?? '', parameters).then(
    (tokens) => ({ tokens, error: undefined }),
    (error: unknown) => ({ tokens: undefined, error: error instanceof client.ResponseBodyError ? error.error : error }),
  );
}

/** The newest consent of Zofia. */
async function newestGrant(): Promise<AppGrant> {
  const [grant] = await harness.gateway.services.store.listAppGrants(await zofia.subjectId());
  if (grant === undefined) throw new Error('nothing was allowed');
  return grant;
}

async function introspect(authorization: string, token: string, more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${harness.config.publicUrl}/oauth/token/introspection`, {
    method: 'POST',
    headers: { Authorization: authorization },
    body: new URLSearchParams({ token, ...more }),
  });
}

const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

describe('refresh tokens', () => {
  test('are exchanged once; a second time ends everything that was allowed', async () => {
    const { tokens } = await launch(harness, zofia, config);
    const grant = await newestGrant();
    const second = await refresh(config, tokens.refresh_token);
    expect(await read(second.tokens?.access_token ?? '')).toBe(200);
    expect((await refresh(config, tokens.refresh_token)).error).toBe('invalid_grant');
    expect(await read(second.tokens?.access_token ?? '')).toBe(401);
    expect((await refresh(config, second.tokens?.refresh_token)).error).toBe('invalid_grant');
    expect(await harness.gateway.services.store.findAppGrant(grant.id)).toBeUndefined();
  });

  test('of many that come with the same one at once, at most one is answered', async () => {
    const { tokens } = await launch(harness, zofia, config);
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(config, tokens.refresh_token)));
    expect(answers.filter((answer) => answer.tokens !== undefined).length).toBeLessThanOrEqual(1);
    for (const { tokens: won } of answers) if (won !== undefined) expect(await read(won.access_token)).toBe(401);
  });

  test('give less where less is asked, and all of it again the next time', async () => {
    const { tokens } = await launch(harness, zofia, config);
    const less = await refresh(config, tokens.refresh_token, { scope: 'patient/*.rs' });
    expect(less.tokens?.scope).toBe('patient/*.rs');
    expect(less.tokens?.id_token).toBeUndefined();
    const all = await refresh(config, less.tokens?.refresh_token);
    expect(all.tokens?.scope).toBe(SCOPE);
  });

  test('belong to one app', async () => {
    const { tokens } = await launch(harness, zofia, config);
    expect((await refresh(confidential, tokens.refresh_token)).error).toBe('invalid_grant');
    expect((await refresh(config, tokens.refresh_token)).tokens).toBeDefined();
  });
});

describe('revocation', () => {
  test('of the refresh token ends its access tokens at once', async () => {
    const { tokens } = await launch(harness, zofia, confidential);
    await client.tokenRevocation(confidential, tokens.refresh_token ?? '');
    expect(await read(tokens.access_token)).toBe(401);
    expect((await refresh(confidential, tokens.refresh_token)).error).toBe('invalid_grant');
  });

  test('of the access token ends it and what it rests on', async () => {
    const { tokens } = await launch(harness, zofia, config);
    await client.tokenRevocation(config, tokens.access_token);
    expect(await read(tokens.access_token)).toBe(401);
    expect((await refresh(config, tokens.refresh_token)).error).toBe('invalid_grant');
  });

  test('says 200 to tokens it does not know, and leaves another app’s alone', async () => {
    const { tokens } = await launch(harness, zofia, config);
    for (const token of ['unknown', tokens.access_token]) await client.tokenRevocation(confidential, token);
    expect(await read(tokens.access_token)).toBe(200);
  });
});

describe('introspection', () => {
  test('tells a confidential app of its own token: whose, for what, until when', async () => {
    const { tokens } = await launch(harness, zofia, confidential);
    const id = await zofia.subjectId();
    const response = await introspect(basic('secret-app', SECRET), tokens.access_token);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      active: true,
      scope: SCOPE,
      client_id: 'secret-app',
      patient: id,
      sub: id,
      iss: `${harness.config.publicUrl}/oauth`,
      fhirUser: `${harness.config.fhirBaseUrl}/Patient/${id}`,
    });
    expect(body['exp']).toBeGreaterThan(Date.now() / 1000 + 3500);
  });

  test('with a bearer token tells the same of tokens of the same consent only', async () => {
    const first = (await launch(harness, zofia, config)).tokens;
    const other = (await launch(harness, zofia, config)).tokens;
    const own = await introspect(`Bearer ${first.access_token}`, first.access_token);
    expect(await own.json()).toMatchObject({ active: true, client_id: 'public-app', patient: await zofia.subjectId() });
    const foreign = await introspect(`Bearer ${first.access_token}`, other.access_token);
    expect(await foreign.json()).toEqual({ active: false });
    expect((await introspect('Bearer none-of-ours', first.access_token)).status).toBe(401);
  });

  test('tells an app of every token where the operator says so, by its secret and by its own token', async () => {
    const { tokens } = await launch(harness, zofia, config);
    const bySecret = await introspect(basic('server', `${SECRET} again`), tokens.access_token);
    expect(await bySecret.json()).toMatchObject({ active: true, client_id: 'public-app' });
    const server = await discover(harness, 'server', client.ClientSecretBasic(`${SECRET} again`));
    const own = (await launch(harness, zofia, server)).tokens;
    const byToken = await introspect(`Bearer ${own.access_token}`, tokens.access_token);
    expect(await byToken.json()).toMatchObject({ active: true, client_id: 'public-app' });
  });

  test('tells nothing of revoked, unknown or other apps’ tokens, and nothing to who proves nothing', async () => {
    const { tokens } = await launch(harness, zofia, confidential);
    const other = await introspect(basic('other-app', `${SECRET} too`), tokens.access_token);
    expect(await other.json()).toEqual({ active: false });
    await client.tokenRevocation(confidential, tokens.access_token);
    for (const token of [tokens.access_token, 'unknown']) {
      const response = await introspect(basic('secret-app', SECRET), token);
      expect(await response.json()).toEqual({ active: false });
    }
    expect((await introspect(basic('secret-app', 'wrong'), tokens.access_token)).status).toBe(401);
    const open = (await launch(harness, zofia, config)).tokens;
    const anonymous = await fetch(`${harness.config.publicUrl}/oauth/token/introspection`, {
      method: 'POST',
      body: new URLSearchParams({ token: open.access_token, client_id: 'public-app' }),
    });
    expect(anonymous.status).toBe(401);
  });
});

describe('a token opens nothing any more', () => {
  let token: string;
  let renewal: string | undefined;
  let grant: AppGrant;

  beforeEach(async () => {
    const { tokens } = await launch(harness, zofia, config);
    token = tokens.access_token;
    renewal = tokens.refresh_token;
    grant = await newestGrant();
    expect(await read(token)).toBe(200);
  });

  async function expectClosed(): Promise<void> {
    expect(await read(token)).toBe(401);
    expect((await refresh(config, renewal)).error).toBe('invalid_grant');
  }

  test('once the person has stopped the app', async () => {
    await harness.gateway.services.store.deleteAppGrant(grant.subjectId, grant.id);
    await expectClosed();
  });

  test('once the time that was allowed is over', async () => {
    await harness.gateway.services.store.putAppGrant({ ...grant, until: '2026-01-01T00:00:00.000Z' });
    await expectClosed();
  });

  test('for what was taken out of the consent', async () => {
    await harness.gateway.services.store.putAppGrant({ ...grant, scopes: ['openid', 'offline_access'] });
    expect(await read(token)).toBe(403);
  });
});

describe('one who acts for another', () => {
  test('is named as RelatedPerson; when it ends, so do the tokens', async () => {
    const { store } = harness.gateway.services;
    const parent = harness.visit('milo');
    const childId = await parent.linkAll('gp');
    const { tokens } = await launch(harness, parent, config, { answer: { subject: childId } });
    expect(tokens['patient']).toBe(childId);
    const actorId = tokens.claims()?.sub ?? '';
    expect(actorId).not.toBe(childId);
    expect(tokens.claims()?.['fhirUser']).toMatch(/\/fhir\/R4\/RelatedPerson\/rp-[0-9a-f]{40}$/);
    const fhirUser = await fetch(tokens.claims()?.['fhirUser'] as string, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await fhirUser.json()).toMatchObject({
      resourceType: 'RelatedPerson',
      patient: { reference: `Patient/${childId}` },
    });
    const [representation] = (await store.listRepresentations(actorId)).filter(
      ({ subjectId }) => subjectId === childId,
    );
    if (representation === undefined) throw new Error('nobody is represented');
    await store.addRepresentation({ ...representation, until: '2026-01-01T00:00:00.000Z' });
    const url = `${harness.config.fhirBaseUrl}/Patient/${childId}`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
    expect(response.status).toBe(401);
    expect((await refresh(config, tokens.refresh_token)).error).toBe('invalid_grant');
  });
});

describe('signing keys', () => {
  test('change: new id tokens by new keys, old ones still proved by the published set', async () => {
    const jwks = () => createRemoteJWKSet(new URL(`${harness.config.publicUrl}/oauth/jwks`));
    const check = (idToken: string | undefined) =>
      jwtVerify(idToken ?? '', jwks(), { issuer: `${harness.config.publicUrl}/oauth`, audience: 'public-app' });
    const { tokens } = await launch(harness, zofia, config);
    const { store } = harness.gateway.services;
    const before = await check(tokens.id_token);
    await rotateSigningKeys(store, Date.now());
    const keys = await store.listSigningKeys();
    expect(new Set(keys.map(({ generation }) => generation))).toEqual(new Set([2, 1]));
    expect((await check(tokens.id_token)).protectedHeader.kid).toBe(before.protectedHeader.kid);
  });
});

test('an access token in the address opens nothing', async () => {
  const { tokens } = await launch(harness, zofia, config);
  const url = `${harness.config.fhirBaseUrl}/Patient/${await zofia.subjectId()}?access_token=${tokens.access_token}`;
  expect((await fetch(url)).status).toBe(401);
  const info = await fetch(`${harness.config.publicUrl}/oauth/userinfo?access_token=${tokens.access_token}`);
  expect(info.status).toBe(401);
});
