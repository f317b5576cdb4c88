import { expect, test } from 'vitest';
import { parseScopes } from '../../../src/access/parse-scopes.ts';

const scope = (type: string, read: boolean, search: boolean, level = 'patient') => ({
  level,
  type,
  read,
  search,
  filters: [],
});

test.each([
  ['patient/*.read', [scope('*', true, true)]],
  ['patient/Condition.*', [scope('Condition', true, true)]],
  ['patient/Condition.write', [scope('Condition', false, false)]],
  ['patient/Condition.rs', [scope('Condition', true, true)]],
  ['patient/Condition.r', [scope('Condition', true, false)]],
  ['patient/Condition.s', [scope('Condition', false, true)]],
  ['patient/Condition.cruds', [scope('Condition', true, true)]],
  ['patient/Condition.cud', [scope('Condition', false, false)]],
  ['user/Condition.rs', [scope('Condition', true, true, 'user')]],
  ['system/*.rs', [scope('*', true, true, 'system')]],
])('%s', (text, expected) => {
  expect(parseScopes(text)).toEqual(expected);
});

test.each([
  ['out of order', 'patient/Condition.sr'],
  ['out of order, more than two', 'patient/Condition.dus'],
  ['said twice', 'patient/Condition.rr'],
  ['no suffix', 'patient/Condition'],
  ['empty suffix', 'patient/Condition.'],
  ['unknown suffix', 'patient/Condition.x'],
  ['lower case type', 'patient/condition.rs'],
  ['unknown level', 'practitioner/Condition.rs'],
  ['other scopes', 'openid fhirUser launch/patient offline_access'],
  ['more after a star', 'patient/*.rs.rs'],
  ['type and more', 'patient/Condition,Observation.rs'],
  ['nothing', ''],
  ['spaces', '   '],
])('%s is left out', (_name, text) => {
  expect(parseScopes(text)).toEqual([]);
});

test('a granular scope grants nothing, because the gateway does not enforce it', () => {
  expect(parseScopes('patient/Observation.rs?category=laboratory')).toEqual([scope('Observation', false, false)]);
  expect(parseScopes('patient/*.read?')).toEqual([scope('*', false, false)]);
});

test('several scopes keep their order, and unknown ones between them do no harm', () => {
  expect(parseScopes('openid  patient/A.rs patient/Condition.r launch patient/*.s')).toEqual([
    scope('Condition', true, false),
    scope('*', false, true),
  ]);
});

test('a scope of 100 kB is read quickly', () => {
  const started = performance.now();
  parseScopes(`patient/${'A'.repeat(100_000)}.rs patient/*.${'c'.repeat(100_000)} ${'x '.repeat(50_000)}`);
  expect(performance.now() - started).toBeLessThan(500);
});
