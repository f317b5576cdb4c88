/** `phr-gateway client …` and `keys rotate-signing`, on a database that gateways may be running on. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';

let folder: string;
const operatorKey = randomBytes(32);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phr-cli-clients-'));
  for (const name of ['sources', 'clients']) mkdirSync(join(folder, name));
  const app = { name: 'From a file', redirectUris: ['https://file.example/cb'], authentication: { method: 'none' } };
  writeFileSync(join(folder, 'clients', 'from-file.json'), JSON.stringify(app));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await createProgram({
    arguments: ['node', 'phr-gateway', ...args],
    isScreen: false,
    env: {
      PHR_OPERATOR_KEY: operatorKey.toString('base64'),
      PHR_DATA_FILE: join(folder, 'data.sqlite'),
      PHR_SOURCES_DIR: join(folder, 'sources'),
      PHR_CLIENTS_DIR: join(folder, 'clients'),
    },
    out(text) {
      out += text;
      return Promise.resolve();
    },
    note(text) {
      err += text;
    },
  });
  return { code, out, err };
}

const openStore = () => createSqliteStore({ file: join(folder, 'data.sqlite'), operatorKey });

test('an app is added, its secret shown once, listed without it, removed', async () => {
  const added = await call('client', 'add', '--name', 'An app', '--redirect-uri', 'https://app.example/cb', '--secret');
  expect(added.code).toBe(0);
  const [, clientId = '', secret = ''] = /^client_id +(\S+)\nclient_secret +(\S+)\n$/.exec(added.out) ?? [];
  expect(secret.length).toBeGreaterThanOrEqual(43);

  const store = await openStore();
  expect(await store.findAppClient(clientId)).toMatchObject({
    name: 'An app',
    redirectUris: ['https://app.example/cb'],
    authentication: { method: 'client_secret_basic', secret },
    registeredBy: 'operator',
  });
  await store.close();

  const listed = await call('client', 'list');
  expect(listed.out).toContain(clientId);
  expect(listed.out).toContain('from-file');
  expect(listed.out).not.toContain(secret);

  expect(await call('client', 'remove', clientId)).toMatchObject({ code: 0 });
  expect(await call('client', 'remove', clientId)).toMatchObject({ code: 2 });
  expect(await call('client', 'remove', 'from-file')).toMatchObject({ code: 2 });
});

test.each([
  ['no way to sign in', ['--redirect-uri', 'https://app.example/cb']],
  ['two ways', ['--redirect-uri', 'https://app.example/cb', '--public', '--secret']],
  ['a script', ['--redirect-uri', 'javascript:alert(1)', '--public']],
  ['plain http', ['--redirect-uri', 'http://app.example/cb', '--public']],
  ['keys at a plain address', ['--redirect-uri', 'https://app.example/cb', '--jwks-url', 'http://app.example/jwks']],
  ['an id with a slash', ['--redirect-uri', 'https://app.example/cb', '--public', '--client-id', 'a/b']],
  ['an id that a file has', ['--redirect-uri', 'https://app.example/cb', '--public', '--client-id', 'from-file']],
])('adding an app with %s is refused in words', async (_name, args) => {
  const refused = await call('client', 'add', '--name', 'App', ...args);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/^error: /);
});

test('signing keys are rotated', async () => {
  expect(await call('keys', 'rotate-signing')).toMatchObject({ code: 0 });
  expect(await call('keys', 'rotate-signing')).toMatchObject({ code: 0 });
  const store = await openStore();
  expect((await store.listSigningKeys()).map(({ generation, algorithm }) => [generation, algorithm])).toEqual([
    [2, 'RS256'],
    [2, 'ES384'],
    [1, 'RS256'],
    [1, 'ES384'],
  ]);
  await store.close();
});
