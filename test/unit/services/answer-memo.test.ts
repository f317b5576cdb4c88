import { describe, expect, test } from 'vitest';
import { createAnswerMemo } from '../../../src/services/answer-memo.ts';

function setUp(maxWeight: number) {
  const computed: string[] = [];
  const memo = createAnswerMemo<string>({ maxWeight, weigh: (answer) => answer.length });
  const get = (key: string, ground: string, answer: string) =>
    memo.get(key, ground, () => {
      computed.push(answer);
      return Promise.resolve(answer);
    });
  return { get, computed, memo };
}

describe('answers kept at hand', () => {
  test('are computed once per ground, also by callers at the same time', async () => {
    const { get, computed } = setUp(100);
    expect(await Promise.all([get('a', '1', 'x'), get('a', '1', 'y')])).toEqual(['x', 'x']);
    expect(await get('a', '2', 'z')).toBe('z');
    expect(await get('a', '1', 'w')).toBe('w');
    expect(computed).toEqual(['x', 'z', 'w']);
  });

  test('leave by weight, the least recently used first; one too heavy stays alone', async () => {
    const { get, computed } = setUp(10);
    await get('a', '1', 'aaaa');
    await get('b', '1', 'bbbb');
    await get('a', '1', 'again');
    await get('c', '1', 'cccc');
    await get('a', '1', 'again');
    expect(computed).toEqual(['aaaa', 'bbbb', 'cccc']);
    await get('b', '1', 'bbbb');
    expect(computed).toHaveLength(4);
    await get('h', '1', 'h'.repeat(50));
    expect(await get('h', '1', 'again')).toBe('h'.repeat(50));
    await get('a', '1', 'anew');
    expect(computed.at(-1)).toBe('anew');
  });

  test('a failure is not kept', async () => {
    const { memo, get } = setUp(10);
    await expect(memo.get('a', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await get('a', '1', 'yes')).toBe('yes');
  });
});
