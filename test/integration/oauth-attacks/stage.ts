/** What the attacks are tried on: one gateway with apps and a person, and short ways to ask it. */
import { expect } from 'vitest';
import type * as client from 'openid-client';
import { startHarness, type Harness, type Visitor } from '../app-harness.ts';
import {
  answerAt,
  appClient,
  appKey,
  authorizationRequest,
  discover,
  REDIRECT_URI,
  type AppKey,
} from '../oauth-apps.ts';

export const SECRET = 'a secret of this test only';
export const NATIVE_URI = 'http://127.0.0.1/native';

export interface Refusal {
  readonly status: number;
  readonly error: unknown;
}

export interface Stage {
  readonly harness: Harness;
  readonly zofia: Visitor;
  /** The public app's view of the gateway. */
  readonly config: client.Configuration;
  /** Of `key-app`. */
  readonly key: AppKey;
  readonly issuer: string;
}

export async function startStage(): Promise<Stage> {
  const key = await appKey('RS384');
  const harness = await startHarness({
    clients: [
      appClient('public-app', { method: 'none' }),
      appClient('other-app', { method: 'none' }),
      appClient('secret-app', { method: 'client_secret_basic', secret: SECRET }),
      appClient('key-app', { method: 'private_key_jwt', jwks: { keys: [key.jwk] } }),
      appClient('loopback-web-app', { method: 'none' }, { redirectUris: ['http://127.0.0.1:4000/web'] }),
      appClient('native-app', { method: 'none' }, { redirectUris: [NATIVE_URI], kind: 'native' }),
    ],
  });
  const zofia = harness.visit('zofia');
  await zofia.linkAll('gp');
  const config = await discover(harness, 'public-app');
  return { harness, zofia, config, key, issuer: `${harness.config.publicUrl}/oauth` };
}

export async function post(
  { issuer }: Stage,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Refusal> {
  const response = await fetch(`${issuer}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  expect(response.status, text).toBeLessThan(500);
  if (response.ok) expect(body, 'no token may be given').not.toHaveProperty('access_token');
  return { status: response.status, error: body['error'] };
}

/** A code of the public app, with what is needed to exchange it. */
export async function newCode({ harness, zofia, config }: Stage, changes: Record<string, string | undefined> = {}) {
  const request = await authorizationRequest(harness, config, changes);
  const callback = await answerAt(zofia.browser, request.url);
  return { code: callback.searchParams.get('code') ?? '', request, callback };
}

export function exchange(
  stage: Stage,
  code: string,
  verifier: string | undefined,
  more: Record<string, string> = {},
): Promise<Refusal> {
  return post(stage, '/token', {
    grant_type: 'authorization_code',
    client_id: 'public-app',
    code,
    redirect_uri: REDIRECT_URI,
    ...(verifier === undefined ? {} : { code_verifier: verifier }),
    ...more,
  });
}

export async function readStatus({ harness, zofia }: Stage, token: string, path?: string): Promise<number> {
  const url = `${harness.config.fhirBaseUrl}/${path ?? `Patient/${await zofia.subjectId()}`}`;
  return (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status;
}

/** Where an authorization request leads a browser nobody is signed in at: a page of ours, or back to an app. */
export async function authorize(
  { issuer }: Stage,
  parameters: URLSearchParams,
): Promise<{ status: number; location: URL | undefined; html: string }> {
  const response = await fetch(`${issuer}/auth?${parameters.toString()}`, { redirect: 'manual' });
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location === null ? undefined : new URL(location, issuer),
    html: await response.text(),
  };
}
