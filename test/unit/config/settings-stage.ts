/** What the tests of settings share: a good operator key, files that are there or not, and the faults that were found. */
import { randomBytes } from 'node:crypto';
import type { ConfigError } from '../../../src/config/config-error.ts';

export const KEY = randomBytes(32).toString('base64');

export function noFiles(): never {
  throw Object.assign(new Error('ENOENT: no such file, open /secret/path'), { code: 'ENOENT' });
}

export function filesOf(files: Readonly<Record<string, string>>) {
  return (path: string) => files[path] ?? noFiles();
}

export function faultsOf(load: () => unknown): ConfigError {
  try {
    load();
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('no fault was found');
}
