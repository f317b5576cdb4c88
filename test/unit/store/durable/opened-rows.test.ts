import { expect, it } from 'vitest';
import { createOpenedRows } from '../../../../src/store/durable/opened-rows.ts';

const row = (index: string, stamp: string, value: string) => ({ index, stamp, value });

it('finds a row only as it is now', () => {
  const opened = createOpenedRows<string>(100, (value) => value.length);
  opened.keep('one', [row('a', '1', 'first')]);
  expect(opened.find('one', 'a', '1')).toBe('first');
  expect(opened.find('one', 'a', '2')).toBeUndefined();
  expect(opened.find('one', 'b', '1')).toBeUndefined();
  expect(opened.find('other', 'a', '1')).toBeUndefined();
  opened.keep('one', [row('a', '2', 'second')]);
  expect(opened.find('one', 'a', '1')).toBeUndefined();
  expect(opened.find('one', 'a', '2')).toBe('second');
});

it('takes no more than its weight: whose rows were kept longest ago go first, and what is too heavy is not kept', () => {
  const opened = createOpenedRows<string>(10, (value) => value.length);
  opened.keep('one', [row('a', '1', '12345')]);
  opened.keep('two', [row('a', '1', '12345')]);
  expect(opened.has('one')).toBe(true);
  opened.keep('one', [row('a', '1', '12345')]);
  opened.keep('three', [row('a', '1', '123')]);
  expect([opened.has('one'), opened.has('two'), opened.has('three')]).toEqual([true, false, true]);
  opened.keep('one', [row('a', '1', '12345678901')]);
  expect([opened.has('one'), opened.has('three')]).toEqual([false, true]);
  opened.keep('three', []);
  expect(opened.has('three')).toBe(false);
});
