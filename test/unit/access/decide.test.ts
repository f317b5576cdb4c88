import { expect, test } from 'vitest';
import { decide as decideAt, type AccessRequest } from '../../../src/access/decide.ts';
import type { AccessGrant } from '../../../src/access/access-grant.ts';
import { grantOf } from '../../fixtures/grant-of.ts';
import { PATIENT_ID } from '../../fixtures/small-record.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const decide = (grant: AccessGrant, request: AccessRequest) => decideAt(grant, request, NOW);

function asked(changes: Partial<AccessRequest>): AccessRequest {
  return { interaction: 'search', patientId: PATIENT_ID, types: ['Condition'], ...changes };
}

test('a right on every type allows what is asked', () => {
  expect(decide(grantOf('patient/*.rs'), asked({}))).toMatchObject({ outcome: 'allowed', types: '*', withheld: [] });
});

test('another patient is refused, whatever the scopes', () => {
  expect(decide(grantOf('patient/*.cruds user/*.cruds'), asked({ patientId: 'someone-else' }))).toMatchObject({
    outcome: 'refused',
    refusal: 'other-patient',
    types: [],
  });
});

test.each([
  ['patient/Condition.r', 'read', 'allowed'],
  ['patient/Condition.r', 'search', 'refused'],
  ['patient/Condition.r', 'everything', 'refused'],
  ['patient/Condition.s', 'read', 'refused'],
  ['patient/Condition.s', 'search', 'allowed'],
  ['patient/Condition.s', 'everything', 'refused'],
  ['patient/Condition.r patient/*.s', 'everything', 'allowed'],
  ['user/Condition.rs', 'search', 'refused'],
  ['system/*.rs', 'search', 'refused'],
  ['patient/Observation.rs', 'search', 'refused'],
  ['patient/Condition.cud', 'search', 'refused'],
] as const)('%s, %s: %s', (scope, interaction, outcome) => {
  expect(decide(grantOf(scope), asked({ interaction })).outcome).toBe(outcome);
});

test('some of the types asked for narrows, and says which are not given', () => {
  const decision = decide(grantOf('patient/Condition.rs'), asked({ types: ['Observation', 'Condition', 'Encounter'] }));
  expect(decision).toMatchObject({ outcome: 'narrowed', types: ['Condition'], withheld: ['Encounter', 'Observation'] });
  expect(decision.reason).toBe('The access token does not allow: Encounter, Observation.');
});

test('asking for whatever there is, with rights on some types, narrows and names only the rights', () => {
  const decision = decide(
    grantOf('patient/Condition.rs patient/Patient.rs'),
    asked({ interaction: 'everything', types: undefined }),
  );
  expect(decision).toMatchObject({ outcome: 'narrowed', types: ['Condition', 'Patient'], withheld: [] });
  expect(decision.reason).toBe('The access token allows these types only: Condition, Patient.');
});

test('companions need a right on something, not on themselves', () => {
  expect(decide(grantOf('patient/Condition.rs'), asked({ types: ['Provenance'] }))).toMatchObject({
    outcome: 'allowed',
  });
  expect(decide(grantOf('openid'), asked({ types: ['Provenance'] }))).toMatchObject({
    outcome: 'refused',
    refusal: 'scope',
  });
});

test.each([
  ['2026-11-21T12:00:00.001Z', 'allowed'],
  ['2026-11-21T13:00:00+01:00', 'refused'],
  ['2026-11-21T12:00:00Z', 'refused'],
  ['2026-11-20T12:00:00Z', 'refused'],
  ['no instant', 'refused'],
])('a right until %s, asked at noon: %s', (until, outcome) => {
  const grant = { ...grantOf('patient/*.rs'), until };
  const decision = decide(grant, asked({}));
  expect(decision.outcome).toBe(outcome);
  expect(decision.refusal).toBe(outcome === 'refused' ? 'over' : undefined);
  // What was allowed is told to nobody after its end, not even that it was another's.
  if (outcome === 'refused') expect(decide(grant, asked({ patientId: 'someone-else' }))).toEqual(decision);
});

test('a right on some records of a type narrows, and says so without saying whether there are others', () => {
  const decision = decide(grantOf('patient/Observation.rs?category=laboratory'), asked({ types: ['Observation'] }));
  expect(decision).toMatchObject({ outcome: 'narrowed', types: ['Observation'], rights: { whole: [] }, withheld: [] });
  expect(decision.reason).toContain('of: Observation.');
  expect(decide(grantOf('patient/Observation.rs?category=laboratory'), asked({}))).toMatchObject({ refusal: 'scope' });
  const both = grantOf('patient/Observation.rs?category=laboratory patient/Observation.rs');
  expect(decide(both, asked({ types: ['Observation'] })).outcome).toBe('allowed');
});
