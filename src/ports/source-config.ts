/** A source as configured (`config/sources/<name>.json`), secrets already resolved. Checked and made by `src/config`. */
import type { Coding } from 'fhir/r4.js';
import type { JWK } from 'jose';
import type { SourceDescription } from './source-connector.ts';

export type ClientAuthentication =
  | { readonly method: 'public' }
  | { readonly method: 'client_secret_basic' | 'client_secret_post'; readonly clientSecret: string }
  | {
      readonly method: 'private_key_jwt';
      readonly algorithm: 'RS384' | 'ES384';
      readonly privateKey: JWK;
      readonly keyId: string;
      /** Keys that stand in the gateway's key set beside the one that signs: the next, and those no longer used. Public members count. */
      readonly alsoPublished?: readonly PublishedKey[];
    };

/** A key of the gateway's key set that signs nothing at the moment. */
export interface PublishedKey {
  readonly jwk: JWK;
  readonly keyId: string;
  readonly algorithm: 'RS384' | 'ES384';
}

/**
 * Ways of a server that are asked about beforehand instead of being found out at every reading.
 * `patient-by-reference`: it finds by `patient=Patient/ID` only. `category-required`: some types are searched by category only.
 * `no-include`: it refuses `_include`.
 */
export const SOURCE_QUIRKS = ['patient-by-reference', 'category-required', 'no-include'] as const;

export type SourceQuirk = (typeof SOURCE_QUIRKS)[number];

export interface SourceLimits {
  /** One HTTP request, connect to last byte. */
  readonly requestTimeoutMs: number;
  /** One response body. */
  readonly maxResponseBytes: number;
  /** All response bodies of one reading of one person. */
  readonly maxPullBytes: number;
  /** Pages of one search. */
  readonly maxPages: number;
  /** `_count` asked for. */
  readonly pageSize: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Tries after the first one for answers that may pass (429, 502, 503, 504, reset). */
  readonly retries: number;
}

export interface SourceConfig extends SourceDescription {
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  readonly scopes: readonly string[];
  /** FHIR types to search; for `gp-connect-structured` unused. */
  readonly resourceTypes: readonly string[];
  /** Types the source is known not to have: never asked for, though they belong together with others (IPA: both medication types). */
  readonly lacks?: readonly string[];
  readonly quirks?: readonly SourceQuirk[];
  /** `R4B`: read as R4. Undefined: as `fhirVersion` says. */
  readonly fhirRelease?: 'R4B' | undefined;
  /** How to ask for changes only; undefined: `lastUpdated`, or many such searches in a `batch`, where the CapabilityStatement offers it. */
  readonly increments?: 'batch' | 'lastUpdated' | 'etag' | 'none' | undefined;
  /** Everything is read anew at least this often, so that withdrawals are seen; undefined: a day. */
  readonly fullPullEveryMs?: number | undefined;
  /** For `oauth2` and `gp-connect-structured` sources without SMART discovery. */
  readonly endpoints:
    | {
        readonly issuer: string;
        readonly authorization: string;
        readonly token: string;
        readonly revocation: string | undefined;
      }
    | undefined;
  readonly limits: SourceLimits;
  /** `meta.security` of items that carry none. */
  readonly defaultLabels: readonly Coding[];
  /** True only where the operator says so: plain http and private addresses (the sandbox on loopback). */
  readonly allowInsecure: boolean;
}
