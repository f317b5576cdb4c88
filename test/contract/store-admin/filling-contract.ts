/** A restore or a copy that is broken off: no gateway starts on what is there, and the same command goes on with it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyStore } from '../../../src/store/admin/copy-store.ts';
import { proveBackup } from '../../../src/store/admin/prove-backup.ts';
import { restoreStore } from '../../../src/store/admin/restore-store.ts';
import { readRows } from '../../../src/store/admin/store-rows.ts';
import { STORE_TABLES } from '../../../src/store/admin/tables/store-tables.ts';
import type { DurableEngine } from '../../../src/store/durable/durable-engine.ts';
import { removePerson } from '../../../src/store/durable/remove-person.ts';
import { createOperatorKeyring } from '../../../src/store/encryption/operator-keyring.ts';
import { openEngine, type EngineAddress } from '../../../src/store/open-engine.ts';
import { AT_TEN, accountOf, delivered, orla, pullOf, tam } from '../durable-store/people-of-the-contract.ts';
import { adminOf, inEngine, log, openStore, type FreshAddress } from './engine-under-test.ts';
import { everythingOf, fillPeople } from './full-store.ts';

const MB = 1024 * 1024;

/** Writes: a page of rows each, of which there are about 30, and two at the end. */
const CUTS = [1, 7, 25] as const;

export function fillingContract(fresh: FreshAddress): void {
  describe('a restore or copy that is broken off', () => {
    const operatorKey = randomBytes(32);
    const keyring = createOperatorKeyring({ operatorKey });
    let folder: string;
    let live: EngineAddress;
    let was: unknown;
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
      folder = mkdtempSync(join(tmpdir(), 'phr-filling-'));
      live = await fresh();
      const store = await openStore(live, { operatorKey });
      await fillPeople(store);
      await store.close();
      was = await everything(live);
      await adminOf(live, { operatorKey }, new Date(AT_TEN)).backUp(paths('whole'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** Fails where the store is written to for the nth time: each write looks first whether the store is still its own. */
    async function brokenOff(address: EngineAddress, nth: number, use: (engine: DurableEngine) => Promise<unknown>) {
      const engine = await openEngine(address, { log, mustExist: false });
      let writes = 0;
      const holdOperatorKey = (...args: Parameters<DurableEngine['holdOperatorKey']>) => {
        writes += 1;
        return writes === nth ? Promise.reject(new Error('broken off')) : engine.holdOperatorKey(...args);
      };
      await expect(use({ ...engine, holdOperatorKey })).rejects.toThrow('broken off');
      await engine.close();
    }

    async function expectRefused(address: EngineAddress): Promise<void> {
      await expect(openStore(address, { operatorKey })).rejects.toMatchObject({ code: 'unfinished' });
      const admin = adminOf(address, { operatorKey });
      await expect(admin.backUp(paths('of-half'))).rejects.toMatchObject({ code: 'unfinished' });
      await expect(admin.changeOperatorKey()).rejects.toMatchObject({ code: 'unfinished' });
      await expect(admin.copy(address, await fresh())).rejects.toMatchObject({ code: 'unfinished' });
      expect((await admin.check()).faults).toEqual([expect.stringContaining('has not come to its end')]);
    }

    test.each(CUTS)('a restore at its write %i goes on, and ends as it would have', async (nth) => {
      const target = await fresh();
      const backup = await proveBackup(paths('whole'), keyring);
      await brokenOff(target, nth, (engine) => restoreStore(engine, backup, keyring, new Date()));
      await expectRefused(target);
      const { digests, forgotten } = await adminOf(target, { operatorKey }).restore(paths('whole'));
      expect([digests.get('source_resource')?.rows, forgotten]).toEqual([900, 0]);
      expect(await everything(target)).toStrictEqual(was);
      expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
      await expect(adminOf(target, { operatorKey }).restore(paths('whole'))).rejects.toThrow('not empty');
    });

    test.each(CUTS)('a copy at its write %i goes on, and ends as it would have', async (nth) => {
      const target = await fresh();
      await inEngine(live, (from) =>
        brokenOff(target, nth, (engine) => copyStore(from, (fill) => fill(engine), keyring)),
      );
      await expectRefused(target);
      const digests = await adminOf(live, { operatorKey }).copy(live, target);
      expect(digests.get('source_resource')?.rows).toBe(900);
      expect(await everything(target)).toStrictEqual(was);
    });

    test('whoever was deleted since is deleted before a gateway may start', async () => {
      const later = await fresh();
      await adminOf(live, { operatorKey }).copy(live, later);
      await inEngine(later, ({ db }) =>
        db.transaction().execute((queries) => removePerson(queries, orla.id, '2026-03-02T10:00:00.000Z')),
      );
      await adminOf(later, { operatorKey }).backUp(paths('later'));
      const mixed = { dataFile: paths('whole').dataFile, keysFile: paths('later').keysFile };
      const backup = await proveBackup(mixed, keyring);
      const target = await fresh();
      // The last write of all puts the proof of the operator's key in its place.
      let writes = 0;
      const counting = await fresh();
      const engine = await openEngine(counting, { log, mustExist: false });
      await restoreStore(
        { ...engine, holdOperatorKey: (queries) => ((writes += 1), engine.holdOperatorKey(queries)) },
        backup,
        keyring,
        new Date(),
      );
      await engine.close();
      await brokenOff(target, writes, (other) => restoreStore(other, backup, keyring, new Date()));
      await expectRefused(target);
      const people = await inEngine(target, ({ db }) => db.selectFrom('person').select('subject_id').execute());
      expect(people.map((row) => row.subject_id)).toEqual([tam.id]);
      await adminOf(target, { operatorKey }).restore(mixed);
      const store = await openStore(target, { operatorKey });
      expect([await store.getPerson(orla.id), await store.getPerson(tam.id)]).toStrictEqual([undefined, tam]);
      await store.close();
    });

    test('another backup does not go on with it', async () => {
      const target = await fresh();
      const backup = await proveBackup(paths('whole'), keyring);
      await brokenOff(target, 6, (engine) => restoreStore(engine, backup, keyring, new Date()));
      await adminOf(live, { operatorKey }).backUp(paths('another'));
      const admin = adminOf(target, { operatorKey });
      await expect(admin.restore(paths('another'))).rejects.toThrow('was broken off');
      await expect(admin.copy(live, target)).rejects.toThrow('was broken off');
      await expectRefused(target);
    });

    test('two at once: both are told how it ended, and the store is whole', async () => {
      const target = await fresh();
      const both = [1, 2].map(() => adminOf(target, { operatorKey }).restore(paths('whole')));
      const ended = (await Promise.allSettled(both)).map(({ status }) => status);
      expect(ended).toContain('fulfilled');
      expect(await everything(target)).toStrictEqual(was);
      expect((await adminOf(target, { operatorKey }).check()).faults).toEqual([]);
    });

    test('the operator’s key is another: nothing is begun', async () => {
      const target = await fresh();
      const admin = adminOf(target, { operatorKey: randomBytes(32) });
      await expect(admin.restore(paths('whole'))).rejects.toMatchObject({ code: 'wrong-operator-key' });
      await expect(admin.copy(live, target)).rejects.toMatchObject({ code: 'wrong-operator-key' });
      await adminOf(target, { operatorKey }).restore(paths('whole'));
    });

    test('no page of rows is larger than a few megabytes, unless one row is', async () => {
      const address = await fresh();
      const store = await openStore(address, { operatorKey });
      await store.createPerson(orla);
      await store.putAccount(accountOf(orla, 'hospital'));
      const sizes = [5 * MB, MB, MB, 2 * MB, MB, 1, 5 * MB];
      const texts = sizes.map((size, n) => delivered(`large-${n}`, 'x'.repeat(size)));
      await store.writePull(accountOf(orla, 'hospital'), pullOf(AT_TEN, ...texts));
      await store.close();
      const table = STORE_TABLES.find(({ name }) => name === 'source_resource');
      if (table === undefined) throw new Error('no table');
      const pages = await inEngine(address, async ({ db }) => {
        const found: number[][] = [];
        for await (const rows of readRows(db, table)) {
          found.push(rows.map((row) => (row['content'] as Uint8Array).byteLength));
        }
        return found;
      });
      expect(pages.flat()).toHaveLength(sizes.length);
      for (const page of pages) {
        const bytes = page.reduce((sum, size) => sum + size, 0);
        expect(page.length === 1 || bytes <= 4 * MB).toBe(true);
      }
      expect(pages.length).toBeLessThan(sizes.length);
      const files = paths('large');
      await adminOf(address, { operatorKey }).backUp(files);
      const target = await fresh();
      const digests = await adminOf(target, { operatorKey }).restore(files);
      expect(digests.digests.get('source_resource')?.rows).toBe(sizes.length);
    });
  });
}
