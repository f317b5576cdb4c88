/** What sources delivered, pull after pull. */
import { describe, expect, test, beforeEach } from 'vitest';
import { AT_ELEVEN, AT_NINE, AT_TEN, accountOf, delivered, orla, pullOf, tam } from './people-of-the-contract.ts';
import type { ContractStage } from './contract-stage.ts';

export function pullsContract(stage: ContractStage): void {
  describe('pulls', () => {
    const account = accountOf(orla, 'hospital');
    const read = (at: string) => accountOf(orla, 'hospital', { lastTriedAt: at, lastSuccessAt: at });
    const seen = async () =>
      (await stage.store.listResources(orla.id, account.id)).map((row) => [row.text, row.firstSeenAt, row.lastSeenAt]);

    beforeEach(async () => {
      await stage.store.putAccount(account);
      await stage.store.putAccount(accountOf(tam, 'hospital'));
    });

    test('keep every resource exactly as received, and the account beside it', async () => {
      const odd = delivered(undefined, 'Ünïcode 💊 \\u00e9', {
        fullUrl: undefined,
        at: 'line 7',
        unreadable: 'cut off',
      });
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, odd));
      await stage.restart();
      const stamps = { firstSeenAt: AT_NINE, lastSeenAt: AT_NINE };
      expect(await stage.store.listResources(orla.id, account.id)).toStrictEqual([{ ...odd, ...stamps }]);
      expect(await stage.store.getAccount(orla.id, account.id)).toStrictEqual(read(AT_NINE));
      expect(await stage.store.listResources(tam.id, account.id)).toEqual([]);
    });

    test('keep text byte for byte, whatever is in it', async () => {
      const texts = [
        '{"a":1.10,"b":1e-7,"c":12345678901234567890,"a":"twice"}',
        '{ "escaped" : "\\u0000 \\ud83d\\udc8a \\/ \\u00e9" }\r\n\t',
        '{"raw":"\u0000\u0001\u007f\u2028\u2029\ufeff\ufffd\u202e\u{1f48a}\u{10ffff}e\u0301é"}',
        `{"quotes":"it''s \\"so\\"; drop table person; -- $1 ? :a %s"}`,
        `{"long":"${'ß'.repeat(300_000)}"}`,
        '',
        ' ',
      ];
      const rows = texts.map((text, n) => delivered(`odd-${n}`, '', { text }));
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, ...rows));
      await stage.restart();
      const kept = await stage.store.listResources(orla.id, account.id);
      const byId = new Map(kept.map(({ originalId, text }) => [originalId, text]));
      for (const [n, text] of texts.entries()) expect(byId.get(`odd-${n}`) === text).toBe(true);
      expect(kept).toHaveLength(texts.length);
    });

    test('the same text is seen again; changed text is a new row beside the old one', async () => {
      const before = delivered('m1', 'Ferrowick 5');
      const after = delivered('m1', 'Ferrowick 10');
      const still = delivered('m2', 'Ossipan');
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, before, still));
      await stage.store.writePull(read(AT_TEN), pullOf(AT_TEN, after, still));
      expect(new Set(await seen())).toEqual(
        new Set([
          [before.text, AT_NINE, AT_NINE],
          [after.text, AT_TEN, AT_TEN],
          [still.text, AT_NINE, AT_TEN],
        ]),
      );
      await stage.store.writePull(read(AT_ELEVEN), pullOf(AT_ELEVEN, before));
      expect(await seen()).toContainEqual([before.text, AT_NINE, AT_ELEVEN]);
    });

    test('a pull gives back what is stored from then on: after the first, the same again, more, less, and one that came late', async () => {
      const many = Array.from({ length: 60 }, (_, n) => delivered(`m${n}`, `Ferrowick ${n}`));
      const unnamed = delivered(undefined, 'Ossipan');
      const moved = many.map((item, n) => ({ ...item, at: `entry[${n + 1}]` }));
      const pulls = [
        pullOf(AT_NINE, ...many, many[0] ?? unnamed, unnamed, unnamed),
        pullOf(AT_TEN, ...moved, unnamed, unnamed),
        pullOf(AT_ELEVEN, ...moved, unnamed, unnamed, delivered('new', 'Lurasine')),
        pullOf(AT_TEN, ...many, unnamed, unnamed, delivered('new', 'Lurasine')),
        pullOf(AT_ELEVEN, ...moved.slice(3), delivered('newer', 'Lurasine')),
      ];
      for (const pull of pulls) {
        const given = await stage.store.writePull(read(pull.at), pull);
        expect(given).toStrictEqual(await stage.store.listResources(orla.id, account.id));
      }
    });

    test('where it stood may change without making it another thing', async () => {
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, delivered('m1', 'Ferrowick', { at: 'entry[0]' })));
      await stage.store.writePull(read(AT_TEN), pullOf(AT_TEN, delivered('m1', 'Ferrowick', { at: 'entry[9]' })));
      const rows = await stage.store.listResources(orla.id, account.id);
      expect(rows.map(({ at, firstSeenAt }) => [at, firstSeenAt])).toEqual([['entry[9]', AT_NINE]]);
    });

    test('one id twice in a pull is one thing; two without an id stay two, and the same two when pulled again', async () => {
      const named = delivered('m1', 'Ferrowick');
      const unnamed = delivered(undefined, 'Ossipan');
      const pulled = [named, named, unnamed, { ...unnamed, at: 'entry[5]' }];
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, ...pulled));
      await stage.store.writePull(read(AT_TEN), pullOf(AT_TEN, ...pulled));
      expect((await seen()).map(([text, ...stamps]) => [text === named.text, ...stamps]).sort()).toEqual([
        [false, AT_NINE, AT_TEN],
        [false, AT_NINE, AT_TEN],
        [true, AT_NINE, AT_TEN],
      ]);
    });

    test('the same text of two people is two secrets', async () => {
      const one = delivered('m1', 'Ferrowick');
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, one));
      await stage.store.writePull(accountOf(tam, 'hospital'), pullOf(AT_TEN, one));
      expect(await seen()).toEqual([[one.text, AT_NINE, AT_NINE]]);
      const ofTam = await stage.store.listResources(tam.id, account.id);
      expect(ofTam.map(({ lastSeenAt }) => lastSeenAt)).toEqual([AT_TEN]);
    });

    test('thousands of resources in one pull', async () => {
      const many = Array.from({ length: 2500 }, (_, n) => delivered(`m${n}`, `Ferrowick ${n}`));
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, ...many));
      const texts = new Set((await stage.store.listResources(orla.id, account.id)).map(({ text }) => text));
      expect(texts).toEqual(new Set(many.map(({ text }) => text)));
    });

    test('a pull that arrives late adds what it read and turns nothing back', async () => {
      const one = delivered('m1', 'Ferrowick');
      await stage.store.writePull(read(AT_TEN), pullOf(AT_TEN, one));
      await stage.store.writePull(read(AT_NINE), pullOf(AT_NINE, one, delivered('m2', 'Ossipan')));
      expect(await seen()).toContainEqual([one.text, AT_TEN, AT_TEN]);
      expect(await stage.store.listResources(orla.id, account.id)).toHaveLength(2);
      expect((await stage.store.getAccount(orla.id, account.id))?.lastTriedAt).toBe(AT_TEN);
    });

    test('a pull for an account unlinked meanwhile keeps nothing', async () => {
      await stage.store.deleteAccount(orla.id, account.id);
      await expect(stage.store.writePull(account, pullOf(AT_TEN, delivered('m1', 'Ferrowick')))).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await stage.store.getAccount(orla.id, account.id)).toBeUndefined();
      expect(await stage.store.listResources(orla.id, account.id)).toEqual([]);
    });

    test('eight pulls at once from two gateways lose nothing', async () => {
      const second = await stage.another();
      await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 === 0 ? stage.store : second).writePull(
            read(AT_TEN),
            pullOf(AT_TEN, delivered('m1', 'Ferrowick'), delivered(`m-${n}`, 'Ossipan')),
          ),
        ),
      );
      expect(await stage.store.listResources(orla.id, account.id)).toHaveLength(9);
    });
  });
}
