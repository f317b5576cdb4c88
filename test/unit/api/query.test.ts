import { expect, test } from 'vitest';
import { parseQuery, queryOf } from '../../../src/api/query.ts';
import { splitEscaped, unescape } from '../../../src/record/search/escaped.ts';

test('parameters keep their order, repeats and modifiers', () => {
  expect(parseQuery('a=1&b:exact=2&a=3&c')).toEqual([
    { name: 'a', modifier: undefined, value: '1' },
    { name: 'b', modifier: 'exact', value: '2' },
    { name: 'a', modifier: undefined, value: '3' },
    { name: 'c', modifier: undefined, value: '' },
  ]);
});

test('brackets are part of a name: nothing nests', () => {
  expect(parseQuery('a[b][]=1')).toEqual([{ name: 'a[b][]', modifier: undefined, value: '1' }]);
});

test('what is too long or too many is refused', () => {
  expect(() => parseQuery('a'.repeat(40_000))).toThrow(expect.objectContaining({ code: 'too-large' }) as Error);
  expect(() => parseQuery('a=1&'.repeat(101))).toThrow(expect.objectContaining({ code: 'too-large' }) as Error);
});

test('queryOf', () => {
  expect(queryOf('/a?b=c?d')).toBe('b=c?d');
  expect(queryOf('/a')).toBe('');
});

test.each([
  ['a,b', ['a', 'b']],
  ['a\\,b', ['a,b']],
  ['a\\\\,b', ['a\\', 'b']],
  ['', ['']],
  [',', ['', '']],
  ['a\\', ['a\\']],
])('alternatives of %j', (text, expected) => {
  expect(splitEscaped(text, ',').map(unescape)).toEqual(expected);
});
