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
    };

export interface SourceLimits {
  /** One HTTP request, connect to last byte. */
  readonly requestTimeoutMs: number;
  /** One response body. */
  readonly maxResponseBytes: number;
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
