/**
 * The sign-in service: an OpenID provider with NHS login's claims (OIDC code flow, `private_key_jwt`). For the demo it also
 * issues the client app's access token, a JWT that its JWKS verifies (RFC 9068).
 */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { JWK } from 'jose';
import { createAuthorizationServer } from '../oauth/authorization-server.ts';
import { createClientKeys } from '../oauth/client-keys.ts';
import { listen } from '../listen.ts';
import type { SandboxUser } from '../sandbox-user.ts';
import { fhirApp } from './fhir-app.ts';
import { NOT_FOUND, refuse } from './fhir-answer.ts';

const CLIENT_ID = 'phr-gateway';

export interface AccessTokenRequest {
  readonly sub: string;
  /** Gateway Patient id the token is for. */
  readonly patient: string;
  /** Space-separated, e.g. `patient/*.rs`. */
  readonly scope: string;
  readonly audience: string;
  readonly clientId?: string;
  /** An hour where it is not said; negative for an expired one. */
  readonly expiresInS?: number;
}

export interface SignInService {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** ES384 private key of the gateway at this service, made for this run. */
  readonly clientPrivateKey: JWK;
  readonly clientKeyId: string;
  readonly scopes: readonly string[];
  issueAccessToken(request: AccessTokenRequest): Promise<string>;
  close(): Promise<void>;
}

export interface SignInServerOptions {
  readonly port: number;
  readonly users: readonly SandboxUser[];
  readonly redirectUri: string;
  readonly clientName: string;
}

/** @throws PortTakenError */
export async function startSignInServer(options: SignInServerOptions): Promise<SignInService> {
  const [listening, keys] = await Promise.all([listen('sign-in', options.port), createClientKeys()]);
  const scopes = ['openid', 'profile'];
  const server = await createAuthorizationServer({
    issuer: `${listening.origin}/login`,
    cookiePrefix: 'signin',
    title: 'the sandbox sign-in service',
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: options.clientName,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES384',
        jwks: { keys: [keys.publicKey] },
      },
    ],
    clientAuthMethods: ['private_key_jwt'],
    scopes,
    claims: {
      openid: ['sub'],
      profile: ['nhs_number', 'identity_proofing_level', 'given_name', 'family_name', 'birthdate'],
    },
    signingAlgorithm: 'ES256',
    accessTokenTtlS: 600,
    rotateRefreshToken: false,
    refreshTokens: 'never',
    requiredAud: undefined,
    users: options.users,
    people: undefined,
    patientOf: () => ({ patient: undefined, fhirUser: undefined }),
  });
  listening.serve(
    fhirApp({
      fhirPath: '/',
      oauthPath: '/login',
      oauth: server.router,
      fhir: (_req, res) => refuse(res, NOT_FOUND),
      delayMs: 0,
    }),
  );
  const { privateKey, kid, algorithm } = server.signingKey;
  return {
    issuer: server.issuer,
    jwksUri: server.endpoints.jwks,
    clientId: CLIENT_ID,
    redirectUri: options.redirectUri,
    clientPrivateKey: keys.privateKey,
    clientKeyId: keys.keyId,
    scopes,
    issueAccessToken: ({ sub, patient, scope, audience, clientId = 'demo-app', expiresInS = 3600 }) => {
      const nowS = Math.floor(Date.now() / 1000);
      return new SignJWT({ patient, scope, client_id: clientId })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'at+jwt' })
        .setIssuer(server.issuer)
        .setSubject(sub)
        .setAudience(audience)
        .setIssuedAt(nowS)
        .setExpirationTime(nowS + expiresInS)
        .setJti(randomUUID())
        .sign(privateKey);
    },
    close: () => listening.close(),
  };
}
