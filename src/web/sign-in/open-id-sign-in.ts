/** Signing in through the configured OpenID provider (OpenID Connect Core 3.1; PKCE, state and nonce always). */
import { importJWK, type JWK } from 'jose';
import * as client from 'openid-client';
import { GatewayError } from '../../errors.ts';
import type { SignIn, SignInClaims } from '../../services/sign-in-actor.ts';

type SignInAuthentication =
  | { readonly method: 'public' }
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly clientSecret: string }
  | {
      readonly method: 'private_key_jwt';
      readonly algorithm: string;
      readonly privateKey: JWK;
      readonly keyId: string;
    };

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication: SignInAuthentication;
  readonly scopes: readonly string[];
  /** True only where the operator says so: plain http (the sandbox). */
  readonly allowInsecure: boolean;
}

/** Kept in the browser's session until the way back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OpenIdSignIn {
  /** @throws GatewayError `source-failed` where the provider cannot be reached. */
  start(): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  /** @throws GatewayError `sign-in-required` where the provider or the answer says no. */
  finish(query: string, pending: PendingSignIn): Promise<SignIn>;
}

const TIMEOUT_S = 10;
/** The library marks it deprecated so that it stands out; here the operator decides. */
const { allowInsecureRequests }: { readonly allowInsecureRequests: (config: client.Configuration) => void } = client;

export function createOpenIdSignIn(provider: OpenIdProvider, redirectUri: string): OpenIdSignIn {
  let discovered: Promise<client.Configuration> | undefined;

  /** Found at the first sign-in, not at start: the gateway answers its apps while the provider is down. */
  async function configuration(): Promise<client.Configuration> {
    discovered ??= discover(provider);
    try {
      return await discovered;
    } catch (cause) {
      discovered = undefined;
      throw new GatewayError('source-failed', 'The sign-in service cannot be reached. Try again later.', cause);
    }
  }

  return {
    async start() {
      const config = await configuration();
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: provider.scopes.join(' '),
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, pending };
    },
    async finish(query, pending) {
      const config = await configuration();
      const current = new URL(redirectUri);
      current.search = query;
      try {
        const tokens = await client.authorizationCodeGrant(config, current, {
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          pkceCodeVerifier: pending.codeVerifier,
          idTokenExpected: true,
        });
        const idToken = tokens.claims();
        if (idToken === undefined) throw new GatewayError('sign-in-required');
        const userInfo =
          config.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await client.fetchUserInfo(config, tokens.access_token, idToken.sub);
        return {
          identity: { issuer: idToken.iss, sub: idToken.sub },
          claims: readClaims({ ...userInfo, ...idToken }),
        };
      } catch (cause) {
        if (cause instanceof GatewayError) throw cause;
        throw new GatewayError('sign-in-required', 'Signing in did not work. Start again.', cause);
      }
    },
  };
}

async function discover(provider: OpenIdProvider): Promise<client.Configuration> {
  return client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    await clientAuthentication(provider.authentication),
    { timeout: TIMEOUT_S, ...(provider.allowInsecure ? { execute: [allowInsecureRequests] } : {}) },
  );
}

async function clientAuthentication(authentication: SignInAuthentication): Promise<client.ClientAuth> {
  switch (authentication.method) {
    case 'public':
      return client.None();
    case 'client_secret_basic':
      return client.ClientSecretBasic(authentication.clientSecret);
    case 'client_secret_post':
      return client.ClientSecretPost(authentication.clientSecret);
    case 'private_key_jwt': {
      const key = await importJWK(authentication.privateKey, authentication.algorithm);
      if (key instanceof Uint8Array) throw new GatewayError('internal', 'The sign-in key is not asymmetric.');
      return client.PrivateKeyJwt({ key, kid: authentication.keyId });
    }
  }
}

function readClaims(claims: Readonly<Record<string, unknown>>): SignInClaims {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined);
  return {
    name: text('name'),
    family_name: text('family_name'),
    given_name: text('given_name'),
    birthdate: text('birthdate'),
    nhs_number: text('nhs_number'),
    identity_proofing_level: text('identity_proofing_level'),
  };
}
