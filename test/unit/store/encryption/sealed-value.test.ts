import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SealedPlace } from '../../../../src/store/encryption/sealed-value.ts';
import { seal, unseal } from '../../../../src/store/encryption/sealed-value.ts';

const key = randomBytes(32);
const place: SealedPlace = { keyId: 'k1', table: 'person', subjectId: 'p-1', rowId: 'r-1', column: 'details' };
const plain = Buffer.from('Orla Quillfeather');

describe('a sealed value', () => {
  test('opens at its place, under its key', () => {
    expect(unseal(key, seal(key, plain, place), place)).toEqual(plain);
    expect(unseal(key, seal(key, Buffer.alloc(0), place), place)).toHaveLength(0);
    // Bytes as another driver gives them: a view into a larger buffer.
    const shifted = new Uint8Array([9, 9, ...seal(key, plain, place)]).subarray(2);
    expect(unseal(key, shifted, place)).toEqual(plain);
  });

  test('is never the same twice', () => {
    expect(seal(key, plain, place)).not.toEqual(seal(key, plain, place));
  });

  test.each(['keyId', 'table', 'subjectId', 'rowId', 'column'] as const)('does not open with another %s', (part) => {
    const sealed = seal(key, plain, place);
    expect(() => unseal(key, sealed, { ...place, [part]: 'other' })).toThrow('internal');
  });

  test('does not open where two parts only look alike together', () => {
    const sealed = seal(key, plain, { ...place, table: 'a', subjectId: 'b"c' });
    expect(() => unseal(key, sealed, { ...place, table: 'a"b', subjectId: 'c' })).toThrow('internal');
  });

  test('does not open under another key', () => {
    expect(() => unseal(randomBytes(32), seal(key, plain, place), place)).toThrow('internal');
  });

  test('does not open with any single bit changed, cut short or extended', () => {
    const sealed = seal(key, plain, place);
    for (let position = 0; position < sealed.length; position++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
      expect(() => unseal(key, changed, place)).toThrow('internal');
      expect(() => unseal(key, sealed.subarray(0, position), place)).toThrow('internal');
    }
    expect(() => unseal(key, Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow('internal');
  });
});
