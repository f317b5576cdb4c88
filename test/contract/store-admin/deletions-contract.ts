/** A database restored by other means than ours forgets again whom it had forgotten: by the list beside it. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf } from '../../support/audit-of.ts';
import { orla, tam } from '../durable-store/people-of-the-contract.ts';
import { adminOf, openStore, type FreshAddress } from './engine-under-test.ts';
import { fillPeople } from './full-store.ts';

export function deletionsContract(fresh: FreshAddress): void {
  describe('the list of deletions', () => {
    const operatorKey = randomBytes(32);
    let folder: string;
    let lists = 0;
    const newList = () => join(folder, 'inner', `${(lists += 1)}.deletions`);
    const idsIn = (file: string) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { readonly subjectId: string }).subjectId);

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'phr-deletions-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('names everybody who was deleted, and nothing else of them', async () => {
      const deletionsFile = newList();
      const store = await openStore(await fresh(), { operatorKey, deletionsFile });
      await fillPeople(store);
      await store.deletePerson(orla.id);
      await store.deletePerson(orla.id);
      await store.deletePerson('p-nobody');
      await store.close();
      expect(idsIn(deletionsFile)).toEqual([orla.id]);
      expect(readFileSync(deletionsFile, 'utf8')).not.toMatch(/Quillfeather|9990000018/);
      expect(statSync(deletionsFile).mode & 0o077).toBe(0);
    });

    test('is replayed on a database of before', async () => {
      const deletionsFile = newList();
      const [live, restored] = [await fresh(), await fresh()];
      const store = await openStore(live, { operatorKey, deletionsFile });
      await fillPeople(store);
      await adminOf(live, { operatorKey }).copy(live, restored);
      await store.deletePerson(orla.id);
      await store.close();
      const again = await openStore(restored, { operatorKey, deletionsFile });
      expect(await again.getPerson(orla.id)).toBeUndefined();
      expect(await again.getPerson(tam.id)).toStrictEqual(tam);
      expect((await auditOf(again, tam.id))[0]?.actorId).toMatch(/^deleted-/);
      await expect(again.createPerson(orla)).rejects.toMatchObject({ code: 'conflict' });
      await again.close();
      expect(idsIn(deletionsFile)).toEqual([orla.id]);
      expect((await adminOf(restored, { operatorKey }).check()).faults).toEqual([]);
    });

    test('is made from the database where there was none, and outlives a line that was cut off', async () => {
      const address = await fresh();
      const store = await openStore(address, { operatorKey });
      await fillPeople(store);
      await store.deletePerson(orla.id);
      await store.close();
      const deletionsFile = newList();
      await (await openStore(address, { operatorKey, deletionsFile })).close();
      expect(idsIn(deletionsFile)).toEqual([orla.id]);
      appendFileSync(deletionsFile, '{"subjectId":"p-9');
      const next = await openStore(address, { operatorKey, deletionsFile });
      await next.deletePerson(tam.id);
      await next.close();
      expect(readFileSync(deletionsFile, 'utf8').split('\n')).toContainEqual(expect.stringContaining(`"${tam.id}"`));
      await (await openStore(address, { operatorKey, deletionsFile })).close();
    });

    test('that cannot be written any more does not undo a deletion, and has it at the next start', async () => {
      const address = await fresh();
      const deletionsFile = newList();
      const store = await openStore(address, { operatorKey, deletionsFile });
      await fillPeople(store);
      rmSync(deletionsFile);
      mkdirSync(deletionsFile);
      await store.deletePerson(orla.id);
      expect(await store.getPerson(orla.id)).toBeUndefined();
      await store.close();
      rmSync(deletionsFile, { recursive: true });
      await (await openStore(address, { operatorKey, deletionsFile })).close();
      expect(idsIn(deletionsFile)).toEqual([orla.id]);
    });

    test('that cannot be read stops the start', async () => {
      await expect(openStore(await fresh(), { operatorKey, deletionsFile: folder })).rejects.toMatchObject({
        code: 'cannot-open',
      });
    });
  });
}
