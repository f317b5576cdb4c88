import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Harness } from './app-harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness();
});
afterAll(async () => {
  await harness.close();
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${harness.config.publicUrl}${path}`, { headers, redirect: 'manual' });
}

describe('the gateway as a whole', () => {
  test('is live and ready', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/health/ready')).json()).toEqual({ status: 'ready' });
  });

  test('publishes the public half of its client keys and nothing of the private one', async () => {
    const { keys } = (await (await get('/.well-known/jwks.json')).json()) as { keys: Record<string, string>[] };
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      expect(key['use']).toBe('sig');
    }
  });

  test('gives every answer a request id and takes one only where it is harmless', async () => {
    expect((await get('/', { 'X-Request-Id': 'abcd-1234-efgh' })).headers.get('x-request-id')).toBe('abcd-1234-efgh');
    expect((await get('/', { 'X-Request-Id': 'a b"c' })).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect((await get('/')).headers.get('x-powered-by')).toBeNull();
  });

  test('never takes its address from the Host header', async () => {
    const spoofed = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
    const start = await get('/sign-in', spoofed);
    expect(start.headers.get('location')).toContain(encodeURIComponent(harness.config.publicUrl));
    expect(start.headers.get('location')).not.toContain('evil');
    expect(await (await get('/fhir/R4/metadata', spoofed)).text()).not.toContain('evil');
  });

  test('answers apps in FHIR and people in pages', async () => {
    const fhir = await get('/fhir/R4/Patient/nobody/$everything');
    expect(fhir.status).toBe(401);
    expect(await fhir.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    const page = await get('/accounts');
    expect(page.status).toBe(401);
    expect(await page.text()).toContain('Sign in first');
  });

  test('is not ready once it drains', async () => {
    harness.gateway.drain();
    expect((await get('/health/ready')).status).toBe(503);
    expect((await get('/health/live')).status).toBe(200);
  });
});
