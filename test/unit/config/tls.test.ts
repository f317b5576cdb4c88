import { describe, expect, test } from 'vitest';
import { ConfigError, renderConfigError } from '../../../src/config/config-error.ts';
import { loadConfig } from '../../../src/config/load-config.ts';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)).toString('base64');

function faults(settings: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): string {
  try {
    loadConfig({ PHR_OPERATOR_KEY: KEY, ...settings }, (path) => files[path] ?? '');
    return '';
  } catch (error) {
    return error instanceof ConfigError ? renderConfigError(error).join('\n') : String(error);
  }
}

describe('a certificate of the gateway itself', () => {
  test('needs its key, and the key its certificate', () => {
    expect(faults({ PHR_TLS_CERTIFICATE: 'x' })).toContain('PHR_TLS_KEY');
    expect(faults({ PHR_TLS_KEY: 'x' })).toContain('PHR_TLS_CERTIFICATE');
  });

  test('that cannot be used is named by the setting that gave it, and nothing of it is repeated', () => {
    const told = faults(
      { PHR_TLS_CERTIFICATE_FILE: '/c', PHR_TLS_KEY: 'not-a-key-at-all' },
      { '/c': 'not-a-certificate' },
    );
    expect(told).toContain('PHR_TLS_CERTIFICATE_FILE');
    expect(told).not.toContain('not-a');
  });
});
