/** People, identities, keys and representations. */
import { describe, expect, test } from 'vitest';
import { AT_ELEVEN, AT_NINE, AT_TEN, orla, tam } from './people-of-the-contract.ts';
import { refusals } from './contract-values.ts';
import type { ContractStage } from './contract-stage.ts';

export function peopleContract(stage: ContractStage): void {
  describe('people', () => {
    test('come back as they were written, after a restart too', async () => {
      await stage.restart();
      expect(await stage.store.getPerson(orla.id)).toStrictEqual(orla);
      expect(await stage.store.getPerson(tam.id)).toStrictEqual(tam);
      expect(await stage.store.getPerson('p-nobody')).toBeUndefined();
    });

    test('are found by issuer and sub together', async () => {
      expect(
        (await stage.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'sub-of-orla' }))?.id,
      ).toBe(orla.id);
      expect(
        (await stage.store.findPersonByIdentity({ issuer: 'https://other.example', sub: 'sub-of-orla' }))?.id,
      ).toBe(tam.id);
      expect(
        await stage.store.findPersonByIdentity({ issuer: 'https://other.example', sub: 'sub-of-tam' }),
      ).toBeUndefined();
    });

    test('are found by an identifier somebody vouched for, under its system, while one person alone has it', async () => {
      const [number] = orla.identifiers;
      const value = number?.value ?? '';
      const system = number?.system ?? '';
      expect(await stage.store.findPersonByIdentifier({ system, value })).toStrictEqual(orla);
      expect(await stage.store.findPersonByIdentifier({ system: 'https://other.example', value })).toBeUndefined();
      expect(await stage.store.findPersonByIdentifier({ system, value: `${value} ` })).toBeUndefined();
      await stage.store.updatePerson({ ...tam, identifiers: [{ system, value, verifiedBy: 'hospital' }] });
      expect(await stage.store.findPersonByIdentifier({ system, value })).toBeUndefined();
      // Twice for one person is one person.
      const twice = { system, value, verifiedBy: 'gp' };
      await stage.store.updatePerson({ ...orla, identifiers: [...orla.identifiers, twice] });
      await stage.store.updatePerson(tam);
      await stage.restart();
      expect((await stage.store.findPersonByIdentifier({ system, value }))?.id).toBe(orla.id);
      await stage.store.deletePerson(orla.id);
      expect(await stage.store.findPersonByIdentifier({ system, value })).toBeUndefined();
    });

    test('are changed with their identities; the other person is not', async () => {
      const moved = { ...orla, identities: [{ issuer: 'https://new.example', sub: 'n' }], birthDate: '1951-04-02' };
      await stage.store.updatePerson(moved);
      expect(await stage.store.getPerson(orla.id)).toStrictEqual(moved);
      expect(
        await stage.store.findPersonByIdentity({ issuer: 'https://sign-in.example', sub: 'sub-of-orla' }),
      ).toBeUndefined();
      expect((await stage.store.findPersonByIdentity({ issuer: 'https://new.example', sub: 'n' }))?.id).toBe(orla.id);
      expect(await stage.store.getPerson(tam.id)).toStrictEqual(tam);
      await expect(stage.store.updatePerson({ ...orla, id: 'p-nobody' })).rejects.toMatchObject({ code: 'not-found' });
    });

    test('an identity belongs to one person; a refused change leaves everything as it was', async () => {
      await expect(stage.store.updatePerson({ ...tam, identities: orla.identities })).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await stage.store.getPerson(tam.id)).toStrictEqual(tam);
      expect(
        (await stage.store.findPersonByIdentity({ issuer: 'https://other.example', sub: 'sub-of-orla' }))?.id,
      ).toBe(tam.id);
      await expect(stage.store.createPerson({ ...orla, id: 'p-2' })).rejects.toMatchObject({ code: 'conflict' });
      expect(await stage.store.getPerson('p-2')).toBeUndefined();
    });

    test('of eight who register one identity at the same time, one is first', async () => {
      const second = await stage.another();
      const identities = [{ issuer: 'https://sign-in.example', sub: 'sub-of-ines' }];
      const attempts = Array.from({ length: 8 }, (_, n) =>
        (n % 2 === 0 ? stage.store : second).createPerson({ ...tam, id: `p-racer-${n}`, identities }),
      );
      expect(await refusals(attempts)).toEqual(Array<string>(7).fill('conflict'));
    });

    test('have each a record key of 32 bytes that stays', async () => {
      const key = await stage.store.recordKey(orla.id);
      expect(key.byteLength).toBe(32);
      await stage.restart();
      expect(await stage.store.recordKey(orla.id)).toEqual(key);
      expect(await stage.store.recordKey(tam.id)).not.toEqual(key);
      await expect(stage.store.recordKey('p-nobody')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe('representations', () => {
    const forTam = {
      subjectId: tam.id,
      actorId: orla.id,
      relationship: 'parent',
      since: AT_TEN,
      until: AT_ELEVEN,
    } as const;

    test('are listed by actor', async () => {
      const self = {
        subjectId: orla.id,
        actorId: orla.id,
        relationship: 'self',
        since: AT_NINE,
        until: undefined,
      } as const;
      await stage.store.addRepresentation(forTam);
      await stage.store.addRepresentation(self);
      expect(await stage.store.listRepresentations(orla.id)).toStrictEqual([self, forTam]);
      expect(await stage.store.listRepresentations(tam.id)).toEqual([]);
      expect(await stage.store.listRepresentationsOf(tam.id)).toStrictEqual([forTam]);
      expect(await stage.store.listRepresentationsOf(orla.id)).toStrictEqual([self]);
    });

    test('the same one again replaces its dates; one for nobody is refused', async () => {
      await stage.store.addRepresentation(forTam);
      await stage.store.addRepresentation({ ...forTam, until: undefined });
      expect(await stage.store.listRepresentations(orla.id)).toStrictEqual([{ ...forTam, until: undefined }]);
      await expect(stage.store.addRepresentation({ ...forTam, subjectId: 'p-nobody' })).rejects.toMatchObject({
        code: 'conflict',
      });
    });
  });
}
