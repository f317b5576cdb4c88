import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../../src/store/durable/group-commit.ts';

test('what comes together is committed together, and nobody goes on before the commit', async () => {
  const groups: number[][] = [];
  let committed = false;
  const write = createGroupCommit<number>(async (items) => {
    groups.push([...items]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    committed = true;
  });
  await Promise.all([1, 2, 3].map((item) => write(item).then(() => expect(committed).toBe(true))));
  expect(groups).toEqual([[1, 2, 3]]);
});

test('what comes during a commit goes with the next one', async () => {
  const groups: number[][] = [];
  let later: Promise<void> | undefined;
  const write = createGroupCommit<number>((items) => {
    groups.push([...items]);
    later ??= Promise.all([write(2), write(3)]).then(() => undefined);
    return Promise.resolve();
  });
  await write(1);
  await later;
  await write(4);
  expect(groups).toEqual([[1], [2, 3], [4]]);
});

test('an item that cannot be written fails alone', async () => {
  const written: number[] = [];
  const write = createGroupCommit<number>((items) => {
    if (items.includes(2)) return Promise.reject(new Error('not this one'));
    written.push(...items);
    return Promise.resolve();
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map(write));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([1, 3]);
});
