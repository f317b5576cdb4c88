/** What anybody finds about the gateway as a SMART server, without a token (SMART App Launch 2.2, "Conformance"). */
import type { CapabilityStatement } from 'fhir/r4.js';
import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from '../integration/app-harness.ts';

let harness: Harness;
let base: string;
let configuration: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  harness = await startHarness();
  base = harness.config.fhirBaseUrl;
  configuration = (await (await discovery()).json()) as Readonly<Record<string, unknown>>;
}, 60_000);
afterAll(() => harness.close());

function discovery(headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${base}/.well-known/smart-configuration`, { headers });
}

describe('discovery', () => {
  test('[SMART-16] discovery and metadata can be read from any origin', async () => {
    for (const path of ['.well-known/smart-configuration', 'metadata']) {
      const headers = { Origin: 'https://anywhere.example' };
      const response = await fetch(`${base}/${path}`, { headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const preflight = await fetch(`${base}/${path}`, {
        method: 'OPTIONS',
        headers: { ...headers, 'Access-Control-Request-Method': 'GET' },
      });
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test.each(['application/json', 'application/fhir+xml', 'text/html', '*/*'])(
    '[SMART-30][SMART-372][SMART-373][SMART-374][SMART-377][SMART-380] the document is JSON for Accept %s',
    async (accept) => {
      const response = await discovery({ Accept: accept });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await response.json()).toEqual(configuration);
    },
  );

  test('[SMART-378] every endpoint is an absolute URL', () => {
    const endpoints = Object.entries(configuration).filter(([name]) => /_endpoint$|_uri$|^issuer$/.test(name));
    expect(endpoints.length).toBeGreaterThan(5);
    for (const [, url] of endpoints) expect(URL.canParse(String(url))).toBe(true);
  });

  test('[SMART-381][SMART-382] names issuer and keys, as sign-in by OpenID Connect is offered', async () => {
    expect(configuration['capabilities']).toContain('sso-openid-connect');
    const issuer = String(configuration['issuer']);
    const openId = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as typeof configuration;
    expect(openId).toMatchObject({ issuer, jwks_uri: configuration['jwks_uri'] });
  });

  test('[SMART-383][SMART-385] names the authorization and the token endpoint', () => {
    expect(configuration).toMatchObject({
      authorization_endpoint: expect.stringMatching(/^http/) as string,
      token_endpoint: expect.stringMatching(/^http/) as string,
    });
  });

  test('[SMART-384][SMART-393] lists grant types and capabilities', () => {
    expect(configuration['grant_types_supported']).toContain('authorization_code');
    expect(configuration['grant_types_supported']).not.toContain('client_credentials');
    expect(configuration['capabilities']).toContain('launch-standalone');
  });

  test('[SMART-14][SMART-394] offers PKCE by S256 and never by plain', () => {
    expect(configuration['code_challenge_methods_supported']).toEqual(['S256']);
  });

  test('[SMART-348] has what patient access for standalone apps takes', () => {
    for (const capability of [
      'launch-standalone',
      'client-public',
      'client-confidential-symmetric',
      'context-standalone-patient',
      'permission-patient',
    ]) {
      expect(configuration['capabilities']).toContain(capability);
    }
  });

  test('[SMART-285][SMART-286][SMART-287][SMART-288][SMART-289] says how apps with keys of their own prove themselves', () => {
    expect(configuration['capabilities']).toContain('client-confidential-asymmetric');
    expect(configuration).toMatchObject({
      token_endpoint: expect.any(String) as string,
      scopes_supported: expect.arrayContaining(['patient/*.rs']) as string[],
      token_endpoint_auth_methods_supported: expect.arrayContaining(['private_key_jwt']) as string[],
      token_endpoint_auth_signing_alg_values_supported: expect.arrayContaining(['RS384', 'ES384']) as string[],
    });
  });

  test('[SMART-207] public keys are bare JWKs', async () => {
    const { keys } = (await (await fetch(String(configuration['jwks_uri']))).json()) as { keys: readonly JWK[] };
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: expect.any(String) as string, kid: expect.any(String) as string });
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'x5c']) expect(key).not.toHaveProperty(member);
    }
  });
});

describe('the CapabilityStatement', () => {
  test('[SMART-139] says how Patients linked by Patient.link are authorized', async () => {
    const statement = (await (await fetch(`${base}/metadata`)).json()) as CapabilityStatement;
    expect(statement.rest?.[0]?.security?.description).toContain('Patient.link');
  });
});
