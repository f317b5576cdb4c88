import { describe, expect, test } from 'vitest';
import { parseNhsNumber } from '../../../src/services/nhs-number.ts';

describe('parseNhsNumber', () => {
  test.each([
    ['9990001014', '9990001014'],
    ['999 000 1014', '9990001014'],
    ['999-000-1014', '9990001014'],
  ])('%s is %s', (text, digits) => expect(parseNhsNumber(text)).toBe(digits));

  test.each([
    ['wrong check digit', '9990001015'],
    ['check digit ten', '9990000000'],
    ['nine digits', '999000101'],
    ['eleven digits', '99900010144'],
    ['letters', '999000101a'],
    ['one digit repeated', '0000000000'],
    ['nothing', ''],
    ['very long', '9'.repeat(10_000)],
  ])('%s is none', (_, text) => expect(parseNhsNumber(text)).toBeUndefined());
});
