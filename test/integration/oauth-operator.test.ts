/** What operators and apps set up: discovery, published keys, rotation, restarts, cleaning up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { afterEach, describe, expect, test } from 'vitest';
import { rotateSigningKeys } from '../../src/oauth/keys/key-rotation.ts';
import { appClient, appKey } from './oauth-apps.ts';
import { PERSON, startOauthStage, type OauthStage, type OauthStageOptions } from './oauth-stage.ts';

const stages: OauthStage[] = [];

async function stageWith(options: OauthStageOptions): Promise<OauthStage> {
  const stage = await startOauthStage(options);
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const publicApp = appClient('public-app', { method: 'none' });

async function whose(stage: OauthStage, token: string): Promise<unknown> {
  const response = await fetch(`${stage.publicUrl}/whose`, { headers: { Authorization: `Bearer ${token}` } });
  return response.ok ? response.json() : response.status;
}

describe('discovery', () => {
  test('is the same from all three addresses, JSON whatever is accepted, for any origin', async () => {
    const stage = await stageWith({});
    const at = async (path: string) => {
      const response = await fetch(`${stage.publicUrl}${path}`, {
        headers: { Accept: 'text/html', Origin: 'https://anywhere.example' },
      });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toMatch(/^application\/json/);
      expect(response.headers.get('access-control-allow-origin'), path).toMatch(/^(\*|https:\/\/anywhere\.example)$/);
      return (await response.json()) as Record<string, unknown>;
    };
    const smart = await at('/fhir/R4/.well-known/smart-configuration');
    const oauth = await at('/.well-known/oauth-authorization-server/oauth');
    expect(await at('/oauth/.well-known/oauth-authorization-server')).toEqual(oauth);
    expect(await at('/oauth/.well-known/openid-configuration')).toEqual(oauth);
    for (const [name, value] of Object.entries(smart)) {
      if (name in oauth) expect(oauth[name], name).toEqual(value);
    }
  });

  test('smart-configuration has every required member, absolute endpoints, S256 alone', async () => {
    const stage = await stageWith({});
    const smart = (await (await fetch(`${stage.publicUrl}/fhir/R4/.well-known/smart-configuration`)).json()) as Record<
      string,
      unknown
    >;
    for (const name of [
      'issuer',
      'jwks_uri',
      'authorization_endpoint',
      'token_endpoint',
      'revocation_endpoint',
      'introspection_endpoint',
      'management_endpoint',
    ]) {
      expect(String(smart[name]), name).toMatch(new RegExp(`^${stage.publicUrl}/`));
    }
    expect(smart['code_challenge_methods_supported']).toEqual(['S256']);
    expect(smart['grant_types_supported']).toEqual(['authorization_code', 'refresh_token']);
    expect(smart['capabilities']).toEqual(
      expect.arrayContaining([
        'launch-standalone',
        'client-public',
        'client-confidential-symmetric',
        'context-standalone-patient',
        'permission-patient',
      ]),
    );
    expect(smart['registration_endpoint']).toBeUndefined();
  });

  test('no cookie is needed nor set by a script’s preflight; token, userinfo and revocation answer it', async () => {
    const stage = await stageWith({});
    for (const path of ['/token', '/userinfo', '/token/revocation', '/token/introspection', '/jwks']) {
      const response = await fetch(`${stage.issuer}${path}`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://app.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization',
        },
      });
      expect(response.status, path).toBe(204);
      expect(response.headers.get('access-control-allow-headers')?.toLowerCase(), path).toContain('authorization');
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });
});

describe('keys of clients at an address', () => {
  async function keyStage(cacheControl: string | undefined) {
    const first = await appKey('ES384', 'first');
    const second = await appKey('RS384', 'second');
    let published = [first.jwk];
    let fetches = 0;
    const stage = await stageWith({
      clients: [appClient('key-app', { method: 'private_key_jwt', jwksUri: 'https://app.example/jwks' })],
      fetchKeys: () => {
        fetches += 1;
        const headers = cacheControl === undefined ? {} : { 'Cache-Control': cacheControl };
        return Promise.resolve(new Response(JSON.stringify({ keys: published }), { headers }));
      },
    });
    const launchWith = async ({ privateKey, kid }: typeof first) =>
      stage.launch(await stage.discover('key-app', client.PrivateKeyJwt({ key: privateKey, kid })));
    return {
      stage,
      first,
      second,
      launchWith,
      publish: (...keys: (typeof first)[]) => {
        published = keys.map(({ jwk }) => jwk);
      },
      fetches: () => fetches,
    };
  }

  test('are fetched once while they are fresh', async () => {
    const { first, launchWith, fetches } = await keyStage('max-age=600');
    await launchWith(first);
    await launchWith(first);
    expect(fetches()).toBe(1);
  });

  test('a key that was withdrawn opens nothing once the answer is old', async () => {
    const { stage, first, second, launchWith, publish } = await keyStage('max-age=60');
    await launchWith(first);
    publish(second);
    stage.goAhead(61_000);
    await expect(launchWith(first)).rejects.toMatchObject({ error: 'invalid_client' });
  });

  test('a new key is looked for at once; unknown ones make no storm', async () => {
    const { stage, first, second, launchWith, publish, fetches } = await keyStage('max-age=600');
    await launchWith(first);
    publish(first, second);
    stage.goAhead(11_000);
    await launchWith(second);
    const unknown = await appKey('ES384', 'unknown');
    await expect(launchWith(unknown)).rejects.toMatchObject({ error: 'invalid_client' });
    await expect(launchWith(unknown)).rejects.toMatchObject({ error: 'invalid_client' });
    expect(fetches()).toBe(2);
  });

  test('are not kept where the answer forbids it', async () => {
    const { first, launchWith, fetches } = await keyStage('no-store');
    await launchWith(first);
    await launchWith(first);
    expect(fetches()).toBeGreaterThanOrEqual(2);
  });
});

describe('signing keys', () => {
  const keyOf = (tokens: { id_token?: string }) => decodeProtectedHeader(tokens.id_token ?? '').kid;

  async function publishedKeys(stage: OauthStage): Promise<readonly string[]> {
    const { keys } = (await (await fetch(`${stage.issuer}/jwks`)).json()) as { keys: readonly { kid: string }[] };
    return keys.map(({ kid }) => kid);
  }

  test('rotated by the operator are used by a running gateway within a minute, and old tokens stay proved', async () => {
    const stage = await stageWith({ clients: [publicApp] });
    const before = keyOf(await stage.launch(await stage.discover('public-app')));
    await rotateSigningKeys(stage.store, Date.now());
    stage.goAhead(60_000);
    const after = keyOf(await stage.launch(await stage.discover('public-app')));
    expect(after).not.toBe(before);
    expect(await publishedKeys(stage)).toEqual(expect.arrayContaining([before, after]));
    stage.goAhead(3 * 3_600_000);
    expect(await publishedKeys(stage)).not.toContain(before);
    expect(await publishedKeys(stage)).toContain(after);
  });

  test('grow old and are replaced without anybody’s doing', async () => {
    const stage = await stageWith({ clients: [publicApp] });
    const before = keyOf(await stage.launch(await stage.discover('public-app')));
    stage.goAhead(91 * 86_400_000);
    expect(await publishedKeys(stage)).toHaveLength(4);
    expect(await publishedKeys(stage)).toContain(before);
  });
});

test('a restart keeps what was allowed, its tokens, and the keys', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'phr-oauth-'));
  try {
    const stage = await stageWith({ file: join(folder, 'data.sqlite'), clients: [publicApp] });
    const config = await stage.discover('public-app');
    const tokens = await stage.launch(config);
    const jwks = await (await fetch(`${stage.issuer}/jwks`)).text();
    await stage.restart();
    expect(await whose(stage, tokens.access_token)).toMatchObject({ subjectId: PERSON, clientId: 'public-app' });
    expect(await (await fetch(`${stage.issuer}/jwks`)).text()).toBe(jwks);
    expect(await client.refreshTokenGrant(config, tokens.refresh_token ?? '')).toHaveProperty('access_token');
  } finally {
    for (const stage of stages.splice(0)) await stage.close();
    rmSync(folder, { recursive: true });
  }
});

test('an app that is removed ends what people allowed it; a configured one that is gone opens nothing', async () => {
  const stage = await stageWith({});
  await stage.store.addAppClient(publicApp);
  const tokens = await stage.launch(await stage.discover('public-app'));
  expect(await whose(stage, tokens.access_token)).toMatchObject({ subjectId: PERSON });
  await stage.store.deleteAppClient('public-app');
  expect(await whose(stage, tokens.access_token)).not.toHaveProperty('subjectId');
  expect(await stage.store.listAppGrants(PERSON)).toEqual([]);
});

test('the person who is gone takes tokens along', async () => {
  const stage = await stageWith({ clients: [publicApp] });
  const config = await stage.discover('public-app');
  const tokens = await stage.launch(config);
  await stage.store.deletePerson(PERSON);
  expect(await whose(stage, tokens.access_token)).not.toHaveProperty('subjectId');
  await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  });
});

test('what is over is cleared out in passing', async () => {
  const stage = await stageWith({ clients: [publicApp] });
  const config = await stage.discover('public-app');
  await stage.launch(config, { scope: 'patient/*.rs', nonce: undefined });
  expect(await stage.store.listAppGrants(PERSON)).toHaveLength(1);
  stage.goAhead(25 * 3_600_000);
  await stage.launch(config, { scope: 'patient/*.rs', nonce: undefined });
  await expect.poll(async () => (await stage.store.listAppGrants(PERSON)).length).toBe(1);
});
