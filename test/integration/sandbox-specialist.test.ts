/** The sandbox's specialist record: plain OAuth 2, rotating refresh tokens, labels, copies of the GP's items. */
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, fhir, link, pages, sourceNamed, userNamed } from './sandbox-walks.ts';
import type { Page } from './sandbox-walks.ts';

let sandbox: Sandbox;
let specialist: SandboxSource;

beforeAll(async () => {
  sandbox = await startSandbox(REDIRECTS);
  specialist = sourceNamed(sandbox, 'specialist');
});

afterAll(() => sandbox.close());

function patientStatus(token: string): Promise<number> {
  return fhir(`${specialist.baseUrl}/Patient`, token).then(({ status }) => status);
}

describe('refresh tokens', () => {
  test('rotate on every use', async () => {
    const { configuration, tokens } = await link(specialist, userNamed(sandbox, 'zofia'));
    const second = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    const third = await client.refreshTokenGrant(configuration, second.refresh_token ?? '');
    expect(new Set([tokens.refresh_token, second.refresh_token, third.refresh_token]).size).toBe(3);
    expect(await patientStatus(third.access_token)).toBe(200);
  });

  test('reused, end the whole grant', async () => {
    const { configuration, tokens } = await link(specialist, userNamed(sandbox, 'zofia'));
    const second = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    expect(await patientStatus(second.access_token)).toBe(200);
    await expect(client.refreshTokenGrant(configuration, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    expect(await patientStatus(second.access_token)).toBe(401);
    await expect(client.refreshTokenGrant(configuration, second.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

test('the token answer names no patient; GET Patient does', async () => {
  const { tokens } = await link(specialist, userNamed(sandbox, 'dana'));
  expect(tokens.scope).toBe('PATIENT');
  expect(tokens).not.toHaveProperty('patient');
  const page = JSON.parse((await fhir(`${specialist.baseUrl}/Patient`, tokens.access_token)).text) as Page;
  expect(page.entry?.map(({ resource }) => resource.id)).toEqual([specialist.patients.get('milo')]);
});

test.each(['fhir/r4/.well-known/smart-configuration', 'oauth/.well-known/openid-configuration'])(
  'there is no %s',
  async (path) => {
    expect((await fetch(`${new URL(specialist.baseUrl).origin}/${path}`)).status).toBe(404);
  },
);

test('a wrong client secret is refused', async () => {
  const { configuration, tokens } = await link(specialist, userNamed(sandbox, 'zofia'));
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' });
  const response = await fetch(configuration.serverMetadata().token_endpoint ?? '', {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from('phr-gateway:wrong').toString('base64')}` },
    body,
  });
  expect(response.status).toBe(401);
});

test('items carry one label each, or none', async () => {
  const { tokens } = await link(specialist, userNamed(sandbox, 'zofia'));
  const [page] = await pages(`${specialist.baseUrl}/MedicationStatement`, tokens.access_token);
  const labels = (page?.entry ?? []).map(({ resource }) => {
    const { meta } = resource as { meta?: { security?: { code: string }[] } };
    return (meta?.security ?? []).map(({ code }) => code).join();
  });
  expect(new Set(labels)).toEqual(new Set(['GENERAL_HEALTH', '']));
  const mental = await link(specialist, userNamed(sandbox, 'rhiannon'));
  const text = (await fhir(`${specialist.baseUrl}/Condition`, mental.tokens.access_token)).text;
  expect(text).toContain('MENTAL_HEALTH');
});
