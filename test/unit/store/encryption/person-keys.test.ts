import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveOperatorKeys } from '../../../../src/store/encryption/operator-keys.ts';
import { createPersonKeys, openPersonKeys } from '../../../../src/store/encryption/person-keys.ts';

const operator = deriveOperatorKeys(randomBytes(32));

describe('operator keys', () => {
  test('are derived alike each time, each for its purpose', () => {
    const bytes = randomBytes(32);
    const keys = deriveOperatorKeys(bytes);
    expect(deriveOperatorKeys(Uint8Array.from(bytes))).toEqual({ ...keys, key: Uint8Array.from(bytes) });
    expect(keys.wrapping).not.toEqual(keys.own);
    expect(deriveOperatorKeys(randomBytes(32)).id).not.toBe(keys.id);
    expect(() => deriveOperatorKeys(randomBytes(31))).toThrow(RangeError);
  });
});

describe('keys of a person', () => {
  test('open from what is stored', () => {
    const { keys, wrapped } = createPersonKeys(operator, 'p-1');
    expect(openPersonKeys(operator, wrapped)).toEqual({ ...keys, record: new Uint8Array(keys.record) });
    expect(new Set([keys.content, keys.index, keys.record].map((key) => Buffer.from(key).toString('hex'))).size).toBe(
      3,
    );
  });

  test('are another set for each person', () => {
    const one = createPersonKeys(operator, 'p-1').keys;
    const other = createPersonKeys(operator, 'p-2').keys;
    for (const name of ['content', 'index', 'record', 'dataKeyId'] as const) expect(one[name]).not.toEqual(other[name]);
  });

  test('do not open for another person, swapped, or under another operator key', () => {
    const { wrapped } = createPersonKeys(operator, 'p-1');
    expect(() => openPersonKeys(operator, { ...wrapped, subjectId: 'p-2' })).toThrow('internal');
    expect(() => openPersonKeys(operator, { ...wrapped, dataKey: wrapped.recordKey })).toThrow('internal');
    expect(() => openPersonKeys(operator, { ...wrapped, dataKeyId: 'x' })).toThrow('internal');
    expect(() => openPersonKeys(deriveOperatorKeys(randomBytes(32)), wrapped)).toThrow('internal');
  });
});
