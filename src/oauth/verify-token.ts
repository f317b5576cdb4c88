/**
 * Turns a bearer access token of a trusted issuer into an AccessGrant (RFC 6750, RFC 9068 section 4, RFC 8725; scopes as in
 * SMART App Launch 2.2). Nothing in a token is believed before its signature is proved.
 */
import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { AccessGrant } from '../access/access-grant.ts';
import { RefusedToken } from '../access/refused-token.ts';
import { GatewayError } from '../errors.ts';
import { externalGrant, requireReading, type IssuerTerms, type PatientFinder } from './external-grant.ts';

export interface TrustedIssuer extends IssuerTerms {
  /** `iss`, compared character by character. */
  readonly issuer: string;
  readonly jwksUri: string;
  /** This server as the issuer names it: one member of `aud`. */
  readonly audience: string;
  /** Signature algorithms taken from this issuer; asymmetric ones only. */
  readonly algorithms: readonly string[];
}

export interface TokenVerifier {
  /**
   * @param authorizationHeader the value of `Authorization`.
   * @throws GatewayError `invalid-token` (401), `insufficient-scope` (403), `source-failed` (the issuer's keys cannot be had).
   */
  readonly verify: (authorizationHeader: string | undefined) => Promise<AccessGrant>;
}

const ASYMMETRIC = /^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$|^Ed25519$/;
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
/** RFC 9068 section 2.1; `JWT` or nothing where the issuer is older than it. */
const ACCESS_TOKEN_TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const MAX_HEADER_CHARACTERS = 16_384;
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_REMEMBERED = 1_000;
/** A key that an issuer withdraws is trusted no longer than this. */
const MAX_REMEMBERED_MS = 300_000;

interface Remembered {
  readonly grant: AccessGrant;
  readonly untilMs: number;
}

/**
 * @param now milliseconds since the epoch.
 * @throws Error where an issuer is configured with a symmetric algorithm or with none.
 */
export function createTokenVerifier(options: {
  readonly issuers: readonly TrustedIssuer[];
  readonly patients: PatientFinder;
  readonly now?: () => number;
}): TokenVerifier {
  const now = options.now ?? Date.now;
  const issuers = new Map(options.issuers.map((issuer) => [issuer.issuer, withKeys(issuer)]));
  const remembered = new Map<string, Remembered>();

  return {
    async verify(authorizationHeader) {
      const token = bearerToken(authorizationHeader);
      const digest = createHash('sha256').update(token).digest('base64url');
      const known = remembered.get(digest);
      if (known !== undefined && now() < known.untilMs) return known.grant;
      remembered.delete(digest);
      const { payload, issuer } = await verifySignature(token, issuers, options.patients, now());
      const grant = await externalGrant(payload, issuer, options.patients);
      requireReading(grant);
      const [oldest] = remembered.size >= MAX_REMEMBERED ? remembered.keys() : [];
      if (oldest !== undefined) remembered.delete(oldest);
      remembered.set(digest, { grant, untilMs: Math.min((payload.exp ?? 0) * 1000, now() + MAX_REMEMBERED_MS) });
      return grant;
    },
  };
}

interface IssuerWithKeys extends TrustedIssuer {
  readonly keys: JWTVerifyGetKey;
}

function withKeys(issuer: TrustedIssuer): IssuerWithKeys {
  const unsafe = issuer.algorithms.filter((algorithm) => !ASYMMETRIC.test(algorithm));
  if (issuer.algorithms.length === 0 || unsafe.length > 0) {
    throw new Error(
      `Issuer ${issuer.issuer}: algorithms must be asymmetric and at least one; not allowed: ${unsafe.join(', ')}`,
    );
  }
  return { ...issuer, keys: createRemoteJWKSet(new URL(issuer.jwksUri)) };
}

function bearerToken(header: string | undefined): string {
  if (header === undefined) throw new GatewayError('invalid-token', 'An access token is needed.');
  if (header.length > MAX_HEADER_CHARACTERS) throw new GatewayError('invalid-token');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new GatewayError('invalid-token');
  return token;
}

async function verifySignature(
  token: string,
  issuers: ReadonlyMap<string, IssuerWithKeys>,
  patients: PatientFinder,
  nowMs: number,
): Promise<{ payload: JWTPayload; issuer: IssuerWithKeys }> {
  const issuer = issuers.get(claimedIssuer(token) ?? '');
  if (issuer === undefined) throw new GatewayError('invalid-token');
  try {
    const { payload, protectedHeader } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp', 'sub'],
    });
    if (protectedHeader.typ !== undefined && !ACCESS_TOKEN_TYPES.has(protectedHeader.typ.toLowerCase())) {
      throw new GatewayError('invalid-token');
    }
    return { payload, issuer };
  } catch (error) {
    // Proved in all but its time: it is known whose record it was for.
    if (error instanceof errors.JWTExpired) {
      throw new RefusedToken('invalid-token', {
        ...(await externalGrant(error.payload, issuer, patients)),
        scopes: [],
      });
    }
    throw error instanceof GatewayError
      ? error
      : new GatewayError(isIssuersFault(error) ? 'source-failed' : 'invalid-token', issuersFaultText(error), error);
  }
}

/** Only to choose whose keys to try; jwtVerify compares it again under the signature. */
function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** Keys that did not come, or came broken, say nothing about the token. */
function isIssuersFault(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function issuersFaultText(error: unknown): string | undefined {
  return isIssuersFault(error)
    ? 'The issuer of the access token did not give its keys, so the token could not be checked.'
    : undefined;
}
