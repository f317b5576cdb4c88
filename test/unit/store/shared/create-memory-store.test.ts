import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../../src/store/shared/create-memory-store.ts';

const now = () => 0;

describe('a memory store stays within its bounds', () => {
  test('the least recently used value goes first', async () => {
    const store = createMemoryStore({ now, maxEntries: 3 });
    for (const key of ['a', 'b', 'c']) await store.set(key, key, 1000);
    await store.get('a');
    await store.set('d', 'd', 1000);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.get(key)))).toEqual(['a', undefined, 'c', 'd']);
  });

  test('values already past go before living ones', async () => {
    let nowMs = 0;
    const store = createMemoryStore({ now: () => nowMs, maxEntries: 2 });
    await store.set('living', 'v', 1000);
    await store.set('past', 'v', 10);
    nowMs = 20;
    await store.set('new', 'v', 1000);
    expect(await store.get('living')).toBe('v');
    expect(await store.get('new')).toBe('v');
  });

  test('by characters as well; a value larger than all of it is not kept, and costs no other', async () => {
    const store = createMemoryStore({ now, maxCharacters: 10 });
    await store.set('a', 'x'.repeat(6), 1000);
    await store.set('big', 'x'.repeat(11), 1000);
    expect(await store.get('a')).toHaveLength(6);
    expect(await store.get('big')).toBeUndefined();
    await store.set('a', 'x'.repeat(4), 1000);
    await store.set('b', 'x'.repeat(6), 1000);
    expect(await store.get('a')).toHaveLength(4);
    await store.set('c', 'x', 1000);
    expect(await store.get('b')).toBeUndefined();
    await store.delete('a');
    await store.take('c');
    await store.set('d', 'x'.repeat(10), 1000);
    expect(await store.get('d')).toHaveLength(10);
  });

  test('locks are no values: a full store evicts none', async () => {
    const store = createMemoryStore({ now, maxEntries: 1 });
    await store.tryLock('k', 1000);
    for (let n = 0; n < 600; n++) await store.set(`key-${n}`, 'v', 1000);
    expect(await store.tryLock('k', 1000)).toBeUndefined();
  });
});

test('a closed store has forgotten everything', async () => {
  const store = createMemoryStore({ now });
  await store.set('a', 'v', 1000);
  await store.tryLock('l', 1000);
  await store.close();
  expect(await store.get('a')).toBeUndefined();
  expect(await store.tryLock('l', 1000)).toBeDefined();
});
