/** `store check` finds what is wrong, and nothing where nothing is. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/store/durable/migrate.ts';
import { createOperatorKeyring } from '../../../src/store/encryption/operator-keyring.ts';
import { openEngine } from '../../../src/store/open-engine.ts';
import { STORE_TABLES } from '../../../src/store/admin/tables/store-tables.ts';
import { adminOf, inEngine, log, openStore, type FreshAddress } from './engine-under-test.ts';
import { fillPeople } from './full-store.ts';

export function checkContract(fresh: FreshAddress): void {
  describe('check', () => {
    const operatorKey = randomBytes(32);

    async function filled() {
      const address = await fresh();
      const store = await openStore(address, { operatorKey });
      await fillPeople(store);
      await store.close();
      return address;
    }

    test('knows every table, its key and its columns of bytes', async () => {
      const address = await filled();
      const tables = await inEngine(address, ({ db }) => db.introspection.getTables());
      expect(tables.map(({ name }) => name).toSorted()).toEqual(STORE_TABLES.map(({ name }) => name).toSorted());
      for (const { name, key, bytes } of STORE_TABLES) {
        const columns = tables.find((table) => table.name === name)?.columns ?? [];
        const ofBytes = columns.filter(({ dataType }) => dataType === 'bytea').map((column) => column.name);
        expect([name, ofBytes.toSorted()]).toEqual([name, bytes.toSorted()]);
        expect(columns.map((column) => column.name)).toEqual(expect.arrayContaining([...key]));
      }
    });

    test('a store that is whole: every sealed value opens, and every table has rows', async () => {
      const report = await adminOf(await filled(), { operatorKey }).check();
      expect(report.faults).toEqual([]);
      expect(report.underPreviousKey).toBe(0);
      const sealed = new Map(report.tables.map((table) => [table.name, table.sealed]));
      for (const { name, bytes } of STORE_TABLES) {
        if (bytes.length > 0 && !['operator_key_check', 'store_secret', 'leave_receipt'].includes(name)) {
          expect([name, (sealed.get(name) ?? 0) > 0]).toEqual([name, true]);
        }
      }
      expect(sealed.get('source_resource')).toBe(2 * 2 * 450);
    });

    test('another operator key, a database with nothing in it or of another version: nothing can be told', async () => {
      const wrong = adminOf(await filled(), { operatorKey: randomBytes(32) });
      await expect(wrong.check()).rejects.toMatchObject({ code: 'wrong-operator-key' });
      const address = await fresh();
      const check = () => adminOf(address, { operatorKey }).check();
      await expect(check()).rejects.toMatchObject(
        address.postgresUrl === undefined
          ? { code: 'cannot-open' }
          : { name: 'StoreFault', message: 'There is no store in this database yet.' },
      );
      const engine = await openEngine(address, { log, mustExist: false });
      await migrate(engine.db, createOperatorKeyring({ operatorKey }), '0007-store-secret');
      await expect(check()).rejects.toMatchObject({
        name: 'StoreFault',
        message: expect.stringMatching(/^The schema lacks 0008-/) as string,
      });
      await migrate(engine.db, createOperatorKeyring({ operatorKey }));
      await sql`insert into kysely_migration (name, timestamp) values ('9999-less-contract', '')`.execute(engine.db);
      await engine.close();
      await expect(check()).rejects.toMatchObject({
        name: 'StoreFault',
        message: expect.stringMatching(/took away.* 9999-less-contract/) as string,
      });
    });

    test.each([
      ['update operator_key_check set check_value = secret from store_secret', 'was changed: it does not open'],
      ['delete from operator_key_check', 'What proves the operator key is missing'],
      ['update store_secret set secret = check_value from operator_key_check', 'secret of the store does not open'],
      ['delete from store_secret', 'secret of the store is missing'],
    ])('what proves the key, or the secret of the store, is lost: %s', async (statement, words) => {
      const address = await filled();
      await inEngine(address, ({ db }) => sql.raw(statement).execute(db));
      expect((await adminOf(address, { operatorKey }).check()).faults).toEqual([expect.stringContaining(words)]);
    });

    test('a value that was changed or moved, a person without a key, a row that refers to nobody', async () => {
      const address = await filled();
      await inEngine(address, async ({ db }) => {
        await sql`update person_decision set details = (select details from person limit 1) where subject_id = 'p-7f3a'`.execute(
          db,
        );
        await sql`update linked_account set actor_id = 'p-gone' where subject_id = 'p-91bc'`.execute(db);
        await sql`delete from person_key where subject_id = 'p-91bc'`.execute(db);
      });
      const { faults } = await adminOf(address, { operatorKey }).check();
      expect(faults).toEqual(
        expect.arrayContaining([
          'person_decision: 2 of 2 sealed values do not open.',
          'person: 1 of 2 sealed values do not open.',
          'source_resource: 900 of 1800 sealed values do not open.',
          'person: 1 rows whose subject_id is in no row of person_key.',
          'linked_account: 1 rows whose actor_id is in no row of person.',
        ]),
      );
    });

    test('a deleted person leaves nothing that refers to nobody', async () => {
      const address = await filled();
      const store = await openStore(address, { operatorKey });
      await store.deletePerson('p-7f3a');
      await store.close();
      expect((await adminOf(address, { operatorKey }).check()).faults).toEqual([]);
    });
  });
}
