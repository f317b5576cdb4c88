/** What is written together: all of it or nothing, and nobody else in between. */
import { describe, expect, test } from 'vitest';
import { auditOf } from '../../support/audit-of.ts';
import { auditLine } from './contract-values.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, accountOf, orla, tam, tokens } from './people-of-the-contract.ts';
import type { ContractStage } from './contract-stage.ts';

const RECEIPT_ID = 'r'.repeat(43);

function entryOf(id: string) {
  const content = { kind: 'note', about: [{ reference: 'Condition/x' }], text: id } as const;
  return { id, content, actorId: orla.id, at: AT_NINE };
}

function decisionOf(id: string) {
  const items = [{ reference: 'Condition/a' }, { reference: 'Condition/b' }] as const;
  return { id, kind: 'same', items, actorId: orla.id, at: AT_NINE } as const;
}

export function atomicallyContract(stage: ContractStage): void {
  describe('what is written together', () => {
    test('is there together, after a restart too, and answers with what the work gives', async () => {
      const given = await stage.store.atomically(orla.id, async (writes) => {
        await writes.addDecision(orla.id, decisionOf('d-1'));
        await writes.putAccount(accountOf(orla, 'hospital'), tokens);
        await writes.appendAudit(auditLine({ action: 'decision' }));
        await writes.appendAudit(auditLine({ action: 'link' }));
        return (await writes.listDecisions(orla.id)).length;
      });
      expect(given).toBe(1);
      await stage.restart();
      expect(await stage.store.listDecisions(orla.id)).toHaveLength(1);
      expect(await stage.store.getTokens(orla.id, 'account-hospital')).toStrictEqual(tokens);
      expect((await auditOf(stage.store, orla.id)).map(({ action }) => action)).toEqual(['decision', 'link']);
    });

    test('is not there at all where the work fails at its end', async () => {
      const failing = stage.store.atomically(orla.id, async (writes) => {
        await writes.addEntry(orla.id, entryOf('e-1'));
        await writes.putAccount(accountOf(orla, 'hospital'), tokens);
        await writes.addLeaveReceipt(RECEIPT_ID, '{}', AT_TEN);
        await writes.appendAudit(auditLine({}));
        await writes.deletePerson(tam.id);
        await writes.deletePerson(orla.id);
        throw new Error('down');
      });
      await expect(failing).rejects.toThrow('down');
      expect(await stage.store.getPerson(orla.id)).toStrictEqual(orla);
      expect(await stage.store.getPerson(tam.id)).toStrictEqual(tam);
      expect(await stage.store.listEntries(orla.id)).toEqual([]);
      expect(await stage.store.listAccounts(orla.id)).toEqual([]);
      expect(await stage.store.findLeaveReceipt(RECEIPT_ID, AT_NINE)).toBeUndefined();
      expect(await auditOf(stage.store, orla.id)).toEqual([]);
      await stage.store.addEntry(orla.id, entryOf('e-1'));
    });

    test('of nobody does nothing', async () => {
      let done = 0;
      const work = () => Promise.resolve((done += 1));
      await expect(stage.store.atomically('p-nobody', work)).rejects.toMatchObject({ code: 'not-found' });
      await stage.store.deletePerson(tam.id);
      await expect(stage.store.atomically(tam.id, work)).rejects.toMatchObject({ code: 'not-found' });
      expect(done).toBe(0);
    });

    test('what was counted inside still holds when it is written: many at once never exceed a limit', async () => {
      const other = await stage.another();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 === 0 ? stage.store : other).atomically(orla.id, async (writes) => {
            if ((await writes.countEntries(orla.id)).held >= 3) return false;
            await writes.addEntry(orla.id, entryOf(`e-${n}`));
            return true;
          }),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(3);
      expect(await stage.store.listEntries(orla.id)).toHaveLength(3);
    });

    test('lines of the log stay in order, written together and alone', async () => {
      for (const requestId of ['1', '2', '3', '4']) {
        const line = auditLine({ requestId });
        if (requestId === '2' || requestId === '3')
          await stage.store.atomically(orla.id, (writes) => writes.appendAudit(line));
        else await stage.store.appendAudit(line);
      }
      expect((await auditOf(stage.store, orla.id)).map(({ requestId }) => requestId)).toEqual(['1', '2', '3', '4']);
    });

    test('people who go together are gone, with a receipt, and a line for each that names nobody', async () => {
      await stage.store.atomically(orla.id, async (writes) => {
        for (const { id } of [tam, orla]) {
          await writes.appendAudit(auditLine({ subjectId: id, actorId: orla.id, action: 'leave' }));
          await writes.deletePerson(id);
        }
        await writes.addLeaveReceipt(RECEIPT_ID, '{"at":"then"}', AT_TEN);
      });
      await stage.restart();
      expect(await stage.store.getPerson(orla.id)).toBeUndefined();
      expect(await stage.store.getPerson(tam.id)).toBeUndefined();
      expect(await stage.store.findLeaveReceipt(RECEIPT_ID, AT_NINE)).toBe('{"at":"then"}');
      await expect(stage.store.createPerson(orla)).rejects.toMatchObject({ code: 'conflict' });
    });
  });

  describe('receipts for who has left', () => {
    test('are found by their id, until their time is over, by another gateway too', async () => {
      await stage.store.addLeaveReceipt(RECEIPT_ID, 'receipt', AT_TEN);
      const other = await stage.another();
      expect(await other.findLeaveReceipt(RECEIPT_ID, AT_NINE)).toBe('receipt');
      expect(await other.findLeaveReceipt('s'.repeat(43), AT_NINE)).toBeUndefined();
      expect(await other.findLeaveReceipt(RECEIPT_ID, AT_TEN)).toBeUndefined();
      await expect(other.addLeaveReceipt(RECEIPT_ID, 'another', AT_TEN)).rejects.toMatchObject({ code: 'conflict' });
    });

    test('are cleared once they are over', async () => {
      await stage.store.addLeaveReceipt(RECEIPT_ID, 'receipt', AT_TEN);
      await stage.store.deleteExpired(AT_NINE, AT_NINE);
      expect(await stage.store.findLeaveReceipt(RECEIPT_ID, AT_NINE)).toBe('receipt');
      await stage.store.deleteExpired(AT_ELEVEN, AT_NINE);
      expect(await stage.store.findLeaveReceipt(RECEIPT_ID, AT_NINE)).toBeUndefined();
    });
  });
}
