/** The ledger of what was given out. */
import { describe, expect, test } from 'vitest';
import { AT_TEN, orla, tam } from './people-of-the-contract.ts';
import { ledgerRow, refusals } from './contract-values.ts';
import type { ContractStage } from './contract-stage.ts';

export function ledgerContract(stage: ContractStage): void {
  describe('ledger', () => {
    test('is kept per person and view; rows not named stay', async () => {
      const gone = ledgerRow('Condition/u1', { version: 2, goneAt: AT_TEN });
      await stage.store.writeLedger(orla.id, 'unified', [
        ledgerRow('Condition/u1'),
        ledgerRow('MedicationStatement/u2'),
      ]);
      await stage.store.writeLedger(orla.id, 'unified', [gone]);
      await stage.store.writeLedger(orla.id, 'source', [ledgerRow('Condition/hospital-c1')]);
      await stage.restart();
      const rows = await stage.store.readLedger(orla.id, 'unified');
      expect(new Map(rows.map((row) => [row.reference, row]))).toStrictEqual(
        new Map([
          ['Condition/u1', gone],
          ['MedicationStatement/u2', ledgerRow('MedicationStatement/u2')],
        ]),
      );
      expect(await stage.store.readLedger(tam.id, 'unified')).toEqual([]);
      await expect(stage.store.writeLedger('p-nobody', 'unified', [])).rejects.toMatchObject({ code: 'not-found' });
    });

    test('a version never goes back and never means two things', async () => {
      const current = ledgerRow('Condition/u1', { version: 3, digest: 'three' });
      await stage.store.writeLedger(orla.id, 'unified', [current]);
      const stale = [ledgerRow('Condition/new'), { ...current, version: 2 }];
      await expect(stage.store.writeLedger(orla.id, 'unified', stale)).rejects.toMatchObject({ code: 'conflict' });
      const other = [{ ...current, digest: 'other' }];
      await expect(stage.store.writeLedger(orla.id, 'unified', other)).rejects.toMatchObject({ code: 'conflict' });
      await stage.store.writeLedger(orla.id, 'unified', [current]);
      expect(await stage.store.readLedger(orla.id, 'unified')).toEqual([current]);
    });

    test('of eight who write the next version with their own digest, one is first', async () => {
      const second = await stage.another();
      const attempts = Array.from({ length: 8 }, (_, n) =>
        (n % 2 === 0 ? stage.store : second).writeLedger(orla.id, 'unified', [
          ledgerRow('Condition/u1', { digest: `d${n}` }),
        ]),
      );
      expect(await refusals(attempts)).toEqual(Array<string>(7).fill('conflict'));
    });
  });
}
