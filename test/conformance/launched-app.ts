/** An app of the tests that launches step by step, so that every parameter can be sent otherwise. */
import { expect } from 'vitest';
import { startHarness, type Harness, type Visitor } from '../integration/app-harness.ts';
import {
  answerAt,
  appClient,
  authorizationRequest,
  discover,
  REDIRECT_URI,
  type Answer,
  type AuthorizationRequest,
} from '../integration/oauth-apps.ts';
import type { AppClient } from '../../src/ports/authorization-store.ts';

export type Parameters = Readonly<Record<string, string | undefined>>;

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface LaunchedApp {
  readonly harness: Harness;
  readonly visitor: Visitor;
  readonly patientId: string;
  /** Up to the app's redirect URI. */
  readonly authorize: (
    changes?: Parameters,
    answer?: Answer,
    app?: string,
  ) => Promise<{ readonly request: AuthorizationRequest; readonly callback: URL }>;
  /** A form at the token endpoint; undefined leaves a field out. */
  readonly askToken: (form: Parameters, headers?: Readonly<Record<string, string>>) => Promise<TokenAnswer>;
  /** The code of a launch of `public-app`, exchanged with these changes to what a good app sends. */
  readonly exchange: (options?: {
    readonly changes?: Parameters;
    readonly form?: Parameters;
    readonly answer?: Answer;
  }) => Promise<TokenAnswer>;
  /** What a launch for these scopes gives. */
  readonly tokens: (scope: string, answer?: Answer) => Promise<Readonly<Record<string, string>>>;
  /** Below the FHIR base. */
  readonly read: (path: string, token: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** A gateway over the sandbox with zofia's GP and hospital, and the apps `public-app`, `other-app` and those given. */
export async function startLaunchedApp(clients: readonly AppClient[] = []): Promise<LaunchedApp> {
  const harness = await startHarness({
    clients: [appClient('public-app', { method: 'none' }), appClient('other-app', { method: 'none' }), ...clients],
  });
  const visitor = harness.visit('zofia');
  const patientId = await visitor.linkAll('gp', 'hospital');

  const authorize: LaunchedApp['authorize'] = async (changes = {}, answer = {}, app = 'public-app') => {
    const request = await authorizationRequest(harness, await discover(harness, app), changes);
    return { request, callback: await answerAt(visitor.browser, request.url, answer) };
  };

  const askToken: LaunchedApp['askToken'] = async (form, headers = {}) => {
    const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(`${harness.config.publicUrl}/oauth/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(given),
    });
    const body = (await response.json()) as TokenAnswer['body'];
    return { status: response.status, headers: response.headers, body };
  };

  const exchange: LaunchedApp['exchange'] = async ({ changes, form, answer } = {}) => {
    const { request, callback } = await authorize(changes, answer);
    return askToken({
      grant_type: 'authorization_code',
      client_id: 'public-app',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      code_verifier: request.verifier,
      ...form,
    });
  };

  return {
    harness,
    visitor,
    patientId,
    authorize,
    askToken,
    exchange,
    tokens: async (scope, answer = {}) => {
      const { status, body } = await exchange({ changes: { scope, nonce: undefined }, answer });
      expect(status).toBe(200);
      return body as Readonly<Record<string, string>>;
    },
    read: (path, token, headers = {}) =>
      fetch(`${harness.config.fhirBaseUrl}/${path}`, { headers: { ...headers, Authorization: `Bearer ${token}` } }),
  };
}
