import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConfigError } from '../../../src/config/config-error.ts';
import { loadConfiguration } from '../../../src/config/load-configuration.ts';

test('faults of the settings and of the sources are named in one go', () => {
  const dir = mkdtempSync(join(tmpdir(), 'phr-config-'));
  writeFileSync(join(dir, 'gp.json'), '{}');
  let faults: ConfigError['faults'] = [];
  try {
    loadConfiguration({ PHR_PORT: 'x', PHR_SOURCES_DIR: dir });
  } catch (error) {
    faults = (error as ConfigError).faults;
  } finally {
    rmSync(dir, { recursive: true });
  }
  const places = faults.map(({ where }) => where);
  expect(places).toContain('PHR_PORT');
  expect(places).toContain('PHR_OPERATOR_KEY');
  expect(places).toContain('gp.json: baseUrl');
});

test('the repository as it is needs an operator key and has no source', () => {
  const { config, sources } = loadConfiguration({}, { generateMissingSecrets: true });
  expect(config.sourcesDir).toBe('config/sources');
  expect(sources).toEqual([]);
});
