import { describe, expect, it } from 'vitest';
import { checkScopes } from '../../../../src/sources/check/check-scopes.ts';
import { readSmartConfiguration } from '../../../../src/sources/oauth/smart-configuration.ts';

function listing(scopes: readonly string[]): ReturnType<typeof readSmartConfiguration> {
  const endpoints = { authorization_endpoint: 'https://a.example/a', token_endpoint: 'https://a.example/t' };
  return readSmartConfiguration(
    { ...endpoints, code_challenge_methods_supported: ['S256'], scopes_supported: scopes },
    'https://a.example',
    false,
  );
}

function levels(asked: readonly string[], supported: readonly string[]): readonly string[] {
  return checkScopes(
    { kind: 'smart', scopes: ['offline_access', ...asked], resourceTypes: [] },
    listing(['offline_access', ...supported]),
  ).map(({ level }) => level);
}

describe('checkScopes', () => {
  it.each<[readonly string[], readonly string[], string]>([
    [['patient/Condition.rs'], ['patient/Condition.rs'], 'works'],
    [['patient/Condition.rs'], ['patient/*.rs'], 'works'],
    [['patient/Condition.rs'], ['patient/*.read'], 'works'],
    [['patient/Condition.rs'], ['patient/Condition.cruds'], 'works'],
    [['patient/*.rs'], ['patient/Condition.rs'], 'missing'],
    [['patient/Condition.rs'], ['patient/Condition.r'], 'missing'],
    [['patient/Condition.rs?category=x'], ['patient/Condition.rs'], 'missing'],
    [['launch/patient'], [], 'missing'],
  ])('%j of %j: %s', (asked, supported, level) => {
    expect(levels(asked, supported)).toEqual([level]);
  });

  it('notes that nothing was asked that lasts', () => {
    const [note] = checkScopes({ kind: 'smart', scopes: ['patient/*.rs'], resourceTypes: [] }, undefined);
    expect(note).toMatchObject({ level: 'note', subject: 'scopes' });
  });
});
