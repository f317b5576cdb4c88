/** What people add to their records, and how far they have seen the changes. */
import { describe, expect, test } from 'vitest';
import type { EntryContent, Looked, PersonEntry } from '../../../src/ports/person-entries.ts';
import type { ContractStage } from './contract-stage.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, orla, tam } from './people-of-the-contract.ts';

type NewEntry = Pick<PersonEntry, 'id' | 'content' | 'actorId' | 'at'>;

const medicine: NewEntry = {
  id: 'e-2',
  content: {
    kind: 'medicine',
    name: 'Ferrowick drops',
    dose: '2 drops',
    what: undefined,
    since: '2024-05',
    use: 'regular',
    sort: 'supplement',
  },
  actorId: orla.id,
  at: AT_TEN,
};
const question: NewEntry = {
  id: 'e-1',
  content: { kind: 'question', text: 'Do I still need it?', of: undefined, state: 'ask' },
  actorId: tam.id,
  at: AT_NINE,
};
const CONTENTS: readonly EntryContent[] = [
  {
    kind: 'medicine',
    name: 'A',
    dose: undefined,
    what: 'B',
    since: undefined,
    use: 'as-needed',
    sort: 'home-treatment',
  },
  { kind: 'allergy', name: 'A', reaction: undefined, sort: 'intolerance' },
  { kind: 'allergy', name: 'A', reaction: 'B', sort: 'allergy' },
  { kind: 'taking', about: [{ reference: 'Condition/x' }], how: 'not-taken', reason: undefined },
  { kind: 'note', about: [{ source: 'gp', resourceType: 'Condition', originalId: 'c1' }], text: 'A\nB' },
  { kind: 'question', text: 'A', of: 'key', state: 'leave-out' },
];
const holds = { withdrawnAt: undefined, withdrawnBy: undefined };
const looked: Looked = {
  since: { at: AT_NINE, wholeAt: { 'a-1': { Condition: AT_NINE } } },
  shown: { at: AT_TEN, wholeAt: {} },
};

export function entriesContract(stage: ContractStage): void {
  describe('entries', () => {
    test('come back as they were added, by time, after a restart too', async () => {
      expect(await stage.store.addEntry(orla.id, medicine)).toBe('added');
      expect(await stage.store.addEntry(orla.id, question)).toBe('added');
      await stage.restart();
      expect(await stage.store.listEntries(orla.id)).toStrictEqual([
        { ...question, ...holds },
        { ...medicine, ...holds },
      ]);
      expect(await stage.store.listEntries(tam.id)).toEqual([]);
      expect(await stage.store.listEntries('p-nobody')).toEqual([]);
    });

    test.each(CONTENTS)('%j comes back whole, what is unsaid with it', async (content) => {
      await stage.store.addEntry(orla.id, { ...medicine, content });
      expect((await stage.store.listEntries(orla.id))[0]?.content).toStrictEqual(content);
    });

    test('are added once for each person, however often and wherever sent', async () => {
      const other = await stage.another();
      const answers = await Promise.all([
        stage.store.addEntry(orla.id, medicine),
        other.addEntry(orla.id, medicine),
        stage.store.addEntry(orla.id, medicine),
      ]);
      expect(answers.toSorted()).toEqual(['added', 'known', 'known']);
      expect(await stage.store.addEntry(tam.id, { ...question, id: medicine.id })).toBe('added');
      expect(await stage.store.listEntries(orla.id)).toStrictEqual([{ ...medicine, ...holds }]);
      await expect(stage.store.addEntry('p-nobody', medicine)).rejects.toMatchObject({ code: 'not-found' });
    });

    test('take the place of one that holds, both or neither, and one of many that try', async () => {
      await stage.store.addEntry(orla.id, medicine);
      const changed = { ...medicine, at: AT_ELEVEN, actorId: tam.id };
      const other = await stage.another();
      const answers = await Promise.all([
        stage.store.addEntry(orla.id, { ...changed, id: 'e-3' }, medicine.id),
        other.addEntry(orla.id, { ...changed, id: 'e-4' }, medicine.id),
      ]);
      expect(answers.toSorted()).toEqual(['added', 'gone']);
      const [before, now, ...more] = await stage.store.listEntries(orla.id);
      expect(before).toStrictEqual({ ...medicine, withdrawnAt: AT_ELEVEN, withdrawnBy: tam.id });
      expect(now).toMatchObject({ content: medicine.content, replaces: medicine.id, withdrawnAt: undefined });
      expect(more).toEqual([]);
      expect(await stage.store.addEntry(tam.id, { ...changed, id: 'e-5' }, now?.id)).toBe('gone');
      expect(await stage.store.addEntry(orla.id, { ...changed, id: 'e-6' }, 'e-none')).toBe('gone');
      expect(await stage.store.addEntry(orla.id, medicine, now?.id)).toBe('known');
      expect(await stage.store.listEntries(orla.id)).toHaveLength(2);
    });

    test('are taken back once, by whom and when is kept, and nobody takes back those of another record', async () => {
      await stage.store.addEntry(orla.id, medicine);
      const by = { actorId: tam.id, at: AT_ELEVEN };
      expect(await stage.store.withdrawEntry(tam.id, medicine.id, by)).toBe(false);
      expect(await stage.store.withdrawEntry(orla.id, 'e-9', by)).toBe(false);
      await stage.store.addEntry(orla.id, { ...question, id: 'e-8' });
      await stage.store.addEntry(tam.id, question);
      expect(await stage.store.countEntries(orla.id)).toEqual({ ever: 2, held: 2 });
      expect(await stage.store.withdrawEntry(orla.id, medicine.id, by)).toBe(true);
      expect(await stage.store.countEntries(orla.id)).toEqual({ ever: 2, held: 1 });
      expect(await stage.store.countEntries('p-nobody')).toEqual({ ever: 0, held: 0 });
      expect(await stage.store.withdrawEntry(orla.id, medicine.id, { actorId: orla.id, at: AT_TEN })).toBe(false);
      expect((await stage.store.listEntries(orla.id))[1]).toStrictEqual({
        ...medicine,
        withdrawnAt: AT_ELEVEN,
        withdrawnBy: tam.id,
      });
    });

    test('make another version of the person, added and taken back; those of others do not', async () => {
      const versions = [await stage.store.personVersion(orla.id)];
      await stage.store.addEntry(tam.id, question);
      expect(await stage.store.personVersion(orla.id)).toBe(versions[0]);
      await stage.store.addEntry(orla.id, medicine);
      versions.push(await stage.store.personVersion(orla.id));
      await stage.store.withdrawEntry(orla.id, medicine.id, { actorId: orla.id, at: AT_ELEVEN });
      versions.push(await stage.store.personVersion(orla.id));
      expect(new Set(versions).size).toBe(3);
    });

    test('go with the person; what they added for others stays under a pseudonym', async () => {
      await stage.store.addEntry(orla.id, medicine);
      await stage.store.addEntry(tam.id, { ...medicine, id: 'e-7' });
      await stage.store.addEntry(tam.id, question);
      await stage.store.withdrawEntry(tam.id, question.id, { actorId: orla.id, at: AT_ELEVEN });
      await stage.store.setLastLooked(tam.id, orla.id, looked);
      await stage.store.deletePerson(orla.id);
      expect(await stage.store.listEntries(orla.id)).toEqual([]);
      const [withdrawn, kept] = await stage.store.listEntries(tam.id);
      expect(kept?.actorId).toMatch(/^deleted-[0-9a-f]{24}$/);
      expect(withdrawn).toMatchObject({ actorId: tam.id, withdrawnBy: kept?.actorId });
      expect(await stage.store.lastLooked(tam.id, orla.id)).toBeUndefined();
    });
  });

  describe('how far the changes were seen', () => {
    test('is kept for each record and actor, the latest, after a restart too', async () => {
      expect(await stage.store.lastLooked(orla.id, tam.id)).toBeUndefined();
      await stage.store.setLastLooked(orla.id, tam.id, { shown: looked.shown });
      await stage.store.setLastLooked(orla.id, orla.id, { shown: { at: AT_ELEVEN, wholeAt: {} } });
      await stage.store.setLastLooked(orla.id, tam.id, looked);
      await stage.restart();
      expect(await stage.store.lastLooked(orla.id, tam.id)).toStrictEqual(looked);
      expect(await stage.store.lastLooked(orla.id, orla.id)).toStrictEqual({ shown: { at: AT_ELEVEN, wholeAt: {} } });
      expect(await stage.store.lastLooked(tam.id, tam.id)).toBeUndefined();
      await expect(stage.store.setLastLooked('p-nobody', tam.id, looked)).rejects.toMatchObject({ code: 'not-found' });
    });

    test('is no change of the record', async () => {
      const version = await stage.store.personVersion(orla.id);
      await stage.store.setLastLooked(orla.id, orla.id, looked);
      expect(await stage.store.personVersion(orla.id)).toBe(version);
    });
  });
}
