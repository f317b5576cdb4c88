import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSqliteStore } from '../../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { accountOf, delivered, orla, pullOf, tam } from '../../../contract/durable-store/people-of-the-contract.ts';

let folder: string;
let file: string;
const operatorKey = randomBytes(32);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phr-sqlite-'));
  file = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

function inFile<Result>(use: (database: Database.Database) => Result): Result {
  const database = new Database(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

describe('opening', () => {
  test('with another operator key is refused, and the right one still works', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    await store.close();
    await expect(createSqliteStore({ file, operatorKey: randomBytes(32) })).rejects.toMatchObject({
      name: 'StoreOpenError',
      code: 'wrong-operator-key',
      message: 'The operator key is not the one this database was made with.',
    });
    const again = await createSqliteStore({ file, operatorKey });
    expect(await again.getPerson(orla.id)).toEqual(orla);
    await again.close();
  });

  test('with a check value that was exchanged is refused', async () => {
    await (await createSqliteStore({ file, operatorKey })).close();
    inFile((database) => {
      database.prepare('update operator_key_check set check_value = ?').run([Buffer.alloc(60, 1)]);
    });
    await expect(createSqliteStore({ file, operatorKey })).rejects.toMatchObject({ code: 'damaged' });
  });

  test('with a key of another length is refused', async () => {
    await expect(createSqliteStore({ file, operatorKey: randomBytes(16) })).rejects.toThrow(RangeError);
  });

  test('a database of a newer version is taken as long as that only added to it', async () => {
    await (await createSqliteStore({ file, operatorKey })).close();
    inFile((database) => {
      database.exec(`insert into kysely_migration values ('9998-from-the-future', '2030-01-01T00:00:00.000Z')`);
      database.exec('create table from_the_future (x text)');
      database.exec('alter table person add column from_the_future text');
    });
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    expect(await store.getPerson(orla.id)).toEqual(orla);
    await store.close();
    inFile((database) => {
      database.exec(`insert into kysely_migration values ('9999-future-contract', '2030-01-01T00:00:00.000Z')`);
    });
    await expect(createSqliteStore({ file, operatorKey })).rejects.toMatchObject({ code: 'schema' });
  });

  test('what is no database, or lies where nothing can be written, is refused', async () => {
    writeFileSync(file, 'no database at all, but long enough to be looked at as one. '.repeat(40));
    await expect(createSqliteStore({ file, operatorKey })).rejects.toMatchObject({ code: 'cannot-open' });
    const inside = join(file, 'inner', 'data.sqlite');
    await expect(createSqliteStore({ file: inside, operatorKey })).rejects.toMatchObject({ code: 'cannot-open' });
  });

  test('by six gateways at the same time makes one schema', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => createSqliteStore({ file, operatorKey })));
    await stores[0]?.createPerson(orla);
    expect(await stores[5]?.getPerson(orla.id)).toEqual(orla);
    for (const store of stores) await store.close();
    const steps = inFile((database) => database.prepare('select name from kysely_migration').all()) as {
      name: string;
    }[];
    const names = steps.map(({ name }) => name);
    expect(names).toContain('0001-first-tables');
    expect(names).toEqual([...new Set(names)]);
  });

  test('a step that fails halfway leaves nothing behind', async () => {
    inFile((database) => {
      // The name of a later table is taken, so the first migration fails after it made some tables.
      database.exec('create table audit_entry (x text)');
    });
    await expect(createSqliteStore({ file, operatorKey })).rejects.toMatchObject({ code: 'schema' });
    const tables = inFile((database) =>
      database.prepare("select name from sqlite_master where name = 'person'").all([]),
    );
    expect(tables).toEqual([]);
    inFile((database) => {
      database.exec('drop table audit_entry');
    });
    await (await createSqliteStore({ file, operatorKey })).close();
  });
});

describe('running', () => {
  test('every commit is on disk: WAL, synchronous FULL, foreign keys', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    expect(inFile((database) => database.pragma('journal_mode', { simple: true }))).toMatchObject({
      journal_mode: 'wal',
    });
    await expect(
      store.addRepresentation({ subjectId: 'p-1', actorId: 'p-2', relationship: 'carer', since: '', until: undefined }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await store.close();
  });

  test('what was answered is there after the process is cut off', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    // The files as they lie on disk while nothing was closed or written back.
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    await store.close();
    const again = await createSqliteStore({ file: copy, operatorKey });
    expect(await again.getPerson(orla.id)).toEqual(orla);
    await again.close();
  });

  test('a lock held elsewhere is waited for without blocking the process', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    const other = new Database(file);
    other.exec('begin immediate');
    let written = false;
    const write = store.createPerson(tam).then(() => {
      written = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(written).toBe(false);
    other.exec('commit');
    other.close();
    await write;
    // The statement that found the lock taken must not spoil later transactions of the connection.
    await store.putAccount(accountOf(tam, 'gp'));
    await store.writePull(accountOf(tam, 'gp'), pullOf('2026-03-01T09:00:00.000Z', delivered('m1', 'Ferrowick')));
    expect(await store.listResources(tam.id, 'account-gp')).toHaveLength(1);
    await store.close();
  });

  test('a transaction that fails leaves the connection usable', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    for (let n = 0; n < 3; n++) await expect(store.createPerson(orla)).rejects.toMatchObject({ code: 'conflict' });
    await store.createPerson(tam);
    expect(await store.getPerson(tam.id)).toEqual(tam);
    await store.close();
  });

  test('deletion stamps the time of the given clock', async () => {
    const now = () => new Date('2026-05-05T05:05:05.000Z');
    const store = await createSqliteStore({ file, operatorKey, now });
    await store.createPerson(orla);
    await store.deletePerson(orla.id);
    await store.close();
    expect(inFile((database) => database.prepare('select * from person_deletion').all([]))).toEqual([
      { subject_id: orla.id, deleted_at: '2026-05-05T05:05:05.000Z' },
    ]);
  });

  test('errors carry no value that was written', async () => {
    const store = await createSqliteStore({ file, operatorKey });
    await store.createPerson(orla);
    const error: unknown = await store.createPerson({ ...orla, id: 'p-2' }).catch((caught: unknown) => caught);
    const cause = error instanceof Error ? error.cause : undefined;
    expect(cause).toBeInstanceOf(Error);
    for (const text of [String(error), String(cause)]) expect(text).not.toMatch(/Quillfeather|sub-of-orla|p-2/);
    await store.close();
  });
});
