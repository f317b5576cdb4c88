import { expect, test } from 'vitest';
import { createSharedReading } from '../../../../src/store/durable/shared-reading.ts';

test('who asks for the same at the same time shares one reading, who asks for something else does not', async () => {
  const read: string[] = [];
  const ask = createSharedReading((key) => Promise.resolve(read.push(key)));
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2]);
  expect(read).toEqual(['a', 'b']);
});

test('what was changed before somebody asked is in what they are told, also while an earlier reading is under way', async () => {
  let value = 1;
  const begun: (() => void)[] = [];
  const ask = createSharedReading(() => {
    const asRead = value;
    return new Promise<number>((resolve) => begun.push(() => resolve(asRead)));
  });
  const first = ask('a');
  while (begun.length < 1) await new Promise((resolve) => setImmediate(resolve));
  value = 2;
  const second = ask('a');
  while (begun.length < 2) await new Promise((resolve) => setImmediate(resolve));
  for (const end of begun) end();
  expect(await Promise.all([first, second])).toEqual([1, 2]);
});

test('a reading that fails does so for all who share it, and the next is a new one', async () => {
  let fails = true;
  const ask = createSharedReading(() => (fails ? Promise.reject(new Error('no disk')) : Promise.resolve('read')));
  const outcomes = await Promise.allSettled([ask('a'), ask('a')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await ask('a')).toBe('read');
});
