/** Signing in through the configured OpenID provider (OpenID Connect Core 3.1; PKCE, state and nonce always). */
import { importJWK, type JWK } from 'jose';
import * as client from 'openid-client';
import { GatewayError } from '../../errors.ts';
import type { SignIn, SignInClaims } from '../../services/sign-in-actor.ts';

/** The gateway as client of the provider; `private_key_jwt` only (NHS login takes nothing else). */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly privateKey: JWK;
  readonly keyId: string;
  /** JWS algorithm of the client assertion. */
  readonly algorithm: string;
}

/** Kept in the browser's session until the way back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface SignInStart {
  /** The provider asks who it is even where it knows (OpenID Connect Core 3.1.2.1, `prompt=login`). */
  readonly askAgain: boolean;
}

export interface OpenIdSignIn {
  /** @throws GatewayError `source-failed` where the provider cannot be reached. */
  start(how: SignInStart): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  /** @throws GatewayError `sign-in-required` where the provider or the answer says no. */
  finish(query: string, pending: PendingSignIn): Promise<SignIn>;
}

const TIMEOUT_S = 10;
/** NHS login gives the NHS number and the proofing level with `profile`. */
const SCOPE = 'openid profile';
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
    async start({ askAgain }) {
      const config = await configuration();
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: SCOPE,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
        ...(askAgain ? { prompt: 'login' } : {}),
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
  const key = await importJWK(provider.privateKey, provider.algorithm);
  if (key instanceof Uint8Array) throw new GatewayError('internal', 'The sign-in key is not asymmetric.');
  const issuer = new URL(provider.issuer);
  // Configuration takes plain http for this very machine only.
  const execute = issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
  const authentication = client.PrivateKeyJwt({ key, kid: provider.keyId });
  return client.discovery(issuer, provider.clientId, undefined, authentication, { timeout: TIMEOUT_S, ...execute });
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
