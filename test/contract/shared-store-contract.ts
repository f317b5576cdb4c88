/** What every shared engine must do. A difference between engines is a declared property. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SharedStore } from '../../src/ports/shared-store.ts';

export interface SharedEngineUnderTest {
  open(): Promise<SharedStore>;
  /** Lets time pass: turns a clock or waits. */
  passMs(ms: number): Promise<void>;
}

const TTL_MS = 500;

export function sharedStoreContract(name: string, prepare: () => SharedEngineUnderTest): void {
  describe(`shared store: ${name}`, () => {
    let engine: SharedEngineUnderTest;
    let store: SharedStore;

    beforeEach(async () => {
      engine = prepare();
      store = await engine.open();
    });
    afterEach(() => store.close());

    test('gives back what was set, to each key its own', async () => {
      await store.set('session:orla', 'value of Orla 💊', 60_000);
      await store.set('session:tam', '', 60_000);
      expect(await store.get('session:orla')).toBe('value of Orla 💊');
      expect(await store.get('session:tam')).toBe('');
      expect(await store.get('session:nobody')).toBeUndefined();
      await store.set('session:orla', 'newer', 60_000);
      expect(await store.get('session:orla')).toBe('newer');
      await store.delete('session:orla');
      await store.delete('session:orla');
      expect(await store.get('session:orla')).toBeUndefined();
      expect(await store.get('session:tam')).toBe('');
    });

    test('forgets after the ttl, counted from the last set', async () => {
      await store.set('k', 'v', TTL_MS);
      await engine.passMs(TTL_MS * 0.6);
      expect(await store.get('k')).toBe('v');
      await store.set('k', 'w', TTL_MS);
      await engine.passMs(TTL_MS * 0.6);
      expect(await store.get('k')).toBe('w');
      await engine.passMs(TTL_MS);
      expect(await store.get('k')).toBeUndefined();
      expect(await store.take('k')).toBeUndefined();
    });

    test.each([0, -1, -1e12, Number.NaN])('a ttl of %d stores nothing, and the older value is gone', async (ttlMs) => {
      await store.set('k', 'old', 60_000);
      await store.set('k', 'new', ttlMs);
      expect(await store.get('k')).toBeUndefined();
    });

    test('a one-time value is had by one of eight takers', async () => {
      await store.set('code:1', 'v', 60_000);
      await store.set('code:2', 'other', 60_000);
      const taken = await Promise.all(Array.from({ length: 8 }, () => store.take('code:1')));
      expect(taken.filter((value) => value !== undefined)).toEqual(['v']);
      expect(await store.get('code:1')).toBeUndefined();
      expect(await store.take('code:2')).toBe('other');
    });

    test('a lock has one of eight holders; another key is another lock', async () => {
      const tries = await Promise.all(Array.from({ length: 8 }, () => store.tryLock('refresh:1', 60_000)));
      expect(tries.filter((lock) => lock !== undefined)).toHaveLength(1);
      expect(await store.tryLock('refresh:2', 60_000)).toBeDefined();
    });

    test('a lock and a value of one name do not touch', async () => {
      const lock = await store.tryLock('k', 60_000);
      await store.set('k', 'v', 60_000);
      await lock?.release();
      expect(await store.get('k')).toBe('v');
    });

    test('a released lock is free, and the fence grows', async () => {
      const first = await store.tryLock('k', 60_000);
      await first?.release();
      const second = await store.tryLock('k', 60_000);
      expect(second?.fence).toBeGreaterThan(first?.fence ?? Infinity);
    });

    test('an abandoned lock frees itself; its late holder cannot release the next one', async () => {
      const late = await store.tryLock('k', TTL_MS);
      await engine.passMs(TTL_MS * 1.5);
      const next = await store.tryLock('k', 60_000);
      expect(next?.fence).toBeGreaterThan(late?.fence ?? Infinity);
      await late?.release();
      expect(await store.tryLock('k', 60_000)).toBeUndefined();
      await next?.release();
      await next?.release();
      expect(await store.tryLock('k', 60_000)).toBeDefined();
    });

    test('a holder can hold on to its lock, but not to one that freed itself', async () => {
      const lock = await store.tryLock('k', TTL_MS);
      await engine.passMs(TTL_MS * 0.6);
      expect(await lock?.extend(TTL_MS)).toBe(true);
      await engine.passMs(TTL_MS * 0.6);
      expect(await store.tryLock('k', TTL_MS)).toBeUndefined();
      await engine.passMs(TTL_MS);
      expect(await lock?.extend(60_000)).toBe(false);
      const next = await store.tryLock('k', 60_000);
      expect(await lock?.extend(60_000)).toBe(false);
      expect(await next?.extend(60_000)).toBe(true);
      await next?.release();
      expect(await next?.extend(60_000)).toBe(false);
    });

    test('a lock with a ttl already passed is held by nobody', async () => {
      expect(await store.tryLock('k', 0)).toBeUndefined();
      expect(await store.tryLock('k', 60_000)).toBeDefined();
    });

    test('a budget is had by no more than it has points, whoever spends it, and is whole again after its window', async () => {
      const budget = { points: 3, windowMs: TTL_MS * 2 };
      expect(await store.spent('budget:a', budget)).toMatchObject({ isWithin: true });
      const spendings = await Promise.all(Array.from({ length: 8 }, () => store.spend('budget:a', budget)));
      expect(spendings.filter(({ isWithin }) => isWithin)).toHaveLength(3);
      for (const { waitMs } of spendings) {
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(budget.windowMs);
      }
      expect(await store.spent('budget:a', budget)).toMatchObject({ isWithin: false });
      expect((await store.spend('budget:b', budget)).isWithin).toBe(true);
      await engine.passMs(TTL_MS * 2.5);
      expect(await store.spent('budget:a', budget)).toMatchObject({ isWithin: true });
      expect((await store.spend('budget:a', budget)).isWithin).toBe(true);
    });
  });
}
