/** What deleting a person leaves. */
import { describe, expect, test } from 'vitest';
import { AT_NINE, AT_TEN, accountOf, delivered, orla, pullOf, tam, tokens } from './people-of-the-contract.ts';
import { auditLine, ledgerRow } from './contract-values.ts';
import type { ContractStage } from './contract-stage.ts';
import { auditOf } from '../../support/audit-of.ts';

export function deletionContract(stage: ContractStage): void {
  describe('deleting a person', () => {
    async function fill(): Promise<void> {
      for (const person of [orla, tam]) {
        await stage.store.putAccount(accountOf(person, 'hospital', { actorId: orla.id }));
        await stage.store.putTokens(person.id, 'account-hospital', tokens);
        await stage.store.writePull(
          accountOf(person, 'hospital', { actorId: orla.id }),
          pullOf(AT_TEN, delivered('m1', 'Ferrowick')),
        );
        await stage.store.writeLedger(person.id, 'unified', [ledgerRow('Condition/u1')]);
        await stage.store.addRepresentation({
          subjectId: person.id,
          actorId: orla.id,
          relationship: 'carer',
          since: AT_NINE,
          until: undefined,
        });
      }
      await stage.store.appendAudit(auditLine({}));
      await stage.store.appendAudit(auditLine({ subjectId: tam.id, actorId: orla.id }));
      await stage.store.appendAudit(auditLine({ subjectId: tam.id, actorId: tam.id }));
    }

    test('leaves nothing of them and everything of the other', async () => {
      await fill();
      await stage.store.deletePerson(orla.id);
      await stage.restart();
      expect(await stage.store.getPerson(orla.id)).toBeUndefined();
      expect(
        await stage.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'sub-of-orla' }),
      ).toBeUndefined();
      expect(await stage.store.listAccounts(orla.id)).toEqual([]);
      expect(await stage.store.getTokens(orla.id, 'account-hospital')).toBeUndefined();
      expect(await stage.store.listResources(orla.id, 'account-hospital')).toEqual([]);
      expect(await stage.store.readLedger(orla.id, 'unified')).toEqual([]);
      expect(await stage.store.listRepresentations(orla.id)).toEqual([]);
      expect(await auditOf(stage.store, orla.id)).toEqual([]);
      await expect(stage.store.recordKey(orla.id)).rejects.toMatchObject({ code: 'not-found' });

      expect(await stage.store.getPerson(tam.id)).toStrictEqual(tam);
      expect(await stage.store.getTokens(tam.id, 'account-hospital')).toStrictEqual(tokens);
      expect(await stage.store.listResources(tam.id, 'account-hospital')).toHaveLength(1);
      expect(await stage.store.readLedger(tam.id, 'unified')).toHaveLength(1);
    });

    test('what they did for others keeps one pseudonym in the place of their id', async () => {
      await fill();
      await stage.store.deletePerson(orla.id);
      const [byOrla, byTam] = await auditOf(stage.store, tam.id);
      expect(byOrla?.actorId).toMatch(/^deleted-[0-9a-f]{24}$/);
      expect(byTam?.actorId).toBe(tam.id);
      expect((await stage.store.getAccount(tam.id, 'account-hospital'))?.actorId).toBe(byOrla?.actorId);
      // What was done to the deleted person's own record: that it was, not what it was about.
      expect(await auditOf(stage.store, byOrla?.actorId ?? '')).toMatchObject([
        { action: 'read', types: [], sources: [], reference: undefined, query: undefined, notes: [] },
      ]);
    });

    test('the nameless log of theirs ends at its time; nobody else’s does', async () => {
      await fill();
      await stage.store.appendAudit(auditLine({ at: AT_TEN }));
      await stage.store.deletePerson(orla.id);
      const [byOrla] = await auditOf(stage.store, tam.id);
      const pseudonym = byOrla?.actorId ?? '';
      expect(await stage.store.deleteNamelessAudit(AT_NINE)).toBe(0);
      expect(await auditOf(stage.store, pseudonym)).toHaveLength(2);
      expect(await stage.store.deleteNamelessAudit(AT_TEN)).toBe(1);
      await stage.restart();
      const kept = await auditOf(stage.store, pseudonym);
      expect(kept.map(({ at, requestId }) => [at, requestId])).toEqual([[AT_TEN, undefined]]);
      expect(await auditOf(stage.store, tam.id)).toHaveLength(2);
    });

    test('twice does no harm; the id is never given again', async () => {
      await stage.store.deletePerson(orla.id);
      await stage.store.deletePerson(orla.id);
      await stage.store.deletePerson('p-nobody');
      await expect(stage.store.createPerson(orla)).rejects.toMatchObject({ code: 'conflict' });
      await stage.store.createPerson({ ...orla, id: 'p-new' });
      expect((await stage.store.getPerson('p-new'))?.name).toEqual(orla.name);
    });
  });
}
