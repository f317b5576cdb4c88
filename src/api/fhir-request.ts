/** What an interaction is given, and what it gives back: HTTP stays outside. */
import type { AccessGrant } from '../access/access-grant.ts';
import type { AccessDecision, AccessRequest } from '../access/decide.ts';
import type { ReadRights } from '../access/read-rights.ts';
import { GatewayError } from '../errors.ts';
import type { AuditLog } from '../services/audit-log.ts';
import type { RecordAnswer } from '../services/record-reader.ts';
import type { QueryParameter } from './query.ts';
import type { RenderedAnswer, RenderedAnswers } from './rendered-answers.ts';
import type { StampedRecord } from './stamped-record.ts';

export interface FhirRequest {
  readonly grant: AccessGrant;
  /** From the path; empty where it has none. */
  readonly resourceType: string;
  readonly id: string;
  /** Version in the path; empty where it has none. */
  readonly version: string;
  readonly parameters: readonly QueryParameter[];
  /** `Prefer: handling=strict` (FHIR R4, 3.1.1.1.3). */
  readonly strict: boolean;
  /**
   * Whether the grant allows it; kept for the account of accesses.
   * @throws GatewayError `forbidden`, `insufficient-scope`.
   */
  readonly decide: (access: AccessRequest) => AccessDecision;
  /** The record as the grant may see it; kept likewise. */
  readonly readRecord: () => Promise<RecordAnswer>;
}

export interface ApiParts {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly rendered: RenderedAnswers;
  readonly auditLog: AuditLog;
  readonly stamped: (answer: RecordAnswer, grant: AccessGrant, rights: ReadRights) => StampedRecord;
}

export type FhirInteraction = (parts: ApiParts, request: FhirRequest) => Promise<RenderedAnswer>;

/** @throws GatewayError `unsupported-parameter`. Names that were sent are not sent back: they may hold anything. */
export function refuseIgnored({ strict }: Pick<FhirRequest, 'strict'>, ignored: readonly string[]): void {
  if (strict && ignored.length > 0) {
    throw new GatewayError('unsupported-parameter', `Not supported here: ${ignored.map(shortName).join(', ')}.`);
  }
}

/** A parameter's name as it may be told again. */
export function shortName(name: string): string {
  return /^[A-Za-z0-9_.-]{1,40}$/.test(name) ? name : 'a parameter that is no name';
}

/** The newest of the stamps; undefined where there is none. ISO instants in UTC compare as text only at one precision. */
export function newest(instants: readonly (string | undefined)[]): string | undefined {
  return instants.reduce<string | undefined>((latest, instant) => {
    if (instant === undefined || Number.isNaN(Date.parse(instant))) return latest;
    return latest === undefined || Date.parse(instant) > Date.parse(latest) ? instant : latest;
  }, undefined);
}
