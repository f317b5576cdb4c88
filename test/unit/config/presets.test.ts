/** Every vendor preset makes a file that loads, and says of each fact where it is documented. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigError } from '../../../src/config/config-error.ts';
import { systemFiles } from '../../../src/config/files.ts';
import { loadPreset, presetNames } from '../../../src/config/load-presets.ts';
import { loadOneSource } from '../../../src/config/load-sources.ts';
import { missingFields, sourceFromPreset } from '../../../src/config/source-from-preset.ts';
import { privateJwk } from './keys.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'phr-presets-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** What an operator might give for each field that is asked for. */
const GIVEN: Readonly<Record<string, string>> = {
  baseUrl: 'https://fhir.example/r4',
  clientId: 'gateway',
  fhirVersion: 'R4',
  scopes: 'openid,launch/patient',
  'authentication.method': 'public',
  'authentication.privateKey': 'file:key.jwk',
  'authentication.clientSecret': 'env:SECRET',
  'endpoints.issuer': 'https://sign-in.example',
  'endpoints.authorization': 'https://sign-in.example/authorize',
  'endpoints.token': 'https://sign-in.example/token',
};

function given(fields: readonly string[]): Map<string, string> {
  return new Map(
    fields.map((field) => {
      const value = GIVEN[field];
      if (value === undefined) throw new Error(`the test gives nothing for ${field}`);
      return [field, value];
    }),
  );
}

test('the vendors asked for are there', () => {
  expect(presetNames()).toEqual([
    'epic',
    'gp-connect',
    'hapi-fhir',
    'medplum',
    'oracle-health',
    'patients-know-best',
    'smart-launcher',
  ]);
});

describe.each(presetNames())('%s', (name) => {
  const preset = loadPreset(name);

  test('makes a source file that loads, with what it asks for', () => {
    const fields = given(preset.ask.map(({ field }) => field));
    expect(missingFields(preset, fields)).toEqual([]);
    expect(missingFields(preset, new Map())).toEqual(preset.ask);
    const { algorithm } = (preset.file['authentication'] ?? {}) as { algorithm?: string };
    writeFileSync(join(dir, 'key.jwk'), privateJwk(algorithm === 'RS384' ? 'RSA' : 'P-384'));
    writeFileSync(join(dir, 'new.json'), JSON.stringify(sourceFromPreset(preset, fields)));
    const { source } = loadOneSource({ dir, env: { SECRET: 'a secret' } }, 'new');
    expect(source?.kind).toBe(preset.file['kind']);
  });

  test('says of each fact where it is documented', () => {
    for (const { says, source } of preset.facts) {
      expect(source).toMatch(/^https:\/\/[^/]+\/.+/);
      expect(says.length).toBeGreaterThan(20);
    }
  });
});

function faultsOf(name: string): ConfigError['faults'] {
  try {
    loadPreset(name, dir, systemFiles);
  } catch (error) {
    return (error as ConfigError).faults;
  }
  throw new Error('no fault was found');
}

test('a preset whose field has no documented fact is refused', () => {
  const bare = {
    ...loadPreset('medplum'),
    facts: [{ about: 'note', says: 'Nothing.', source: 'https://a.example/b' }],
  };
  writeFileSync(join(dir, 'bare.json'), JSON.stringify(bare));
  expect(faultsOf('bare').map(({ where }) => where)).toContain('preset bare: scopes');
});

test('unknown keys of a preset are refused', () => {
  writeFileSync(join(dir, 'odd.json'), JSON.stringify({ ...loadPreset('medplum'), tips: [] }));
  expect(faultsOf('odd')).toEqual([{ where: 'preset odd: tips', what: 'is not a known key' }]);
});
