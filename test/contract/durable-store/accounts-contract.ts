/** Linked accounts and their tokens. */
import { describe, expect, test } from 'vitest';
import { AT_NINE, AT_TEN, accountOf, delivered, orla, pullOf, tam, tokens } from './people-of-the-contract.ts';
import { refusals } from './contract-values.ts';
import type { ContractStage } from './contract-stage.ts';

export function accountsContract(stage: ContractStage): void {
  describe('accounts and tokens', () => {
    const confirmed = accountOf(orla, 'gp', {
      id: 'account-2',
      actorId: tam.id,
      sourcePatientId: undefined,
      identity: {
        result: 'insufficient',
        agreed: [],
        contradicted: ['birth-date'],
        confirmedBy: tam.id,
        confirmedAt: AT_TEN,
      },
      state: 'needs-sign-in',
      lastSuccessAt: AT_NINE,
      lastTriedAt: AT_TEN,
      lastFailure: 'The sign-in has expired.',
      outcomes: [
        {
          type: 'Condition',
          state: 'done',
          received: 3,
          reason: undefined,
          wholeAt: AT_NINE,
          asOf: AT_NINE,
          increment: true,
        },
        { type: 'Immunization', state: 'refused', received: 0, reason: 'The source said no.' },
      ],
      consent: { at: AT_NINE, words: 'I agree.', scope: 'system/Condition.rs' },
      signedInAt: AT_NINE,
      signInEndsAt: AT_TEN,
      signInLastedMs: 3_600_000,
    });

    test('come back as they were written, per person', async () => {
      await stage.store.putAccount(accountOf(orla, 'hospital'));
      await stage.store.putAccount(confirmed);
      await stage.store.putAccount(accountOf(tam, 'hospital'));
      await stage.restart();
      expect(await stage.store.listAccounts(orla.id)).toStrictEqual([confirmed, accountOf(orla, 'hospital')]);
      expect(await stage.store.getAccount(orla.id, confirmed.id)).toStrictEqual(confirmed);
      expect(await stage.store.getAccount(tam.id, confirmed.id)).toBeUndefined();
      expect(await stage.store.listAccounts(tam.id)).toStrictEqual([accountOf(tam, 'hospital')]);
      expect(await stage.store.listAccounts('p-nobody')).toEqual([]);
    });

    test('one account per source: the same is replaced, a second is refused', async () => {
      await stage.store.putAccount(accountOf(orla, 'hospital'));
      await stage.store.putAccount(accountOf(orla, 'hospital', { state: 'unreachable' }));
      expect((await stage.store.listAccounts(orla.id)).map(({ state }) => state)).toEqual(['unreachable']);
      await expect(stage.store.putAccount(accountOf(orla, 'hospital', { id: 'other' }))).rejects.toMatchObject({
        code: 'conflict',
      });
      await expect(stage.store.putAccount({ ...confirmed, subjectId: 'p-nobody' })).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    test('every write to the person or an account of theirs gives another version; nothing else does', async () => {
      const second = await stage.another();
      const seen = new Set<string | undefined>();
      const isNew = async () => {
        const version = await second.personVersion(orla.id);
        expect(await stage.store.personVersion(orla.id)).toBe(version);
        const before = seen.size;
        seen.add(version);
        return seen.size > before;
      };
      expect(await isNew()).toBe(true);
      await stage.store.putAccount(accountOf(orla, 'hospital'));
      expect(await isNew()).toBe(true);
      // The same again: one may look too often, never too seldom.
      await stage.store.putAccount(accountOf(orla, 'hospital'));
      expect(await isNew()).toBe(true);
      await stage.store.updatePerson({ ...orla, birthDate: '1951-04-02' });
      expect(await isNew()).toBe(true);
      await stage.store.writePull(accountOf(orla, 'hospital', { lastTriedAt: AT_TEN }), pullOf(AT_TEN));
      expect(await isNew()).toBe(true);
      await stage.store.putAccount(accountOf(tam, 'hospital'));
      await stage.store.updatePerson({ ...tam, birthDate: '1951-04-02' });
      expect(await isNew()).toBe(false);
      await stage.store.deleteAccount(orla.id, accountOf(orla, 'hospital').id);
      expect(await isNew()).toBe(true);
      await stage.store.deletePerson(orla.id);
      expect(await stage.store.personVersion(orla.id)).toBeUndefined();
      expect(await stage.store.personVersion('p-nobody')).toBeUndefined();
    });

    test('of eight who link one source at the same time, one is first', async () => {
      const second = await stage.another();
      const attempts = Array.from({ length: 8 }, (_, n) =>
        (n % 2 === 0 ? stage.store : second).putAccount(accountOf(orla, 'hospital', { id: `racer-${n}` })),
      );
      expect(await refusals(attempts)).toEqual(Array<string>(7).fill('conflict'));
      expect(await stage.store.listAccounts(orla.id)).toHaveLength(1);
    });

    test('tokens are kept per person and account, replaced and deleted', async () => {
      await stage.store.putAccount(accountOf(orla, 'hospital'));
      await stage.store.putAccount(accountOf(tam, 'hospital'));
      await stage.store.putTokens(orla.id, 'account-hospital', tokens);
      const bare = { accessToken: 'a', refreshToken: undefined, expiresAt: undefined, scope: '' };
      await stage.store.putTokens(tam.id, 'account-hospital', tokens);
      await stage.store.putTokens(tam.id, 'account-hospital', bare);
      await stage.restart();
      expect(await stage.store.getTokens(orla.id, 'account-hospital')).toStrictEqual(tokens);
      expect(await stage.store.getTokens(tam.id, 'account-hospital')).toStrictEqual(bare);
      await stage.store.deleteTokens(orla.id, 'account-hospital');
      expect(await stage.store.getTokens(orla.id, 'account-hospital')).toBeUndefined();
      expect(await stage.store.getTokens(tam.id, 'account-hospital')).toStrictEqual(bare);
    });

    test('tokens for an account that was unlinked are refused', async () => {
      await expect(stage.store.putTokens(orla.id, 'account-hospital', tokens)).rejects.toMatchObject({
        code: 'conflict',
      });
      await expect(stage.store.putTokens('p-nobody', 'account-hospital', tokens)).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    test('unlinking takes tokens and resources along, of this account only', async () => {
      for (const person of [orla, tam]) {
        await stage.store.putAccount(accountOf(person, 'hospital'));
        await stage.store.putTokens(person.id, 'account-hospital', tokens);
        await stage.store.writePull(accountOf(person, 'hospital'), pullOf(AT_TEN, delivered('m1', 'Ferrowick')));
      }
      await stage.store.deleteAccount(orla.id, 'account-hospital');
      expect(await stage.store.getAccount(orla.id, 'account-hospital')).toBeUndefined();
      expect(await stage.store.getTokens(orla.id, 'account-hospital')).toBeUndefined();
      expect(await stage.store.listResources(orla.id, 'account-hospital')).toEqual([]);
      expect(await stage.store.getTokens(tam.id, 'account-hospital')).toStrictEqual(tokens);
      expect(await stage.store.listResources(tam.id, 'account-hospital')).toHaveLength(1);
    });

    test('what is due is taken longest due first, by one of eight takers, until its time has come again', async () => {
      const due = [
        { ...accountOf(orla, 'hospital'), nextReadingAt: AT_TEN },
        { ...accountOf(orla, 'gp', { id: 'account-2' }), nextReadingAt: AT_NINE },
        { ...accountOf(tam, 'hospital'), nextReadingAt: AT_NINE },
      ];
      for (const account of due) await stage.store.putAccount(account);
      await stage.store.putAccount(accountOf(tam, 'gp', { id: 'account-4' }));
      const until = '2026-11-20T12:00:00.000Z';
      const first = await stage.store.takeDueAccounts({ now: AT_NINE, until, limit: 1 });
      expect(first.map(({ nextReadingAt }) => nextReadingAt)).toEqual([until]);
      const rest = await Promise.all(
        Array.from({ length: 8 }, () => stage.store.takeDueAccounts({ now: AT_TEN, until, limit: 10 })),
      );
      const taken = [...first, ...rest.flat()].map(({ subjectId, source }) => `${subjectId} ${source}`);
      expect(taken.toSorted()).toEqual(due.map(({ subjectId, source }) => `${subjectId} ${source}`).toSorted());
      expect(await stage.store.takeDueAccounts({ now: until, until: AT_TEN, limit: 10 })).toHaveLength(3);
      await stage.store.planReading(tam.id, accountOf(tam, 'hospital').id, undefined);
      await stage.store.planReading(orla.id, 'nobody', AT_NINE);
      expect((await stage.store.getAccount(tam.id, accountOf(tam, 'hospital').id))?.nextReadingAt).toBeUndefined();
      expect(await stage.store.takeDueAccounts({ now: until, until, limit: 10 })).toHaveLength(2);
    });
  });
}
