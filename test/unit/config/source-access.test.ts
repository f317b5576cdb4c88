/** What a source file may say of how it is read: by agreement, in which release, by its changes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../../src/config/config-error.ts';
import { loadSources } from '../../../src/config/load-sources.ts';
import { privateJwk } from './keys.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-source-access-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const common = {
  title: 'A portal',
  adds: 'Adds what it holds.',
  baseUrl: 'https://portal.example/fhir',
  fhirVersion: 'R4',
  clientId: 'gateway',
  scopes: ['patient/*.read'],
  resourceTypes: ['Condition'],
};
const pkb = {
  ...common,
  kind: 'oauth2',
  authentication: { method: 'client_secret_post', clientSecret: 'env:PKB_SECRET' },
  endpoints: { issuer: 'https://a.example', authorization: 'https://a.example/a', token: 'https://a.example/t' },
};
const hospital = {
  ...common,
  kind: 'smart',
  authentication: { method: 'private_key_jwt', algorithm: 'ES384', privateKey: 'file:key.jwk' },
};

function write(name: string, value: unknown): void {
  writeFileSync(join(dir, name), typeof value === 'string' ? value : JSON.stringify(value));
}

const load = () => loadSources({ dir, env: { PKB_SECRET: 'x' } });

function places(): readonly string[] {
  try {
    load();
  } catch (error) {
    return (error as ConfigError).faults.map(({ where }) => where);
  }
  throw new Error('no fault was found');
}

describe('what a source file may say of access and changes', () => {
  test('backend services: signed, system scopes, a smart source', () => {
    write('key.jwk', privateJwk('P-384'));
    write('registry.json', { ...hospital, access: 'backend', scopes: ['system/Condition.rs'] });
    expect(load()[0]).toMatchObject({ access: 'backend' });
    write('registry.json', { ...pkb, access: 'backend' });
    expect(places()).toEqual(['registry.json: access', 'registry.json: authentication', 'registry.json: scopes']);
    write('registry.json', { ...hospital, scopes: ['patient/*.rs', 'system/*.rs'] });
    expect(places()).toEqual(['registry.json: scopes']);
  });

  test('R4B is read as R4; types that are lacked are not also asked for; quirks and increments are known words', () => {
    write('gp.json', { ...pkb, fhirVersion: 'R4B' });
    expect(load()[0]).toMatchObject({ fhirVersion: 'R4', fhirRelease: 'R4B' });
    write('gp.json', {
      ...pkb,
      lacks: ['Condition'],
      quirks: ['odd'],
      increments: 'often',
      fullPullEveryHours: 0,
    });
    expect(places().toSorted()).toEqual([
      'gp.json: fullPullEveryHours',
      'gp.json: increments',
      'gp.json: lacks',
      'gp.json: quirks[0]',
    ]);
  });
});
