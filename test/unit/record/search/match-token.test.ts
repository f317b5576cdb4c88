import { expect, test } from 'vitest';
import { matchesToken, parseToken } from '../../../../src/record/search/match-token.ts';

const coding = { system: 'urn:a', code: 'x' };

test.each<[string, unknown, boolean]>([
  ['x', coding, true],
  ['urn:a|x', coding, true],
  ['urn:a|', coding, true],
  ['|x', coding, false],
  ['|x', { code: 'x' }, true],
  ['urn:b|x', coding, false],
  ['X', coding, false],
  ['x', { coding: [{ code: 'y' }, coding] }, true],
  ['x', { coding: [] }, false],
  ['x', { text: 'x' }, false],
  ['urn:a|1', { system: 'urn:a', value: '1' }, true],
  ['urn:a|1\\|2', { system: 'urn:a', value: '1|2' }, true],
  ['active', 'active', true],
  ['http://hl7.org/fhir/some-status|active', 'active', true],
  ['urn:a|active', 'active', false],
  ['http://hl7.org/fhir/some-status|', 'active', false],
  ['true', true, true],
  ['x', null, false],
  ['x', 7, false],
  ['x', { code: 7 }, false],
  ['x', { coding: [null] }, false],
])('%s against %j: %s', (token, value, expected) => {
  expect(matchesToken(value, parseToken(token, 'code'))).toBe(expected);
});

test.each(['', '|', 'a|b|c', '||'])('%j is refused', (token) => {
  expect(() => parseToken(token, 'code')).toThrow(expect.objectContaining({ kind: 'value' }) as Error);
});
