/** `phr-gateway source add` as an operator uses it, against the sandbox's own hospital. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, sourceNamed } from './sandbox-walks.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(REDIRECTS);
});
afterAll(() => sandbox.close());

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-add-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

async function call(...args: readonly string[]) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    arguments: ['node', 'phr-gateway', 'source', ...args],
    isScreen: false,
    env: { PHR_SOURCES_DIR: dir, PHR_PUBLIC_URL: 'https://records.example' },
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    note: (text) => {
      err += text;
    },
  };
  const code = await createProgram(terminal);
  return { code, out, err };
}

test('a source is added from a preset, with a key made for it, and checked at once', async () => {
  const { baseUrl } = sourceNamed(sandbox, 'hospital');
  const added = await call(
    ...['add', 'city', '--preset', 'oracle-health', '--base-url', baseUrl, '--client-id', 'phr-gateway'],
    ...['--key', 'city.jwk', '--set', 'allowInsecure=true'],
  );
  expect(added.err).toBe('');
  expect(added.code).toBe(0);
  expect(added.out).toContain('https://records.example/link/city/callback');
  expect(added.out).toContain('https://records.example/.well-known/jwks.json');
  expect(added.out).toMatch(/works +discovery/);
  expect(added.out).toContain('private_key_jwt with ES384, which the source takes');
  const written = JSON.parse(readFileSync(join(dir, 'city.json'), 'utf8')) as Record<string, unknown>;
  expect(written).toMatchObject({
    kind: 'smart',
    baseUrl,
    authentication: { method: 'private_key_jwt', algorithm: 'ES384', privateKey: 'file:city.jwk' },
  });
  expect(statSync(join(dir, 'city.jwk')).mode & 0o777).toBe(0o600);
  expect(added.out).not.toContain((JSON.parse(readFileSync(join(dir, 'city.jwk'), 'utf8')) as { d: string }).d);
});

test('a source that exists is not overwritten', async () => {
  writeFileSync(join(dir, 'city.json'), '{}');
  const added = await call('add', 'city', '--preset', 'smart-launcher', '--no-check');
  expect(added.code).toBe(2);
  expect(added.err).toContain('not overwritten');
  expect(readFileSync(join(dir, 'city.json'), 'utf8')).toBe('{}');
});

test('where what was written has a fault, it says what to do about the file', async () => {
  const given = ['--base-url', 'https://x.example/fhir', '--client-id', 'c', '--public', '--set', 'bogus=1'];
  const { code, err } = await call('add', 'city', '--preset', 'smart-launcher', ...given);
  expect(code).toBe(2);
  expect(err).toContain('city.json: bogus: is not a known key');
  expect(err).toContain(`Mend ${join(dir, 'city.json')}, or delete it and add the source again.`);
});

test('what is still needed is named, and nothing is written', async () => {
  const added = await call('add', 'city', '--preset', 'epic', '--client-id', 'x');
  expect(added.code).toBe(2);
  expect(added.err).toContain('baseUrl:');
  expect(added.err).toContain('--key FILE');
  expect(added.err).not.toContain('clientId:');
  expect(existsSync(join(dir, 'city.json'))).toBe(false);
});

test('a wrong name, an unknown preset and two ways of proving are refused in words', async () => {
  expect((await call('add', 'City', '--preset', 'epic')).err).toContain('small letter');
  expect((await call('add', 'city', '--preset', 'nobody')).err).toContain('does not exist');
  const inside = await call('add', 'city', '--preset', 'medplum', '--client-id', 'x', '--key', 'city.json');
  expect(inside.err).toContain('must not end in .json');
  const both = await call('add', 'city', '--preset', 'medplum', '--public', '--secret', 'env:X');
  expect([both.code, both.err]).toEqual([2, 'error: give one of --public, --secret and --key\n']);
});

test('presets are listed, and each with its sources', async () => {
  expect((await call('presets')).out).toMatch(/^epic {2,}Hospitals and clinics/m);
  expect((await call('presets', 'medplum')).out).toContain('https://medplum.com/docs/auth/smart-scopes');
  expect((await call('presets', 'nobody')).code).toBe(2);
});

test('a fault in another source’s file does not stop the check of a sound one', async () => {
  writeFileSync(join(dir, 'broken.json'), '{');
  const { baseUrl } = sourceNamed(sandbox, 'hospital');
  await call(
    ...[
      'add',
      'city',
      '--preset',
      'smart-launcher',
      '--base-url',
      baseUrl,
      '--set',
      'allowInsecure=true',
      '--no-check',
    ],
  );
  const checked = await call('check', 'city');
  expect(checked.out).toMatch(/works +reachability/);
  const other = await call('check', 'broken');
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('not valid JSON')]);
});
