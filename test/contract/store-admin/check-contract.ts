/** `store check` finds what is wrong, and nothing where nothing is. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { STORE_TABLES } from '../../../src/store/admin/tables/store-tables.ts';
import { adminOf, inEngine, openStore, type FreshAddress } from './engine-under-test.ts';
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

    test('another operator key, and a database with nothing in it', async () => {
      const other = await adminOf(await filled(), { operatorKey: randomBytes(32) }).check();
      expect(other.faults).toEqual(['The operator key is not the one this database was made with.']);
      const address = await fresh();
      if (address.postgresUrl === undefined) {
        await expect(adminOf(address, { operatorKey }).check()).rejects.toMatchObject({ code: 'cannot-open' });
      } else {
        const { faults } = await adminOf(address, { operatorKey }).check();
        expect(faults).toEqual(['There is no store in this database yet.']);
      }
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
