/** Invented NHS numbers pass the gateway's own check and lie in the test range. */
import { describe, expect, test } from 'vitest';
import { parseNhsNumber } from '../../../src/services/nhs-number.ts';
import { testNhsNumber } from '../../../src/sandbox/nhs-number.ts';

describe('testNhsNumber', () => {
  test.each(['104726', '218305', '000001'])('%s becomes a valid number of the range 999', (serial) => {
    const number = testNhsNumber(serial);
    expect(number.startsWith(`999${serial}`)).toBe(true);
    expect(parseNhsNumber(number)).toBe(number);
  });

  test('a serial whose remainder is 10 gives none', () => {
    expect(() => testNhsNumber('218311')).toThrow(RangeError);
  });

  test.each(['12345', '1234567', 'abcdef'])('%s is no serial', (serial) => {
    expect(() => testNhsNumber(serial)).toThrow(RangeError);
  });
});
