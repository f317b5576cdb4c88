import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ConfigError } from '../../../src/config/config-error.ts';
import { loadConfig } from '../../../src/config/load-config.ts';

const KEY = randomBytes(32).toString('base64');
const OTHER_KEY = randomBytes(32).toString('base64');

function noFiles(): never {
  throw new Error('no file is read here');
}

function faultsOf(load: () => unknown): ConfigError {
  try {
    load();
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('no fault was found');
}

describe('operator keys', () => {
  test('come from a program as well, run without a shell and once', () => {
    const asked: (readonly string[])[] = [];
    const runCommand = (program: string, args: readonly string[]) => {
      asked.push([program, ...args]);
      return `${KEY}\n`;
    };
    const env = {
      PHR_OPERATOR_KEY_COMMAND: '["key-service", "get", "a key; rm"]',
      PHR_OPERATOR_KEY_PREVIOUS: OTHER_KEY,
    };
    const config = loadConfig(env, noFiles, { runCommand });
    expect(asked).toEqual([['key-service', 'get', 'a key; rm']]);
    expect(config.operatorKey).toEqual(new Uint8Array(Buffer.from(KEY, 'base64')));
    expect(config.previousOperatorKey).toEqual(new Uint8Array(Buffer.from(OTHER_KEY, 'base64')));
    loadConfig({ PHR_OPERATOR_KEY_COMMAND: 'key-service  get' }, noFiles, { runCommand });
    expect(asked[1]).toEqual(['key-service', 'get']);
    expect(
      loadConfig({ PHR_OPERATOR_KEY_COMMAND: `["${process.execPath}", "-e", "console.log('${KEY}')"]` }, noFiles)
        .operatorKey,
    ).toEqual(config.operatorKey);
  });

  test.each([
    ['["/nowhere/at/all"]', 'names a program that failed (ENOENT)'],
    [JSON.stringify([process.execPath, '-e', 'process.exit(3)']), 'names a program that failed (unknown reason)'],
    [JSON.stringify([process.execPath, '-e', '']), 'names a program that printed nothing'],
    ['[]', 'names no program'],
    ['[1]', 'names no program'],
    ['[', 'names no program'],
  ])('a program %s is a fault', (command, what) => {
    const error = faultsOf(() => loadConfig({ PHR_OPERATOR_KEY_COMMAND: command }, noFiles));
    expect(error.faults).toEqual([{ where: 'PHR_OPERATOR_KEY_COMMAND', what }]);
  });

  test('given in two ways are refused', () => {
    const env = { PHR_OPERATOR_KEY: KEY, PHR_OPERATOR_KEY_COMMAND: 'x' };
    expect(faultsOf(() => loadConfig(env, noFiles)).faults).toMatchObject([{ where: 'PHR_OPERATOR_KEY' }]);
  });
});
