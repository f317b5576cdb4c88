/** `next` links: long, opaque, and nobody else's. */
import { expect, test } from 'vitest';
import { pageTokens } from '../../../../src/sandbox/servers/page-token.ts';

const state = { query: 'patient=p', patientId: 'p', offset: 25, count: 25 };

test('a token gives its state back', () => {
  const tokens = pageTokens();
  expect(tokens.read(tokens.write(state))).toMatchObject(state);
});

test('a token is longer than a kilobyte and tells nothing at sight', () => {
  const token = pageTokens().write(state);
  expect(token.length).toBeGreaterThan(1024);
  expect(token).not.toContain('patient');
});

test.each([
  ['another server’s', pageTokens().write(state)],
  ['none', ''],
  ['no signature', 'abc'],
])('%s token is not read', (_what, token) => {
  expect(pageTokens().read(token)).toBeUndefined();
});

test('a changed token is not read', () => {
  const tokens = pageTokens();
  const token = tokens.write(state);
  expect(tokens.read(`x${token.slice(1)}`)).toBeUndefined();
});
