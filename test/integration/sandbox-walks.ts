/** How the sandbox's own tests walk an authorization flow as a client that is not the gateway. */
import { importJWK } from 'jose';
import type { JWK } from 'jose';
import * as client from 'openid-client';
import { walkAuthorization } from '../../src/sandbox/browser/browser.ts';
import type { Walker } from '../../src/sandbox/browser/browser.ts';
import type { SandboxUser } from '../../src/sandbox/sandbox-user.ts';
import type { SandboxSource } from '../../src/sandbox/servers/source-server.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start-sandbox.ts';

// Marked as deprecated only to stand out: everything here is on loopback.
const { allowInsecureRequests }: { readonly allowInsecureRequests: (configuration: client.Configuration) => void } =
  client;

export const REDIRECTS: Pick<SandboxOptions, 'redirectUri' | 'signInRedirectUri'> = {
  redirectUri: (source) => `http://127.0.0.1:1/link/${source}/callback`,
  signInRedirectUri: 'http://127.0.0.1:1/sign-in/callback',
};

export function sourceNamed(sandbox: Sandbox, name: string): SandboxSource {
  const found = sandbox.sources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`no source ${name}`);
  return found;
}

export function userNamed(sandbox: Sandbox, userName: string): SandboxUser {
  const found = sandbox.users.find((user) => user.userName === userName);
  if (found === undefined) throw new Error(`no user ${userName}`);
  return found;
}

async function privateKeyJwt(privateKey: JWK, keyId: string): Promise<client.ClientAuth> {
  const key = await importJWK(privateKey, 'ES384');
  if (key instanceof Uint8Array) throw new Error('not a private key');
  return client.PrivateKeyJwt({ key, kid: keyId });
}

async function clientAuthentication(source: SandboxSource): Promise<client.ClientAuth> {
  const { authentication } = source.config;
  switch (authentication.method) {
    case 'public':
      return client.None();
    case 'private_key_jwt':
      return privateKeyJwt(authentication.privateKey, authentication.keyId);
    default:
      return client.ClientSecretBasic(authentication.clientSecret);
  }
}

/** The client's view of a source: SMART discovery, or the endpoints told on paper. */
export async function clientConfiguration(source: SandboxSource): Promise<client.Configuration> {
  const { endpoints, clientId, baseUrl } = source.config;
  const server =
    endpoints === undefined
      ? ((await (await fetch(`${baseUrl}/.well-known/smart-configuration`)).json()) as client.ServerMetadata)
      : {
          issuer: endpoints.issuer,
          authorization_endpoint: endpoints.authorization,
          token_endpoint: endpoints.token,
          ...(endpoints.revocation === undefined ? {} : { revocation_endpoint: endpoints.revocation }),
        };
  const metadata = { id_token_signed_response_alg: 'RS256' };
  const configuration = new client.Configuration(server, clientId, metadata, await clientAuthentication(source));
  allowInsecureRequests(configuration);
  return configuration;
}

export interface Linked {
  readonly configuration: client.Configuration;
  readonly tokens: client.TokenEndpointResponse;
}

/** Authorization code + PKCE from start to tokens. */
export async function link(
  source: SandboxSource,
  user: Walker,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Linked> {
  const configuration = await clientConfiguration(source);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const start = client.buildAuthorizationUrl(configuration, {
    redirect_uri: source.client.redirectUri,
    scope: source.config.scopes.join(' '),
    state: expectedState,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...(source.kind === 'smart' ? { aud: source.baseUrl } : {}),
    ...parameters,
  });
  const back = await walkAuthorization(start.href, user, {
    until: (url) => url.href.startsWith(source.client.redirectUri),
  });
  const tokens = await client.authorizationCodeGrant(configuration, new URL(back), { pkceCodeVerifier, expectedState });
  return { configuration, tokens };
}

/** The callback URL a walk ends at, for flows that fail. */
export async function walkToCallback(
  source: SandboxSource,
  user: Walker,
  parameters: Readonly<Record<string, string>>,
): Promise<URL> {
  const configuration = await clientConfiguration(source);
  const start = client.buildAuthorizationUrl(configuration, {
    redirect_uri: source.client.redirectUri,
    scope: source.config.scopes.join(' '),
    state: client.randomState(),
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
    ...parameters,
  });
  const until = (url: URL): boolean => url.href.startsWith(source.client.redirectUri);
  return new URL(await walkAuthorization(start.href, user, { until }));
}

export interface Page {
  readonly resourceType: string;
  readonly total?: number;
  readonly entry?: readonly { readonly resource: { readonly resourceType?: string; readonly id?: string } }[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

export async function fhir(
  url: string,
  token: string,
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** All pages of a search, by its `next` links. */
export async function pages(url: string, token: string): Promise<readonly Page[]> {
  const found: Page[] = [];
  for (let next: string | undefined = url; next !== undefined && found.length < 100;) {
    const page = JSON.parse((await fhir(next, token)).text) as Page;
    found.push(page);
    next = page.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}
