/** The sandbox's hospital against `openid-client` and plain `fetch`: SMART App Launch 2.2 standalone, paging, refusals. */
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, fhir, link, pages, sourceNamed, userNamed, walkToCallback } from './sandbox-walks.ts';
import type { Linked } from './sandbox-walks.ts';

let sandbox: Sandbox;
let hospital: SandboxSource;
let linked: Linked;
let patient: string;
let startedInMs: number;

beforeAll(async () => {
  const start = performance.now();
  sandbox = await startSandbox(REDIRECTS);
  startedInMs = performance.now() - start;
  hospital = sourceNamed(sandbox, 'hospital');
  linked = await link(hospital, userNamed(sandbox, 'zofia'));
  patient = hospital.patients.get('zofia') ?? '';
});

afterAll(() => sandbox.close());

test('the whole sandbox starts in under two seconds', () => {
  expect(startedInMs).toBeLessThan(2000);
});

describe('the token answer', () => {
  test('names the patient, all scopes granted, and a refresh token', () => {
    const { tokens } = linked;
    expect(tokens['patient']).toBe(patient);
    expect(new Set(tokens.scope?.split(' '))).toEqual(new Set(hospital.config.scopes));
    expect(tokens.refresh_token).toBeTypeOf('string');
    expect(tokens.expires_in).toBe(300);
  });

  test('holds an id token with fhirUser', () => {
    const claims = (linked.tokens as client.TokenEndpointResponse & client.TokenEndpointResponseHelpers).claims();
    expect(claims?.['fhirUser']).toBe(`${hospital.baseUrl}/Patient/${patient}`);
  });

  test('a refreshed token works, names the patient again and keeps the refresh token', async () => {
    const again = await client.refreshTokenGrant(linked.configuration, linked.tokens.refresh_token ?? '');
    expect(again['patient']).toBe(patient);
    expect(again.refresh_token).toBe(linked.tokens.refresh_token);
    expect((await fhir(`${hospital.baseUrl}/Patient/${patient}`, again.access_token)).status).toBe(200);
  });

  test('is not to be cached by anyone (RFC 6749, 5.1)', async () => {
    const response = await fetch(linked.configuration.serverMetadata().token_endpoint ?? '', { method: 'POST' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('pragma')).toBe('no-cache');
  });
});

describe('authorization', () => {
  test('a wrong aud is refused by redirect', async () => {
    const callback = await walkToCallback(hospital, userNamed(sandbox, 'zofia'), {
      aud: 'https://elsewhere.example/fhir',
    });
    expect(callback.searchParams.get('error')).toBe('invalid_request');
    expect(callback.searchParams.get('code')).toBeNull();
  });

  test('a missing aud is refused by redirect', async () => {
    const callback = await walkToCallback(hospital, userNamed(sandbox, 'zofia'), {});
    expect(callback.searchParams.get('error')).toBe('invalid_request');
  });

  test('a person who says no is told back as access_denied', async () => {
    const user = { ...userNamed(sandbox, 'zofia'), deny: true };
    const callback = await walkToCallback(hospital, user, { aud: hospital.baseUrl });
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.get('iss')).toBe(linked.configuration.serverMetadata().issuer);
  });

  test('a wrong password goes no further', async () => {
    const user = { ...userNamed(sandbox, 'zofia'), password: 'wrong' };
    await expect(walkToCallback(hospital, user, { aud: hospital.baseUrl })).rejects.toThrow(/not accepted/);
  });

  test('scopes unticked at consent are missing from the answer and refused by the API', async () => {
    const user = { ...userNamed(sandbox, 'zofia'), refuseScopes: ['patient/Observation.rs'] };
    const { tokens } = await link(hospital, user);
    expect(tokens.scope?.split(' ')).not.toContain('patient/Observation.rs');
    expect((await fhir(`${hospital.baseUrl}/Observation?patient=${patient}`, tokens.access_token)).status).toBe(403);
    expect((await fhir(`${hospital.baseUrl}/Condition?patient=${patient}`, tokens.access_token)).status).toBe(200);
  });

  test('without offline_access there is no refresh token', async () => {
    const { tokens } = await link(hospital, userNamed(sandbox, 'zofia'), { scope: 'launch/patient patient/Patient.r' });
    expect(tokens.refresh_token).toBeUndefined();
  });

  test('revoking the refresh token ends the access token', async () => {
    const { configuration, tokens } = await link(hospital, userNamed(sandbox, 'zofia'));
    await client.tokenRevocation(configuration, tokens.refresh_token ?? '');
    expect((await fhir(`${hospital.baseUrl}/Patient/${patient}`, tokens.access_token)).status).toBe(401);
  });
});

describe('the FHIR API', () => {
  test('pages by opaque next links over a kilobyte long, without total, each resource once', async () => {
    const url = `${hospital.baseUrl}/Observation?patient=${patient}&_count=1000`;
    const found = await pages(url, linked.tokens.access_token);
    const ids = found.flatMap(({ entry }) => (entry ?? []).map(({ resource }) => resource.id));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(48);
    expect(found.every(({ total }) => total === undefined)).toBe(true);
    const next = found[0]?.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    expect(next.length).toBeGreaterThan(1024);
    expect(next.startsWith(`${hospital.baseUrl}/`)).toBe(true);
  });

  test('a next link that was tampered with is refused', async () => {
    const found = await pages(`${hospital.baseUrl}/Observation?patient=${patient}`, linked.tokens.access_token);
    const next = found[0]?.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    expect((await fhir(`${next.slice(0, -2)}AA`, linked.tokens.access_token)).status).toBe(410);
  });

  test('$everything is refused under scopes by type', async () => {
    const answer = await fhir(`${hospital.baseUrl}/Patient/${patient}/$everything`, linked.tokens.access_token);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'forbidden' }] });
  });

  test('$everything is given under a scope on all types', async () => {
    const { tokens } = await link(hospital, userNamed(sandbox, 'zofia'), { scope: 'launch/patient patient/*.rs' });
    const found = await pages(`${hospital.baseUrl}/Patient/${patient}/$everything`, tokens.access_token);
    expect(found.flatMap(({ entry }) => entry ?? []).length).toBeGreaterThan(100);
  });

  test("another patient's search is answered empty", async () => {
    const other = hospital.patients.get('theo') ?? '';
    const answer = await fhir(`${hospital.baseUrl}/Condition?patient=${other}`, linked.tokens.access_token);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).not.toHaveProperty('entry');
  });

  test("another patient's Patient is not found", async () => {
    const other = hospital.patients.get('theo') ?? '';
    expect((await fhir(`${hospital.baseUrl}/Patient/${other}`, linked.tokens.access_token)).status).toBe(404);
  });

  test('a token nobody issued gets 401 and the challenge', async () => {
    const answer = await fhir(`${hospital.baseUrl}/Patient/${patient}`, 'nonsense');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('Medications that orders point to come along by _include', async () => {
    const url = `${hospital.baseUrl}/MedicationRequest?patient=${patient}&_include=MedicationRequest:medication`;
    const types = (await pages(url, linked.tokens.access_token)).flatMap(({ entry }) =>
      (entry ?? []).map(({ resource }) => resource.resourceType),
    );
    expect(types.filter((type) => type === 'MedicationRequest')).toHaveLength(17);
    expect(types.filter((type) => type === 'Medication')).toHaveLength(2);
  });

  test('a parent reads the child, under the child’s patient id', async () => {
    const { tokens } = await link(hospital, userNamed(sandbox, 'dana'));
    expect(tokens['patient']).toBe(hospital.patients.get('milo'));
  });

  test('discovery and metadata need no token', async () => {
    const discovery = (await (await fetch(`${hospital.baseUrl}/.well-known/smart-configuration`)).json()) as Record<
      string,
      unknown
    >;
    expect(discovery['code_challenge_methods_supported']).toEqual(['S256']);
    const metadata = (await (await fetch(`${hospital.baseUrl}/metadata`)).json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  });
});
