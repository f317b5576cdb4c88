import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DurableStore } from '../../../../src/ports/durable-store.ts';
import { createSqliteStore } from '../../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { appClient, grantOf, tokenOf } from '../../../contract/durable-store/apps-contract.ts';
import {
  AT_NINE,
  AT_TEN,
  accountOf,
  delivered,
  orla,
  pullOf,
  tokens,
} from '../../../contract/durable-store/people-of-the-contract.ts';

let folder: string;
let file: string;
let operatorKey: Buffer;
let store: DurableStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phr-at-rest-'));
  file = join(folder, 'data.sqlite');
  operatorKey = randomBytes(32);
  store = await createSqliteStore({ file, operatorKey });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const parts = () => [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path));
const bytesOnDisk = () => Buffer.concat(parts().map((path) => readFileSync(path)));

const account = accountOf(orla, 'hospital', {
  lastFailure: 'Words about a failure',
  outcomes: [{ type: 'MedicationRequest', state: 'partial', received: 1, reason: 'Words about an outcome' }],
});

const SECRETS = [
  'Quillfeather',
  'Orla',
  'Wren',
  '1951-04',
  '9990000018',
  'sub-of-orla',
  'sign-in.example',
  tokens.accessToken,
  tokens.refreshToken ?? '',
  'Ferrowick',
  'MedicationRequest/m-original',
  'm-original',
  'source.example',
  'patient-at-hospital-of',
  'Words about a failure',
  'Words about an outcome',
  'MedicationStatement/hospital-m-original',
  'patient/Condition.rs?category=hidden',
  'issued-token-of-an-app',
  'payload-of-an-issued-token',
  'secret-of-a-registered-app',
  'private-part-of-a-signing-key',
];

async function fill(): Promise<void> {
  await store.createPerson(orla);
  await store.putAccount(account);
  await store.putTokens(orla.id, account.id, tokens);
  const one = delivered('m-original', 'Ferrowick 5 mg');
  await store.writePull({ ...account, lastTriedAt: AT_NINE }, pullOf(AT_NINE, one, delivered(undefined, 'Ferrowick')));
  await store.writePull({ ...account, lastTriedAt: AT_TEN }, pullOf(AT_TEN, one));
  await store.writeLedger(orla.id, 'all', [
    {
      reference: 'MedicationStatement/hospital-m-original',
      digest: 'd',
      version: 1,
      lastUpdated: AT_NINE,
      goneAt: undefined,
    },
  ]);
  await store.updatePerson({ ...orla, birthDate: '1951-04-09' });
  await fillApps();
}

async function fillApps(): Promise<void> {
  await store.putAppGrant(grantOf(orla.id, 'grant-1', { scopes: ['patient/Condition.rs?category=hidden'] }));
  await store.putIssuedToken('issued-token-of-an-app', tokenOf('grant-1', { payload: 'payload-of-an-issued-token' }));
  await store.addAppClient(appClient('app-1', { method: 'client_secret_post', secret: 'secret-of-a-registered-app' }));
  const privateKey = { kty: 'RSA', d: 'private-part-of-a-signing-key' };
  await store.addSigningKeys([{ keyId: 'key-1', algorithm: 'RS256', generation: 1, createdAt: AT_NINE, privateKey }]);
}

function found(bytes: Buffer): readonly string[] {
  const encodings = ['utf8', 'utf16le'] as const;
  const coded = (text: string) => [
    ...encodings.map((encoding) => Buffer.from(text, encoding)),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(Buffer.from(text).toString('base64url').slice(0, -2)),
  ];
  return SECRETS.filter((secret) => coded(secret).some((code) => bytes.includes(code)));
}

describe('the files of the database', () => {
  test('hold no token, number, name, identity, drug or id of a source: not in the file, the log or the index', async () => {
    await fill();
    expect(parts()).toHaveLength(3);
    const open = bytesOnDisk();
    // What may be read in clear is there, so the search does look at the right bytes.
    expect(open.includes(orla.id)).toBe(true);
    expect(open.includes('hospital')).toBe(true);
    expect(open.includes(AT_TEN)).toBe(true);
    expect(found(open)).toEqual([]);
    await store.close();
    expect(found(bytesOnDisk())).toEqual([]);
    store = await createSqliteStore({ file, operatorKey });
    expect((await store.getPerson(orla.id))?.name.family).toBe('Quillfeather');
  });

  test('would show a secret if it were written in clear', () => {
    const database = new Database(file);
    database.prepare('insert into person_deletion values (?, ?)').run(['Quillfeather', AT_NINE]);
    database.close();
    expect(found(bytesOnDisk())).toEqual(['Quillfeather']);
  });

  test('hold neither the operator key nor any opened key', async () => {
    await fill();
    const recordKey = Buffer.from(await store.recordKey(orla.id));
    expect(bytesOnDisk().includes(recordKey)).toBe(false);
    expect(bytesOnDisk().includes(operatorKey)).toBe(false);
  });

  test('keep nothing of the wrapped key of a deleted person', async () => {
    await fill();
    const database = new Database(file);
    const row = database.prepare('select data_key from person_key').get() as { data_key: ArrayBuffer };
    database.close();
    const wrapped = Buffer.from(row.data_key);
    expect(bytesOnDisk().includes(wrapped)).toBe(true);
    await store.deletePerson(orla.id);
    expect(bytesOnDisk().includes(wrapped)).toBe(false);
    expect(bytesOnDisk().includes(wrapped.subarray(-16))).toBe(false);
  });

  test('are for the gateway alone to read', async () => {
    await fill();
    for (const path of parts()) expect(statSync(path).mode & 0o077).toBe(0);
  });
});

describe('a row', () => {
  test('copied over another person does not open', async () => {
    await fill();
    await store.createPerson({ ...orla, id: 'p-other', identities: [] });
    const database = new Database(file);
    database.exec(
      `update person set details = (select details from person where subject_id = '${orla.id}') where subject_id = 'p-other'`,
    );
    database.close();
    await expect(store.getPerson('p-other')).rejects.toMatchObject({ code: 'internal' });
    expect((await store.getPerson(orla.id))?.name.family).toBe('Quillfeather');
  });

  test('of one account moved to another does not open', async () => {
    await fill();
    await store.putAccount({ ...accountOf(orla, 'gp'), id: 'account-gp' });
    const database = new Database(file);
    database.exec(`update source_token set account_id = 'account-gp'`);
    database.close();
    await expect(store.getTokens(orla.id, 'account-gp')).rejects.toMatchObject({ code: 'internal' });
  });
});
