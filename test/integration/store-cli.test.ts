/** `phr-gateway store …` and `keys rewrap`, as an operator types them. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { fillPeople } from '../contract/store-admin/full-store.ts';
import { orla } from '../contract/durable-store/people-of-the-contract.ts';

let folder: string;
const operatorKey = randomBytes(32);
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phr-store-cli-'));
  const store = await createSqliteStore({ file: inFolder('data.sqlite'), operatorKey });
  await fillPeople(store);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let out = '';
  let err = '';
  const code = await createProgram({
    arguments: ['node', 'phr-gateway', ...args],
    isScreen: false,
    env: { PHR_OPERATOR_KEY: operatorKey.toString('base64'), PHR_DATA_FILE: inFolder('data.sqlite'), ...env },
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

test('a whole store passes; one that is not there or has another key does not', async () => {
  const whole = await call(['store', 'check']);
  expect(whole).toMatchObject({ code: 0, err: '' });
  expect(whole.out).toMatch(/person_key +2 rows +2 opened/);
  expect(whole.out).toMatch(/The store is whole\.\n$/);
  expect(whole.out).not.toMatch(/Quillfeather|9990000018|p-7f3a/);
  const missing = await call(['store', 'check'], { PHR_DATA_FILE: inFolder('nowhere.sqlite') });
  expect(missing).toMatchObject({ code: 2, out: '' });
  expect(existsSync(inFolder('nowhere.sqlite'))).toBe(false);
  const other = await call(['store', 'check'], { PHR_OPERATOR_KEY: randomBytes(32).toString('base64') });
  expect(other.code).toBe(1);
  expect(other.out).toContain('FAULT The operator key is not the one this database was made with.');
  expect((await call(['store', 'check'], { PHR_OPERATOR_KEY: '' })).code).toBe(2);
});

test('a backup is restored elsewhere, a copy is proved, and neither overwrites', async () => {
  const files = ['--data', inFolder('b.data'), '--keys', inFolder('b.keys')];
  expect(await call(['store', 'backup', ...files])).toMatchObject({ code: 0, err: '' });
  const elsewhere = { PHR_DATA_FILE: inFolder('restored.sqlite') };
  expect(await call(['store', 'restore', ...files], elsewhere)).toMatchObject({ code: 0, err: '' });
  expect((await call(['store', 'check'], elsewhere)).code).toBe(0);
  const again = await call(['store', 'restore', ...files], elsewhere);
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toBe('error: The store to be filled is not empty.\n');
  const copied = await call(['store', 'copy', 'env:FROM', inFolder('copy.sqlite')], { FROM: inFolder('data.sqlite') });
  expect(copied).toMatchObject({ code: 0, err: '' });
  expect(copied.out).toContain('Every row is the same in both.');
  await expect(call(['store', 'copy', 'env:NOT_SET', 'x'])).rejects.toMatchObject({
    code: 'commander.invalidArgument',
  });
  expect((await call(['store', 'backup', '--data', inFolder('no/such/b'), '--keys', inFolder('k')])).code).toBe(2);
});

test('the operator’s key is changed', async () => {
  const data = { PHR_DATA_FILE: inFolder('copy.sqlite') };
  const next = randomBytes(32).toString('base64');
  const both = { ...data, PHR_OPERATOR_KEY: next, PHR_OPERATOR_KEY_PREVIOUS: operatorKey.toString('base64') };
  const changed = await call(['keys', 'rewrap'], both);
  expect(changed).toMatchObject({ code: 0, err: '' });
  expect(changed.out).toContain('keys of 2 people');
  expect((await call(['store', 'check'], data)).code).toBe(1);
  expect((await call(['store', 'check'], { ...data, PHR_OPERATOR_KEY: next })).code).toBe(0);
  const store = await createSqliteStore({ file: data.PHR_DATA_FILE, operatorKey: Buffer.from(next, 'base64') });
  expect(await store.getPerson(orla.id)).toStrictEqual(orla);
  await store.close();
});
