/** Backup, restore and copy, on each engine and from each to the other. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf } from '../../support/audit-of.ts';
import type { EngineAddress } from '../../../src/store/open-engine.ts';
import { AT_TEN, orla, tam } from '../durable-store/people-of-the-contract.ts';
import { adminOf, inEngine, openStore, type FreshAddress } from './engine-under-test.ts';
import { everythingOf, fillPeople } from './full-store.ts';

/** @param others fresh addresses of each engine, this one included. */
export function backupContract(fresh: FreshAddress, others: Readonly<Record<string, FreshAddress>>): void {
  describe('backup', () => {
    const operatorKey = randomBytes(32);
    let folder: string;
    let address: EngineAddress;
    const paths = (name: string) => ({
      dataFile: join(folder, `${name}.data`),
      keysFile: join(folder, `${name}.keys`),
    });
    const everything = async (where: EngineAddress) => {
      const store = await openStore(where, { operatorKey });
      const read = [await everythingOf(store, orla), await everythingOf(store, tam)];
      await store.close();
      return read;
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'phr-backup-'));
      address = await fresh();
      const store = await openStore(address, { operatorKey });
      await fillPeople(store);
      await store.close();
      await adminOf(address, { operatorKey }).backUp(paths('whole'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('the data holds no key: not the operator’s, not a wrapped one; both files are for their owner alone', async () => {
      const { dataFile, keysFile } = paths('whole');
      const wrapped = await inEngine(address, ({ db }) => db.selectFrom('person_key').selectAll().execute());
      const [data, keys] = [dataFile, keysFile].map((file) => gunzipSync(readFileSync(file)).toString());
      for (const row of wrapped) {
        for (const key of [row.data_key, row.record_key]) {
          expect(keys).toContain(Buffer.from(key).toString('base64'));
          expect(data).not.toContain(Buffer.from(key).toString('base64'));
        }
      }
      expect(data).not.toMatch(/store_secret|person_key|operator_key_check/);
      for (const file of [dataFile, keysFile]) expect(statSync(file).mode & 0o077).toBe(0);
    });

    test.each(Object.entries(others))('restored on %s it is the same store', async (_name, freshOther) => {
      const target = await freshOther();
      const { forgotten } = await adminOf(target, { operatorKey }).restore(paths('whole'));
      expect(forgotten).toBe(0);
      expect(await everything(target)).toStrictEqual(await everything(address));
      expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
    });

    test.each(Object.entries(others))('copied to %s it is the same store, row by row', async (_name, freshOther) => {
      const target = await freshOther();
      const digests = await adminOf(address, { operatorKey }).copy(address, target);
      expect(digests.get('source_resource')?.rows).toBe(900);
      expect(await everything(target)).toStrictEqual(await everything(address));
      // And back.
      const back = await fresh();
      expect(await adminOf(target, { operatorKey }).copy(target, back)).toEqual(digests);
    });

    test('what is not empty is not filled, and stays as it was', async () => {
      const target = await fresh();
      const store = await openStore(target, { operatorKey });
      await store.createPerson(tam);
      await store.close();
      const admin = adminOf(target, { operatorKey });
      await expect(admin.restore(paths('whole'))).rejects.toThrow('not empty');
      await expect(admin.copy(address, target)).rejects.toThrow('not empty');
      expect((await admin.check()).tables.find(({ name }) => name === 'person')?.rows).toBe(1);
    });

    test('people deleted since the data was written are deleted again, with their key gone and named on the list', async () => {
      const live = await fresh();
      const store = await openStore(live, { operatorKey });
      await fillPeople(store);
      await adminOf(live, { operatorKey }, new Date(AT_TEN)).backUp(paths('before'));
      await store.deletePerson(orla.id);
      await store.createPerson({ ...orla, id: 'p-later' });
      await store.close();
      await adminOf(live, { operatorKey }).backUp(paths('after'));
      const target = await fresh();
      const mixed = { dataFile: paths('before').dataFile, keysFile: paths('after').keysFile };
      expect((await adminOf(target, { operatorKey }).restore(mixed)).forgotten).toBe(1);
      const restored = await openStore(target, { operatorKey });
      expect(await restored.getPerson(orla.id)).toBeUndefined();
      expect(await restored.getPerson(tam.id)).toStrictEqual(tam);
      expect((await auditOf(restored, tam.id))[0]?.actorId).toMatch(/^deleted-/);
      await expect(restored.createPerson(orla)).rejects.toMatchObject({ code: 'conflict' });
      await restored.close();
      expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
      // The other way round the key of somebody who came in between would be missing.
      const older = { dataFile: paths('after').dataFile, keysFile: paths('before').keysFile };
      await expect(adminOf(await fresh(), { operatorKey }).restore(older)).rejects.toThrow('older than the data');
    });

    test('a backup that was cut off or changed is refused, and nothing of it stays', async () => {
      const { dataFile, keysFile } = paths('whole');
      const whole = gunzipSync(readFileSync(dataFile)).toString();
      const broken = join(folder, 'broken.data');
      const target = await fresh();
      const restore = () => adminOf(target, { operatorKey }).restore({ dataFile: broken, keysFile });
      writeFileSync(broken, readFileSync(dataFile));
      truncateSync(broken, Math.floor(statSync(dataFile).size / 2));
      await expect(restore()).rejects.toMatchObject({ name: 'StoreFault' });
      const lines = whole.split('\n');
      for (const changed of [
        lines.filter((_line, n) => n !== 5).join('\n'),
        lines.slice(0, -2).join('\n'),
        whole.replace(AT_TEN, '2026-03-01T10:00:00.001Z'),
        'no backup',
        '',
      ]) {
        writeFileSync(broken, gzipSync(changed));
        await expect(restore()).rejects.toMatchObject({ name: 'StoreFault' });
      }
      await adminOf(target, { operatorKey }).restore({ dataFile, keysFile });
      await expect(
        adminOf(await fresh(), { operatorKey }).restore({ dataFile: keysFile, keysFile: dataFile }),
      ).rejects.toMatchObject({ name: 'StoreFault' });
    });

    test('is of one instant while people go on writing', async () => {
      const live = await fresh();
      const store = await openStore(live, { operatorKey });
      await fillPeople(store);
      const backup = adminOf(live, { operatorKey }).backUp(paths('live'));
      const isDone = backup.then(() => true);
      const nobody = nextTurn(false);
      for (let n = 0; !(await Promise.race([isDone, nobody])); n++) {
        await store.createPerson({ ...tam, id: `p-new-${n}`, identities: [] });
        // The embedded engine works on the calling thread.
        await nextTurn();
      }
      await store.close();
      const target = await fresh();
      expect((await adminOf(target, { operatorKey }).restore(paths('live'))).forgotten).toBe(0);
      expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
    });
  });
}
