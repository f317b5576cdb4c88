/** Apps register themselves, where the operator lets them (RFC 7591). */
import { decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appClient, SCOPE } from './oauth-apps.ts';
import { PERSON, startOauthStage, type OauthStage } from './oauth-stage.ts';

let stage: OauthStage;

beforeAll(async () => {
  stage = await startOauthStage({ dynamicRegistration: true, clients: [appClient('public-app', { method: 'none' })] });
});

afterAll(() => stage.close());

describe('dynamic registration, where the operator allows it', () => {
  async function register(metadata: object) {
    const response = await fetch(`${stage.issuer}/reg`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(metadata),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  test('a public app registers, gets tokens, and people are told that nobody looked at it', async () => {
    const { status, body } = await register({
      client_name: 'Self-made app',
      redirect_uris: ['https://app.example/callback'],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      scope: 'launch/patient patient/*.rs offline_access',
      id_token_signed_response_alg: 'ES384',
    });
    expect(status).toBe(201);
    const config = await stage.discover(body['client_id'] ?? '');
    const tokens = await stage.launch(config);
    expect(tokens).toMatchObject({ patient: PERSON, scope: SCOPE });
    expect(decodeProtectedHeader(tokens.id_token ?? '').alg).toBe('ES384');
    expect(stage.asked()?.app).toMatchObject({ name: 'Self-made app', registeredBy: 'itself' });
  });

  test('a confidential app gets a secret and needs it', async () => {
    const { body } = await register({
      client_name: 'Server app',
      redirect_uris: ['https://app.example/callback'],
    });
    const { client_id: id = '', client_secret: secret = '' } = body;
    expect(secret.length).toBeGreaterThan(40);
    expect(await stage.launch(await stage.discover(id, client.ClientSecretBasic(secret)))).toHaveProperty(
      'access_token',
    );
    await expect(stage.launch(await stage.discover(id, client.ClientSecretBasic('wrong')))).rejects.toThrow();
  });

  test.each([
    ['a script as redirect URI', { redirect_uris: ['javascript:alert(1)'] }],
    [
      'a script as redirect URI of a native app',
      { redirect_uris: ['javascript:alert(1)'], application_type: 'native' },
    ],
    ['plain http', { redirect_uris: ['http://app.example/callback'] }],
    ['plain http of a native app', { redirect_uris: ['http://app.example/callback'], application_type: 'native' }],
    ['a fragment', { redirect_uris: ['https://app.example/callback#x'] }],
    ['credentials', { redirect_uris: ['https://me@app.example/callback'] }],
    ['a wildcard', { redirect_uris: ['https://*.app.example/callback'] }],
    ['too many', { redirect_uris: Array.from({ length: 11 }, (_, n) => `https://app.example/${n}`) }],
    ['none', { redirect_uris: [] }],
    ['no name', { redirect_uris: ['https://app.example/callback'], client_name: ' ' }],
    ['a name that turns around', { redirect_uris: ['https://app.example/callback'], client_name: 'Gateway\u202e' }],
    [
      'keys at a plain address',
      {
        redirect_uris: ['https://app.example/callback'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks_uri: 'http://app.example/jwks',
      },
    ],
    [
      'the implicit flow',
      { redirect_uris: ['https://app.example/callback'], response_types: ['token'], grant_types: ['implicit'] },
    ],
    ['client credentials', { redirect_uris: ['https://app.example/callback'], grant_types: ['client_credentials'] }],
  ])('refuses %s', async (_name, metadata) => {
    const before = await stage.store.listAppClients();
    const { status, body } = await register({ client_name: 'App', ...metadata });
    expect(status).toBe(400);
    expect(body['error']).toMatch(/^invalid_(client_metadata|redirect_uri)$/);
    expect(await stage.store.listAppClients()).toEqual(before);
  });

  test('cannot take another app’s id, nor name itself the operator’s', async () => {
    const { body } = await register({
      client_id: 'public-app',
      client_name: 'Impostor',
      registeredBy: 'operator',
      allowed_origins: ['https://evil.example'],
      redirect_uris: ['https://evil.example/callback'],
      token_endpoint_auth_method: 'none',
    });
    expect(body['client_id']).not.toBe('public-app');
    const registered = await stage.store.findAppClient(body['client_id'] ?? '');
    expect(registered).toMatchObject({ registeredBy: 'itself', origins: [] });
  });
});
