/** `phr-gateway store …` and `keys rotate`, as an operator types them. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { openSqliteEngine } from '../../src/store/durable/sqlite/open-sqlite-engine.ts';
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
  expect(other).toMatchObject({ code: 2, out: '' });
  expect(other.err).toBe('error: The operator key is not the one this database was made with.\n');
  expect((await call(['store', 'check'], { PHR_OPERATOR_KEY: '' })).code).toBe(2);
});

test('0: whole; 1: something in it is wrong; 2: it could not be looked at', async () => {
  const data = { PHR_DATA_FILE: inFolder('broken.sqlite') };
  expect((await call(['store', 'copy', inFolder('data.sqlite'), data.PHR_DATA_FILE])).code).toBe(0);
  expect((await call(['store', 'check'], data)).code).toBe(0);
  const engine = openSqliteEngine({ file: data.PHR_DATA_FILE });
  await sql`update person set details = x'01'`.execute(engine.db);
  await engine.close();
  const broken = await call(['store', 'check'], data);
  expect(broken).toMatchObject({ code: 1, err: '' });
  expect(broken.out).toMatch(/FAULT person: 2 of 2 sealed values do not open\.\nFaults: 1\n$/);
  writeFileSync(inFolder('no.sqlite'), 'This is no database, and it is long enough to be told so. '.repeat(20));
  expect((await call(['store', 'check'], { PHR_DATA_FILE: inFolder('no.sqlite') })).code).toBe(2);
  expect((await call(['store', 'check'], { PHR_POSTGRES_URL: 'postgresql://phr@127.0.0.1:1/phr' })).code).toBe(2);
});

test('what is refused leaves no file behind', async () => {
  const files = ['--data', inFolder('r.data'), '--keys', inFolder('r.keys')];
  expect((await call(['store', 'backup', ...files])).code).toBe(0);
  copyFileSync(inFolder('r.data'), inFolder('cut.data'));
  truncateSync(inFolder('cut.data'), 20_000);
  const target = { PHR_DATA_FILE: inFolder('refused.sqlite') };
  const refused: readonly (readonly [string[], Readonly<Record<string, string>>, string])[] = [
    [['restore', '--data', inFolder('r.keys'), '--keys', inFolder('r.data')], {}, 'no backup of data'],
    [['restore', '--data', inFolder('nowhere'), '--keys', inFolder('r.keys')], {}, 'cannot be read'],
    [['restore', ...files], { PHR_OPERATOR_KEY: randomBytes(32).toString('base64') }, 'operator key is not the one'],
    [['restore', '--data', inFolder('cut.data'), '--keys', inFolder('r.keys')], {}, 'cannot be read'],
    [['copy', inFolder('nowhere'), target.PHR_DATA_FILE], {}, 'no such file'],
    [
      ['copy', inFolder('broken.sqlite'), target.PHR_DATA_FILE],
      { PHR_OPERATOR_KEY: randomBytes(32).toString('base64') },
      'operator key is not the one',
    ],
  ];
  for (const [args, env, words] of refused) {
    const { code, out, err } = await call(['store', ...args], { ...target, ...env });
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(words)]);
    expect(existsSync(target.PHR_DATA_FILE)).toBe(false);
  }
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
  const changed = await call(['keys', 'rotate'], both);
  expect(changed).toMatchObject({ code: 0, err: '' });
  expect(changed.out).toContain('keys of 2 people');
  expect((await call(['store', 'check'], data)).code).toBe(2);
  expect((await call(['store', 'check'], { ...data, PHR_OPERATOR_KEY: next })).code).toBe(0);
  const store = await createSqliteStore({ file: data.PHR_DATA_FILE, operatorKey: Buffer.from(next, 'base64') });
  expect(await store.getPerson(orla.id)).toStrictEqual(orla);
  await store.close();
});
