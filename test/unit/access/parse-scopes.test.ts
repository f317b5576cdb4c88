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

test('a granular scope keeps its parameters, all of them', () => {
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
  expect(parseScopes(`patient/Observation.rs?category=${category}`)).toEqual([
    { ...scope('Observation', true, true), filters: [{ name: 'category', value: category }] },
  ]);
  expect(parseScopes('patient/Observation.r?category=a%2Cb&status=final')).toEqual([
    {
      ...scope('Observation', true, false),
      filters: [
        { name: 'category', value: 'a,b' },
        { name: 'status', value: 'final' },
      ],
    },
  ]);
});

test.each([
  ['a parameter that the type does not have', 'patient/Observation.rs?severity=x'],
  ['one of them', 'patient/Observation.rs?category=laboratory&severity=x'],
  ['a modifier', 'patient/Observation.rs?code:in=http://a.example/vs'],
  ['a chain', 'patient/Observation.rs?encounter.class=AMB'],
  ['no parameter', 'patient/Observation.rs?'],
  ['no value', 'patient/Observation.rs?category='],
  ['no name', 'patient/Observation.rs?=laboratory'],
  ['an empty alternative', 'patient/Observation.rs?category=laboratory,'],
  ['a broken escape', 'patient/Observation.rs?category=%E0%A4%A'],
  ['a value that no date can have', 'patient/Observation.rs?date=yesterday'],
  ["the gateway's own time", 'patient/Observation.rs?_lastUpdated=gt2020'],
  ['version 1', 'patient/Observation.read?category=laboratory'],
])('a granular scope with %s grants nothing', (_name, text) => {
  expect(parseScopes(text)).toEqual([scope('Observation', false, false)]);
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
