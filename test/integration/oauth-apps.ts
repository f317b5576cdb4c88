/** Client apps of the tests, and a person at a browser who answers the gateway's consent page for them. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as client from 'openid-client';
import type { AppAuthentication, AppClient } from '../../src/ports/authorization-store.ts';
import type { Browser } from '../../src/sandbox/browser/browser.ts';
import { formsOf } from '../../src/sandbox/browser/html-form.ts';
import type { Harness, Visitor } from './app-harness.ts';

export const REDIRECT_URI = 'https://app.example/callback';
export const SCOPE = 'openid fhirUser launch/patient offline_access patient/*.rs';

export function appClient(
  clientId: string,
  authentication: AppAuthentication,
  more: Partial<AppClient> = {},
): AppClient {
  return {
    clientId,
    name: `App ${clientId}`,
    kind: 'web',
    redirectUris: [REDIRECT_URI],
    authentication,
    homePage: undefined,
    policyPage: undefined,
    origins: [],
    registeredBy: 'operator',
    registeredAt: '2026-03-01T09:00:00.000Z',
    ...more,
  };
}

/** Loopback has no https. The library marks it deprecated so that it stands out. */
const { allowInsecureRequests }: { readonly allowInsecureRequests: (config: client.Configuration) => void } = client;

export interface AppKey {
  readonly privateKey: client.CryptoKey;
  readonly kid: string;
  readonly jwk: JWK;
}

export async function appKey(algorithm: 'RS384' | 'ES384', kid = `key-${algorithm}`): Promise<AppKey> {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  return {
    privateKey: pair.privateKey,
    kid,
    jwk: { ...(await exportJWK(pair.publicKey)), kid, alg: algorithm, use: 'sig' },
  };
}

/** The gateway as a client library sees it. */
export function discover(
  harness: Harness,
  clientId: string,
  authentication: client.ClientAuth = client.None(),
): Promise<client.Configuration> {
  const issuer = new URL(`${harness.config.publicUrl}/oauth`);
  return client.discovery(issuer, clientId, undefined, authentication, { execute: [allowInsecureRequests] });
}

export interface AuthorizationRequest {
  readonly url: URL;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** @param changes parameters to send otherwise; undefined leaves one out. */
export function authorizationRequest(
  harness: Harness,
  config: client.Configuration,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<AuthorizationRequest> {
  return authorizationRequestFor(harness.config.fhirBaseUrl, config, changes);
}

/** @param aud base URL of the FHIR server. */
export async function authorizationRequestFor(
  aud: string,
  config: client.Configuration,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<AuthorizationRequest> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const parameters: Record<string, string | undefined> = {
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
    aud,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { url: client.buildAuthorizationUrl(config, Object.fromEntries(given)), verifier, state, nonce };
}

export interface Answer {
  readonly decision?: 'allow' | 'deny';
  /** Whose record is shared, where the person may choose. */
  readonly subject?: string;
  /** What the person does to the ticked form. */
  readonly change?: (fields: readonly (readonly [string, string])[]) => readonly (readonly [string, string])[];
}

/** The browser goes to the authorization endpoint, a signed-in person answers. @returns where the browser is sent at last. */
export async function answerAt(browser: Browser, start: URL | string, answer: Answer = {}): Promise<URL> {
  const page = await leadsTo(await browser.fetch(start), start);
  return page.pathname.startsWith('/apps/authorize/') ? answerPage(browser, page, answer) : page;
}

/** Answers the consent page. @returns where the browser is sent at last. */
export async function answerPage(browser: Browser, page: URL, answer: Answer = {}): Promise<URL> {
  const html = await (await browser.fetch(page)).text();
  const form = formsOf(html).find(({ id }) => id === 'consent');
  if (form === undefined) throw new Error(`no consent form: ${/<h1>([^<]*)/.exec(html)?.[1] ?? 'no page'}`);
  const fields = (answer.change ?? ((same) => same))(form.fields);
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  body.set('decision', answer.decision ?? 'allow');
  if (answer.subject !== undefined) for (const name of ['subject', 'shown']) body.set(name, answer.subject);
  const resume = await leadsTo(await browser.fetch(new URL(form.action, page), { method: 'POST', body }), page);
  return leadsTo(await browser.fetch(resume), resume);
}

async function leadsTo(response: Response, from: URL | string): Promise<URL> {
  const location = response.headers.get('location');
  if (location !== null && response.status === 303) return new URL(location, from);
  throw new Error(`HTTP ${response.status}: ${(await response.text()).replace(/<[^>]*>/g, ' ').slice(0, 400)}`);
}

/** The whole standalone launch with a real client library. */
export async function launch(
  harness: Harness,
  visitor: Visitor,
  config: client.Configuration,
  options: { readonly changes?: Readonly<Record<string, string | undefined>>; readonly answer?: Answer } = {},
) {
  const request = await authorizationRequest(harness, config, options.changes);
  const callback = await answerAt(visitor.browser, request.url, options.answer);
  const tokens = await client.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: request.verifier,
    expectedState: request.state,
    ...(request.url.searchParams.get('scope')?.includes('openid') === true ? { expectedNonce: request.nonce } : {}),
  });
  return { request, callback, tokens };
}
