/** The operator's key is changed while gateways with the older and the newer configuration run. */
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createOperatorKeyring } from '../../../src/store/encryption/operator-keyring.ts';
import { AT_NINE, orla, tam } from '../durable-store/people-of-the-contract.ts';
import { appClient } from '../durable-store/apps-contract.ts';
import { adminOf, inEngine, openStore, type FreshAddress } from './engine-under-test.ts';
import { everythingOf, fillPeople } from './full-store.ts';

export function rewrapContract(fresh: FreshAddress): void {
  describe('a change of the operator’s key', () => {
    const before = { operatorKey: randomBytes(32) };
    const after = { operatorKey: randomBytes(32) };
    const both = { ...after, previousOperatorKey: before.operatorKey };
    const idOf = (keys: typeof before) => createOperatorKeyring(keys).preferred.id;

    test('gateways with the older and the newer configuration run side by side', async () => {
      const address = await fresh();
      const older = await openStore(address, before);
      await fillPeople(older);
      const newer = await openStore(address, both);
      expect(await everythingOf(newer, orla)).toStrictEqual(await everythingOf(older, orla));
      await newer.createPerson({ ...tam, id: 'p-by-newer', identities: [] });
      await newer.addAppClient(appClient('app-by-newer', { method: 'none' }));
      await older.createPerson({ ...tam, id: 'p-by-older', identities: [] });
      expect((await older.getPerson('p-by-newer'))?.id).toBe('p-by-newer');
      expect((await older.findAppClient('app-by-newer'))?.clientId).toBe('app-by-newer');
      expect((await newer.getPerson('p-by-older'))?.id).toBe('p-by-older');
      await older.close();
      await newer.close();
    });

    test('leaves everything as it was, under the new key alone, while people go on coming', async () => {
      const address = await fresh();
      const first = await openStore(address, before);
      await fillPeople(first);
      const was = [await everythingOf(first, orla), await everythingOf(first, tam)];
      for (let n = 0; n < 250; n++) await first.createPerson({ ...tam, id: `p-early-${n}`, identities: [] });
      await first.close();

      const gateways = [await openStore(address, both), await openStore(address, both)];
      const change = adminOf(address, both).changeOperatorKey();
      const isDone = change.then(() => true);
      const notYet = nextTurn(false);
      let came = 0;
      for (; !(await Promise.race([isDone, notYet])); came++) {
        await gateways[came % 2]?.createPerson({ ...tam, id: `p-late-${came}`, identities: [] });
        expect((await gateways[(came + 1) % 2]?.getPerson(`p-late-${came}`))?.id).toBe(`p-late-${came}`);
        await nextTurn();
      }
      expect(await change).toBeGreaterThanOrEqual(252);
      expect([await everythingOf(gateways[0] ?? first, orla), await everythingOf(gateways[1] ?? first, tam)]).toEqual(
        was,
      );
      for (const gateway of gateways) await gateway.close();

      const last = await openStore(address, after);
      expect([await everythingOf(last, orla), await everythingOf(last, tam)]).toStrictEqual(was);
      for (const id of ['p-early-0', 'p-early-249', ...(came > 0 ? ['p-late-0', `p-late-${came - 1}`] : [])]) {
        expect((await last.getPerson(id))?.id).toBe(id);
      }
      await last.close();
      const { faults, underPreviousKey } = await adminOf(address, after).check();
      expect([faults, underPreviousKey]).toEqual([[], 0]);
      const wrappedBy = await inEngine(address, ({ db }) =>
        db.selectFrom('person_key').select('operator_key_id').distinct().execute(),
      );
      expect(wrappedBy).toEqual([{ operator_key_id: idOf(after) }]);
      for (const keys of [before, { operatorKey: randomBytes(32) }]) {
        await expect(openStore(address, keys)).rejects.toMatchObject({ code: 'wrong-operator-key' });
      }
    });

    test('that was broken off is told, and goes on where it was', async () => {
      const address = await fresh();
      const store = await openStore(address, before);
      await fillPeople(store);
      const was = await everythingOf(store, orla);
      await store.close();
      const read = () =>
        inEngine(address, async ({ db }) => ({
          keys: await db
            .selectFrom('person_key')
            .selectAll()
            .where('subject_id', '=', orla.id)
            .executeTakeFirstOrThrow(),
          secret: await db.selectFrom('store_secret').selectAll().executeTakeFirstOrThrow(),
        }));
      const early = await read();
      await adminOf(address, both).changeOperatorKey();
      // As it rests between two of its steps.
      await inEngine(address, async ({ db }) => {
        await db.updateTable('person_key').set(early.keys).where('subject_id', '=', orla.id).execute();
        await db.insertInto('store_secret').values(early.secret).execute();
      });
      await expect(openStore(address, after)).rejects.toMatchObject({
        code: 'wrong-operator-key',
        message: expect.stringContaining('PHR_OPERATOR_KEY_PREVIOUS is still needed') as string,
      });
      expect((await adminOf(address, both).check()).underPreviousKey).toBe(1);
      // With the new key alone nothing is forgotten.
      await expect(adminOf(address, after).changeOperatorKey()).rejects.toThrow('PHR_OPERATOR_KEY_PREVIOUS is needed');
      await expect(openStore(address, after)).rejects.toMatchObject({ code: 'wrong-operator-key' });
      expect(await adminOf(address, both).changeOperatorKey()).toBe(1);
      const last = await openStore(address, after);
      expect(await everythingOf(last, orla)).toStrictEqual(was);
      await last.addSigningKeys([
        { keyId: 'k', algorithm: 'RS256', generation: 2, createdAt: AT_NINE, privateKey: { kty: 'RSA' } },
      ]);
      await last.close();
    });

    test('is refused to a key that is neither', async () => {
      const address = await fresh();
      await (await openStore(address, before)).close();
      await expect(adminOf(address, after).changeOperatorKey()).rejects.toMatchObject({ code: 'wrong-operator-key' });
      await (await openStore(address, before)).close();
    });
  });
}
