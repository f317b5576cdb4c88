/**
 * Turns a bearer access token of a trusted issuer into an AccessGrant (RFC 6750, RFC 9068 section 4, RFC 8725; scopes as in
 * SMART App Launch 2.2). Nothing in a token is believed before its signature is proved.
 */
import { createHash } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { AccessGrant } from '../access/access-grant.ts';
import { parseScopes } from '../access/parse-scopes.ts';
import { RefusedToken } from '../access/refused-token.ts';
import { GatewayError } from '../errors.ts';

export interface TrustedIssuer {
  /** `iss`, compared character by character. */
  readonly issuer: string;
  readonly jwksUri: string;
  /** This server as the issuer names it: one member of `aud`. */
  readonly audience: string;
  /** Signature algorithms taken from this issuer; asymmetric ones only. */
  readonly algorithms: readonly string[];
  /** Claim that holds the id of the gateway's Patient. */
  readonly patientClaim: string;
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
const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;
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
      const { payload, issuer } = await verifySignature(token, issuers, now());
      const grant = toGrant(payload, issuer);
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
      throw new RefusedToken('invalid-token', { ...toGrant(error.payload, issuer), scopes: [] });
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

function toGrant(payload: JWTPayload, issuer: TrustedIssuer): AccessGrant {
  const { sub } = payload;
  const patient = payload[issuer.patientClaim];
  if (sub === undefined || sub === '') throw new GatewayError('invalid-token');
  if (typeof patient !== 'string' || !FHIR_ID.test(patient)) {
    throw new GatewayError('invalid-token', 'The access token names no patient.');
  }
  const scopes = parseScopes(scopeText(payload['scope']));
  const grant: AccessGrant = {
    actor: { issuer: issuer.issuer, sub },
    clientId: textClaim(payload['client_id']) ?? textClaim(payload['azp']),
    subjectId: patient,
    scopes,
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
  if (!scopes.some((scope) => scope.level === 'patient' && (scope.read || scope.search))) {
    throw new RefusedToken('insufficient-scope', grant, 'The access token has no scope that reads a patient record.');
  }
  return grant;
}

/** A string (RFC 9068), or a list as some issuers send it. */
function scopeText(claim: unknown): string {
  if (typeof claim === 'string') return claim;
  return Array.isArray(claim) ? claim.filter((item) => typeof item === 'string').join(' ') : '';
}

function textClaim(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
