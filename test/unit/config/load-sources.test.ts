import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../../src/config/config-error.ts';
import { renderConfigError } from '../../../src/config/config-error.ts';
import { systemFiles } from '../../../src/config/files.ts';
import { loadSources } from '../../../src/config/load-sources.ts';
import { privateJwk } from './keys.ts';

/** The system's files, with a key where the example expects one. */
function filesWithKey(key: string) {
  return {
    readFile: (path: string) => (path === '/run/secrets/hospital-key.jwk' ? key : systemFiles.readFile(path)),
  };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-sources-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const gp = {
  title: 'GP record',
  adds: 'Adds what the GP holds.',
  kind: 'gp-connect-structured',
  baseUrl: 'https://gp.example/fhir/',
  fhirVersion: 'STU3',
  clientId: 'gateway',
  authentication: { method: 'public' },
  scopes: ['patient/*.read'],
};

const pkb = {
  ...gp,
  kind: 'oauth2',
  fhirVersion: 'R4',
  authentication: { method: 'client_secret_post', clientSecret: 'env:PKB_SECRET' },
  resourceTypes: ['Condition'],
  endpoints: { issuer: 'https://a.example', authorization: 'https://a.example/a', token: 'https://a.example/t' },
};

const hospital = {
  ...gp,
  kind: 'smart',
  fhirVersion: 'R4',
  authentication: { method: 'private_key_jwt', algorithm: 'ES384', privateKey: 'file:key.jwk' },
  resourceTypes: ['Condition'],
};

function write(name: string, value: unknown): void {
  writeFileSync(join(dir, name), typeof value === 'string' ? value : JSON.stringify(value));
}

function load(env: Readonly<Record<string, string>> = {}) {
  return loadSources({ dir, env });
}

function faults(env: Readonly<Record<string, string>> = {}): ConfigError['faults'] {
  try {
    load(env);
  } catch (error) {
    return (error as ConfigError).faults;
  }
  throw new Error('no fault was found');
}

const places = (env?: Readonly<Record<string, string>>) => faults(env).map(({ where }) => where);

describe('sound files', () => {
  test('become sources by name, with defaults and resolved secrets', () => {
    write('pkb.json', {
      ...pkb,
      viewOf: 'gp',
      limits: { retries: 0 },
      defaultLabels: [{ system: 'urn:l', code: 'a' }],
    });
    write('gp.json', gp);
    write('notes.txt', 'no source');
    write('.hidden.json', '{');
    const [first, second] = load({ PKB_SECRET: 'the secret\n' });
    expect(first).toEqual({
      ...gp,
      name: 'gp',
      baseUrl: 'https://gp.example/fhir',
      viewOf: undefined,
      resourceTypes: [],
      endpoints: undefined,
      limits: {
        requestTimeoutMs: 10_000,
        maxResponseBytes: 33_554_432,
        maxPullBytes: 268_435_456,
        maxPages: 100,
        pageSize: 1000,
        concurrency: 6,
        retries: 2,
      },
      defaultLabels: [],
      allowInsecure: false,
      access: 'patient',
      lacks: [],
      quirks: [],
      fullPullEveryMs: 86_400_000,
    });
    expect(second).toMatchObject({
      name: 'pkb',
      viewOf: 'gp',
      authentication: { method: 'client_secret_post', clientSecret: 'the secret' },
      limits: { retries: 0, maxPages: 100 },
      defaultLabels: [{ system: 'urn:l', code: 'a' }],
    });
  });

  test('take a private key from a file beside them, its kid where no keyId is given', () => {
    write('hospital.json', hospital);
    write('key.jwk', privateJwk('P-384'));
    expect(load()[0]?.authentication).toMatchObject({
      method: 'private_key_jwt',
      algorithm: 'ES384',
      keyId: 'key-1',
      privateKey: { kty: 'EC', crv: 'P-384' },
    });
  });

  test('none is no fault; a folder that is not there is one', () => {
    expect(load()).toEqual([]);
    expect(() => loadSources({ dir: join(dir, 'nowhere'), env: {} })).toThrow('1 fault');
  });

  test('what linking adds is said in English, or in each language', () => {
    const adds = { en: 'What it holds.', cy: 'Yr hyn sydd ganddo.' };
    write('gp.json', { ...gp, adds });
    expect(load()[0]?.adds).toEqual(adds);
  });

  test.each([[{}], [{ en: '' }], [{ English: 'What it holds.' }], [''], [3], [['What it holds.']], [null]])(
    'what linking adds is not said by %j',
    (adds) => {
      write('gp.json', { ...gp, adds });
      const found = faults();
      expect(found.map(({ where }) => where.split('.json: ')[1]?.split('.')[0])).toEqual(['adds']);
      expect(found[0]?.what).toMatch(/^must be one sentence/);
    },
  );

  test('http is for those who say so', () => {
    write('gp.json', { ...gp, baseUrl: 'http://127.0.0.1:4001/fhir', allowInsecure: true });
    expect(load()[0]).toMatchObject({ baseUrl: 'http://127.0.0.1:4001/fhir', allowInsecure: true });
  });

  test('the examples are sound', () => {
    const key = privateJwk('P-384');
    const examples = loadSources({
      dir: 'config/examples',
      env: { PKB_CLIENT_SECRET: 'x' },
      ...filesWithKey(key),
    });
    expect(examples.map(({ name, kind }) => [name, kind])).toEqual([
      ['gp-connect', 'gp-connect-structured'],
      ['hospital-smart', 'smart'],
      ['pkb', 'oauth2'],
      ['registry-backend', 'smart'],
    ]);
    expect(loadSources({ dir: 'config/sources', env: {} })).toEqual([]);
  });
});

describe('faults', () => {
  test('of every file at once, field faults and cross-checks together', () => {
    write('gp.json', {
      ...gp,
      fhirVersion: 'R4',
      titel: 'typo',
      title: undefined,
      scopes: [],
      resourceTypes: ['Condition'],
    });
    write('pkb.json', { ...pkb, endpoints: undefined, baseUrl: 'gp.example', limits: { retries: 1.5, maxpages: 3 } });
    write('hospital.json', { ...hospital, endpoints: pkb.endpoints, viewOf: 'nowhere', resourceTypes: ['condition'] });
    expect([...places()].sort()).toEqual([
      'gp.json: fhirVersion',
      'gp.json: resourceTypes',
      'gp.json: scopes',
      'gp.json: titel',
      'gp.json: title',
      'hospital.json: authentication.privateKey',
      'hospital.json: endpoints',
      'hospital.json: resourceTypes[0]',
      'hospital.json: viewOf',
      'pkb.json: authentication.clientSecret',
      'pkb.json: baseUrl',
      'pkb.json: endpoints',
      'pkb.json: limits.maxpages',
      'pkb.json: limits.retries',
    ]);
  });

  test.each(['own', 'withheld'])('a source may not be called %s: the gateway uses that name itself', (name) => {
    write(`${name}.json`, gp);
    expect(places()).toContain(`${name}.json: file name`);
  });

  test('a faulty field is not also called missing', () => {
    write('pkb.json', { ...pkb, endpoints: { issuer: 'x' } });
    expect(places({ PKB_SECRET: 's' })).toEqual([
      'pkb.json: endpoints.issuer',
      'pkb.json: endpoints.authorization',
      'pkb.json: endpoints.token',
    ]);
  });

  test('a secret written into the file is refused with words and not repeated', () => {
    write('pkb.json', { ...pkb, authentication: { method: 'client_secret_basic', clientSecret: 'hunter-2-literal' } });
    write('hospital.json', {
      ...hospital,
      authentication: { ...hospital.authentication, privateKey: privateJwk('P-384') },
    });
    const found = faults();
    expect(found.map(({ where }) => where)).toEqual([
      'hospital.json: authentication.privateKey',
      'pkb.json: authentication.clientSecret',
    ]);
    expect(found[0]?.what).toContain('never written into this file');
    expect(JSON.stringify(found)).not.toContain('hunter-2-literal');
  });

  test.each([
    ['no method', {}, 'pkb.json: authentication.method'],
    ['an unknown method', { method: 'magic' }, 'pkb.json: authentication.method'],
    ['a text', 'public', 'pkb.json: authentication'],
    [
      'a secret on a public client',
      { method: 'public', clientSecret: 'env:A' },
      'pkb.json: authentication.clientSecret',
    ],
    ['no secret', { method: 'client_secret_post' }, 'pkb.json: authentication.clientSecret'],
    ['a secret variable that is not set', pkb.authentication, 'pkb.json: authentication.clientSecret'],
    [
      'a key of another algorithm',
      { method: 'private_key_jwt', algorithm: 'RS256', privateKey: 'env:KEY' },
      'pkb.json: authentication.algorithm',
    ],
  ])('authentication with %s', (_name, authentication, place) => {
    write('pkb.json', { ...pkb, authentication });
    expect(places()).toEqual([place]);
  });

  test.each([
    ['RS384', 'P-384'],
    ['ES384', 'P-256'],
    ['ES384', 'RSA'],
  ] as const)('a key that cannot sign %s (%s)', (algorithm, kind) => {
    write('pkb.json', { ...pkb, authentication: { method: 'private_key_jwt', algorithm, privateKey: 'env:KEY' } });
    const [fault] = faults({ KEY: privateJwk(kind) });
    expect(fault).toMatchObject({ where: 'pkb.json: authentication.privateKey' });
    expect(fault?.what).toContain(algorithm);
  });

  test.each([
    ['itself', { gp: 'gp' }, ['gp.json: viewOf', 'gp.json: viewOf']],
    ['in a circle', { gp: 'pkb', pkb: 'gp' }, ['gp.json: viewOf', 'pkb.json: viewOf']],
  ])('a view of %s', (_name, views: { gp: string; pkb?: string }, expected) => {
    write('gp.json', { ...gp, viewOf: views.gp });
    if (views.pkb !== undefined) write('pkb.json', { ...gp, viewOf: views.pkb });
    expect(new Set(places())).toEqual(new Set(expected));
  });

  test.each([
    ['http without leave', 'http://gp.example/fhir'],
    ['plain http to this machine without leave', 'http://127.0.0.1/fhir'],
    ['credentials', 'https://u:p@gp.example/fhir'],
    ['a query', 'https://gp.example/fhir?x=1'],
    ['another scheme', 'file:///etc'],
  ])('a base URL with %s', (_name, baseUrl) => {
    write('gp.json', { ...gp, baseUrl });
    expect(places()).toEqual(['gp.json: baseUrl']);
  });

  test.each(['GP.json', '1gp.json', 'gp record.json', `${'a'.repeat(25)}.json`])('the file name %s', (name) => {
    write(name, gp);
    expect(places()).toEqual([name]);
  });

  test.each([
    ['broken JSON', '{"title": "secret words"', 'is not valid JSON'],
    ['an empty file', '', 'is not valid JSON'],
    ['a list', '[]', 'must be a JSON object'],
    ['null', 'null', 'must be a JSON object'],
  ])('%s', (_name, text, what) => {
    write('gp.json', text);
    const found = faults();
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain(what);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  test('are rendered one a line', () => {
    write('gp.json', '{');
    try {
      load();
    } catch (error) {
      expect(renderConfigError(error as ConfigError)).toEqual([
        '1 fault in the configuration:',
        expect.stringMatching(/^ {2}gp\.json: is not valid JSON/) as string,
      ]);
    }
    expect.assertions(1);
  });
});
