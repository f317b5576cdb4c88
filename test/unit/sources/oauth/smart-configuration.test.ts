import { describe, expect, it } from 'vitest';
import { readSmartConfiguration } from '../../../../src/sources/oauth/smart-configuration.ts';

const BASE = 'https://portal.example/fhir';
const GOOD = {
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://login.example/token',
  capabilities: ['launch-standalone'],
  grant_types_supported: ['authorization_code'],
  code_challenge_methods_supported: ['S256'],
};

describe('readSmartConfiguration', () => {
  it('takes endpoints on another host and resolves relative ones', () => {
    const { server, departures } = readSmartConfiguration(
      { ...GOOD, revocation_endpoint: 'oauth/revoke' },
      BASE,
      false,
    );
    expect(server).toEqual({
      issuer: undefined,
      authorizationEndpoint: 'https://login.example/authorize',
      tokenEndpoint: 'https://login.example/token',
      revocationEndpoint: 'https://portal.example/fhir/oauth/revoke',
      introspectionEndpoint: undefined,
      issParameterSupported: false,
    });
    expect(departures).toEqual([]);
  });

  it('names departures that do not stop a sign-in', () => {
    const odd = {
      ...GOOD,
      capabilities: undefined,
      grant_types_supported: undefined,
      code_challenge_methods_supported: ['S256', 'plain'],
    };
    expect(readSmartConfiguration(odd, BASE, false).departures).toHaveLength(3);
    const sso = { ...GOOD, capabilities: ['sso-openid-connect'] };
    expect(readSmartConfiguration(sso, BASE, false).departures).toEqual([
      'It claims sso-openid-connect and names no issuer.',
    ]);
  });

  it.each([
    ['a list', []],
    ['nothing', undefined],
    ['plain http', { ...GOOD, token_endpoint: 'http://login.example/token' }],
    ['plain http for revocation', { ...GOOD, revocation_endpoint: 'http://login.example/revoke' }],
    ['numbers for endpoints', { ...GOOD, token_endpoint: 7 }],
    ['no S256', { ...GOOD, code_challenge_methods_supported: 'S256' }],
  ])('refuses %s', (_name, json) => {
    expect(() => readSmartConfiguration(json, BASE, false)).toThrow(
      expect.objectContaining({ code: 'misconfigured' }) as Error,
    );
  });
});
