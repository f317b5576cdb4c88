import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMark, writeMark } from '../../../../src/web/changes/shown-mark.ts';

const SHOWN = {
  at: '2026-11-21T09:00:03.000Z',
  wholeAt: { 'account-1': { Condition: '2026-11-21T09:00:00.000Z', '*': '' }, 'account-2': {} },
};

test('a mark comes back as it was', () => {
  expect(readMark(writeMark(SHOWN))).toEqual(SHOWN);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'abc'],
  ['no mark', Buffer.from('[]').toString('base64url')],
  ['no instant', writeMark({ ...SHOWN, at: 'now' })],
  ['more than a mark', Buffer.from(JSON.stringify({ ...SHOWN, more: 1 })).toString('base64url')],
])('%s is no mark', (_what, text) => {
  expect(readMark(text)).toBeUndefined();
});

test('whatever is sent is a mark or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readMark(text)).toBeUndefined();
    }),
  );
});
