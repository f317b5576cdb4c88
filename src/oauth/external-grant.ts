/**
 * What a verified token of a trusted issuer gives: how it names the patient, and the ceilings that the operator put on the
 * issuer (RFC 9068, SMART App Launch 2.2; configuration per issuer).
 */
import type { JWTPayload } from 'jose';
import type { AccessGrant, LabelRights } from '../access/access-grant.ts';
import { intersectScopes } from '../access/intersect-scopes.ts';
import { parseScopes } from '../access/parse-scopes.ts';
import { RefusedToken } from '../access/refused-token.ts';
import { GatewayError } from '../errors.ts';

export interface IssuerTerms {
  readonly issuer: string;
  readonly patient: {
    /** Claim that names the patient: the id of the gateway's Patient, or the address of that Patient at this server. */
    readonly claim: string;
    /** Where it is set the claim holds an identifier of this system, e.g. an NHS number. */
    readonly identifierSystem: string | undefined;
  };
  /** Scopes beyond which no token of this issuer gives anything; undefined = no ceiling. */
  readonly allowedScopes: readonly string[] | undefined;
  /** Source names; undefined = all. */
  readonly sources: readonly string[] | undefined;
  /** undefined = all. */
  readonly labels: LabelRights | undefined;
  /** Apps whose tokens are taken; undefined = all. */
  readonly clientIds: readonly string[] | undefined;
}

export interface PatientFinder {
  /** Of this server, without a slash at the end. */
  readonly fhirBaseUrl: string;
  /** Gateway Patient id of the one person who is vouched for under this identifier. */
  readonly findByIdentifier: (identifier: {
    readonly system: string;
    readonly value: string;
  }) => Promise<string | undefined>;
}

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;
const MAX_IDENTIFIER_CHARACTERS = 256;

/** @throws GatewayError `invalid-token`. */
export async function externalGrant(
  payload: JWTPayload,
  terms: IssuerTerms,
  finder: PatientFinder,
): Promise<AccessGrant> {
  const { sub } = payload;
  if (sub === undefined || sub === '') throw new GatewayError('invalid-token');
  const clientId = textClaim(payload['client_id']) ?? textClaim(payload['azp']);
  if (terms.clientIds !== undefined && (clientId === undefined || !terms.clientIds.includes(clientId))) {
    throw new GatewayError('invalid-token', "The access token's app is not allowed here.");
  }
  const subjectId = await patientOf(payload[terms.patient.claim], terms, finder);
  if (subjectId === undefined) throw new GatewayError('invalid-token', 'The access token names no patient.');
  const asked = parseScopes(scopeText(payload['scope']));
  const scopes =
    terms.allowedScopes === undefined ? asked : intersectScopes(asked, parseScopes(terms.allowedScopes.join(' ')));
  return {
    actor: { issuer: terms.issuer, sub },
    clientId,
    subjectId,
    scopes,
    sources: terms.sources,
    labels: terms.labels,
    until: undefined,
    appGrantId: undefined,
  };
}

/** @throws RefusedToken `insufficient-scope`. */
export function requireReading(grant: AccessGrant): void {
  if (grant.scopes.some((scope) => scope.level === 'patient' && (scope.read || scope.search))) return;
  throw new RefusedToken('insufficient-scope', grant, 'The access token has no scope that reads a patient record.');
}

async function patientOf(claim: unknown, { patient }: IssuerTerms, finder: PatientFinder): Promise<string | undefined> {
  if (typeof claim !== 'string') return undefined;
  const { identifierSystem: system } = patient;
  if (system !== undefined) {
    const value = claim.trim();
    const isIdentifier = value !== '' && value.length <= MAX_IDENTIFIER_CHARACTERS;
    return isIdentifier ? finder.findByIdentifier({ system, value }) : undefined;
  }
  const place = `${finder.fhirBaseUrl}/Patient/`;
  const id = claim.startsWith(place) ? claim.slice(place.length) : claim;
  return FHIR_ID.test(id) ? id : undefined;
}

/** A string (RFC 9068), or a list as some issuers send it. */
function scopeText(claim: unknown): string {
  if (typeof claim === 'string') return claim;
  return Array.isArray(claim) ? claim.filter((item) => typeof item === 'string').join(' ') : '';
}

function textClaim(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
