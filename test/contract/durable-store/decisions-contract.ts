/** What people decided about their records. */
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/record/decide/decision.ts';
import type { ContractStage } from './contract-stage.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, orla, tam } from './people-of-the-contract.ts';

const joined: Decision = {
  id: 'd-2',
  kind: 'same',
  items: [{ source: 'gp', resourceType: 'Condition', originalId: 'c1' }, { reference: 'Condition/hospital-0f3a' }],
  actorId: orla.id,
  at: AT_TEN,
  reason: 'Both are my Ferrowick',
};
const parted: Decision = { ...joined, id: 'd-1', kind: 'not-same', at: AT_NINE, actorId: tam.id };
const holds = { withdrawnAt: undefined, withdrawnBy: undefined };

export function decisionsContract(stage: ContractStage): void {
  describe('decisions', () => {
    test('come back as they were taken, by time, after a restart too', async () => {
      await stage.store.addDecision(orla.id, joined);
      await stage.store.addDecision(orla.id, parted);
      await stage.restart();
      expect(await stage.store.listDecisions(orla.id)).toStrictEqual([
        { ...parted, ...holds },
        { ...joined, ...holds },
      ]);
      expect(await stage.store.listDecisions(tam.id)).toEqual([]);
      expect(await stage.store.listDecisions('p-nobody')).toEqual([]);
    });

    test('an id is taken once for each person', async () => {
      await stage.store.addDecision(orla.id, joined);
      await expect(stage.store.addDecision(orla.id, { ...joined, kind: 'not-same' })).rejects.toMatchObject({
        code: 'conflict',
      });
      await stage.store.addDecision(tam.id, parted);
      await stage.store.addDecision(tam.id, { ...parted, id: joined.id });
      expect(await stage.store.listDecisions(orla.id)).toStrictEqual([{ ...joined, ...holds }]);
      await expect(stage.store.addDecision('p-nobody', joined)).rejects.toMatchObject({ code: 'not-found' });
    });

    test('are withdrawn once, by whom and when is kept, and nobody withdraws those of another record', async () => {
      await stage.store.addDecision(orla.id, joined);
      const by = { actorId: tam.id, at: AT_ELEVEN };
      expect(await stage.store.withdrawDecision(tam.id, joined.id, by)).toBe(false);
      expect(await stage.store.withdrawDecision(orla.id, 'd-9', by)).toBe(false);
      expect(await stage.store.withdrawDecision(orla.id, joined.id, by)).toBe(true);
      expect(await stage.store.withdrawDecision(orla.id, joined.id, { actorId: orla.id, at: AT_TEN })).toBe(false);
      expect(await stage.store.listDecisions(orla.id)).toStrictEqual([
        { ...joined, withdrawnAt: AT_ELEVEN, withdrawnBy: tam.id },
      ]);
    });

    test('make another version of the person, taken and withdrawn; those of others do not', async () => {
      const versions = [await stage.store.personVersion(orla.id)];
      await stage.store.addDecision(tam.id, parted);
      expect(await stage.store.personVersion(orla.id)).toBe(versions[0]);
      await stage.store.addDecision(orla.id, joined);
      versions.push(await stage.store.personVersion(orla.id));
      await stage.store.withdrawDecision(orla.id, joined.id, { actorId: orla.id, at: AT_ELEVEN });
      versions.push(await stage.store.personVersion(orla.id));
      expect(new Set(versions).size).toBe(3);
    });

    test('go with the person; what they decided for others stays under a pseudonym', async () => {
      await stage.store.addDecision(orla.id, joined);
      await stage.store.addDecision(tam.id, { ...joined, id: 'd-3' });
      await stage.store.addDecision(tam.id, { ...parted, id: 'd-4', actorId: tam.id });
      await stage.store.withdrawDecision(tam.id, 'd-4', { actorId: orla.id, at: AT_ELEVEN });
      await stage.store.deletePerson(orla.id);
      expect(await stage.store.listDecisions(orla.id)).toEqual([]);
      const [withdrawn, kept] = await stage.store.listDecisions(tam.id);
      expect(kept?.actorId).toMatch(/^deleted-[0-9a-f]{24}$/);
      expect(withdrawn).toMatchObject({ actorId: tam.id, withdrawnBy: kept?.actorId });
    });
  });
}
