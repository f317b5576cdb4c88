import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, renderConfigError } from '../../../src/config/config-error.ts';
import { loadClients } from '../../../src/config/load-clients.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-clients-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(clientId: string, value: object | string): void {
  writeFileSync(join(dir, `${clientId}.json`), typeof value === 'string' ? value : JSON.stringify(value));
}

function faults(env: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    loadClients({ dir, env });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return renderConfigError(error)
      .slice(1)
      .map((line) => line.trim());
  }
}

const app = { name: 'App', redirectUris: ['https://app.example/cb'], authentication: { method: 'none' } };

test('the examples are whole', () => {
  const clients = loadClients({ dir: 'config/examples/clients', env: {} });
  expect(clients.map(({ clientId, kind, authentication }) => [clientId, kind, authentication.method])).toEqual([
    ['browser-app', 'web', 'none'],
    ['phone-app', 'native', 'none'],
    ['server-app', 'web', 'private_key_jwt'],
  ]);
});

test('no folder means no apps', () => {
  expect(loadClients({ dir: join(dir, 'missing'), env: {} })).toEqual([]);
});

test('a secret comes from the environment', () => {
  const authentication = { method: 'client_secret_basic', clientSecret: 'env:APP_SECRET' };
  write('server', { ...app, authentication });
  const [client] = loadClients({ dir, env: { APP_SECRET: 'a secret that is long enough' } });
  expect(client).toMatchObject({
    clientId: 'server',
    registeredBy: 'operator',
    authentication: { method: 'client_secret_basic', secret: 'a secret that is long enough' },
  });
});

describe('faults', () => {
  test.each(['web', 'gateway'])('no app is called %s, as the gateway is in the access log', (clientId) => {
    write(clientId, app);
    expect(faults()).toEqual([expect.stringContaining(`${clientId}.json`)]);
  });

  test('of all files come at once, each with its place and without any value', () => {
    write('broken', '{ "name": "App", ');
    write('wrong', {
      name: '',
      redirectUris: ['http://evil.example/cb', 'https://app.example/#x'],
      authentication: { method: 'password' },
      homePage: 'http://app.example',
      origins: ['https://app.example/path'],
      logo: 'https://app.example/logo',
    });
    write('un sound', app);
    write('secret', { ...app, authentication: { method: 'client_secret_post', clientSecret: 'env:MISSING' } });
    write('short', { ...app, authentication: { method: 'client_secret_post', clientSecret: 'env:SHORT' } });
    write('plain', { ...app, authentication: { method: 'client_secret_post', clientSecret: 'swordfish' } });
    write('both', {
      ...app,
      authentication: {
        method: 'private_key_jwt',
        jwksUri: 'https://a.example',
        jwks: { keys: [{ kty: 'RSA', kid: 'k', d: 'private' }] },
      },
    });
    const found = faults({ SHORT: 'short' });
    for (const place of [
      'broken.json',
      'wrong.json: name',
      'wrong.json: redirectUris[0]',
      'wrong.json: redirectUris[1]',
      'wrong.json: authentication',
      'wrong.json: homePage',
      'wrong.json: origins[0]',
      'wrong.json: logo',
      'un sound.json',
      'secret.json: authentication.clientSecret',
      'short.json: authentication.clientSecret',
      'plain.json: authentication.clientSecret',
      'both.json: authentication',
    ]) {
      expect(
        found.some((line) => line.startsWith(place)),
        place,
      ).toBe(true);
    }
    expect(found.join('\n')).not.toMatch(/swordfish|evil\.example|private"/);
  });
});
