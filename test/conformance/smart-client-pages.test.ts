/** Duties of a SMART client that meet the person's browser: what the gateway's pages take and give (SMART App Launch 2.2, "App protection"). */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';

let harness: Harness;
let zofia: Visitor;

beforeAll(async () => {
  harness = await startHarness();
  zofia = harness.visit('zofia');
  await zofia.linkAll('hospital');
}, 60_000);
afterAll(() => harness.close());

/** Begins a link. @returns where the browser is sent, with the state in it. */
async function begin(source: string): Promise<URL> {
  const response = await zofia.post(`/link/${source}`);
  return new URL(response.headers.get('location') ?? '');
}

describe('redirect URIs', () => {
  test('[SMART-20][SMART-21] are fixed, one per source, and there is no launch URL', async () => {
    const seen = new Set<string | null>();
    for (const source of ['hospital', 'gp']) {
      const redirect = (await begin(source)).searchParams.get('redirect_uri');
      expect(redirect).toBe(`${harness.config.publicUrl}/link/${source}/callback`);
      seen.add(redirect);
    }
    expect(seen.size).toBe(2);
    expect((await zofia.browser.fetch(`${harness.config.publicUrl}/launch?iss=x&launch=y`)).status).toBe(404);
  });

  test('[SMART-6] lead nowhere that the request names', async () => {
    const { searchParams } = await begin('hospital');
    const evil = 'https://evil.example/';
    const query = new URLSearchParams({
      state: searchParams.get('state') ?? '',
      error: evil,
      error_uri: evil,
      redirect_uri: evil,
      next: evil,
    });
    const response = await zofia.browser.fetch(
      `${harness.config.publicUrl}/link/hospital/callback?${query.toString()}`,
    );
    expect(response.headers.get('location') ?? '').not.toContain('evil');
    expect(await response.text()).not.toContain('evil.example');
  });

  test('[SMART-61] the state belongs to the session that began', async () => {
    const state = (await begin('hospital')).searchParams.get('state') ?? '';
    const another = harness.visit('rhiannon');
    await another.signIn();
    const callback = `${harness.config.publicUrl}/link/hospital/callback?code=x&state=${state}`;
    expect((await another.browser.fetch(callback)).status).toBe(400);
    expect([401, 303]).toContain((await createBrowser().fetch(callback)).status);
  });
});

describe('what comes from outside', () => {
  test('[SMART-5] is shown as text and never run', async () => {
    const script = '<script>alert(1)</script>';
    const pages = await Promise.all([
      zofia.browser.fetch(`${harness.config.publicUrl}/accounts?told=${encodeURIComponent(script)}`),
      zofia.browser.fetch(`${harness.config.publicUrl}/link/hospital/callback?error=${encodeURIComponent(script)}`),
    ]);
    for (const page of pages) {
      expect(await page.text()).not.toContain(script);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-(?:inline|eval)/);
    }
  });

  test('[SMART-7] tokens are in no cookie', async () => {
    const cookies: string[] = [];
    const real = globalThis.fetch;
    const listening = vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
      const response = await real(...request);
      cookies.push(...response.headers.getSetCookie());
      return response;
    });
    try {
      const rhiannon = harness.visit('rhiannon');
      const subjectId = await rhiannon.linkAll('hospital');
      const { id } = await rhiannon.account('hospital');
      const tokens = await harness.gateway.services.store.getTokens(subjectId, id);
      const secrets = [tokens?.accessToken, tokens?.refreshToken].filter((token) => token !== undefined);
      expect(secrets.length).toBeGreaterThan(0);
      expect(cookies.length).toBeGreaterThan(0);
      for (const token of secrets) expect(cookies.join()).not.toContain(token);
    } finally {
      listening.mockRestore();
    }
  });
});

describe('the gateway’s own keys', () => {
  test('[SMART-298][SMART-301][SMART-302] are published at a fixed address, without signing in', async () => {
    const response = await fetch(`${harness.config.publicUrl}/.well-known/jwks.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ keys: expect.any(Array) as unknown[] });
    expect(response.headers.get('cache-control')).toContain('max-age');
  });
});
