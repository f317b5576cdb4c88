/** What the pages for people need; made by `app.ts`. */
import type { AppAuthorization } from '../ports/app-authorization.ts';
import type { ServiceContext } from '../services/service-context.ts';
import type { RateLimits } from '../services/rate-limits.ts';
import type { RecordReader } from '../services/record-reader.ts';
import type { AccountSync } from '../services/sync-account.ts';
import type { PageRenderer } from './layout/page-renderer.ts';
import type { PageRecordReader } from './record/page-record.ts';
import type { OpenIdSignIn } from './sign-in/open-id-sign-in.ts';

export interface WebSettings {
  /** Origin and path of the gateway as people see it, no slash at the end. Never read from a request. */
  readonly publicUrl: string;
  /** Of the FHIR endpoint, no slash at the end. */
  readonly fhirBaseUrl: string;
  readonly sessionIdleMs: number;
  readonly sessionMaxMs: number;
  /** Origins of plain-http sources the operator allows (the sandbox); forms may lead there. */
  readonly insecureOrigins: readonly string[];
  /** Issuers whose access tokens are taken at the FHIR endpoint: apps that hold one are not asked about on these pages. */
  readonly tokenIssuers: readonly string[];
}

export interface WebDeps {
  readonly services: ServiceContext;
  readonly sync: AccountSync;
  readonly reader: RecordReader;
  readonly pageRecords: PageRecordReader;
  /** Undefined where no sign-in service is configured: the pages say so. */
  readonly signIn: OpenIdSignIn | undefined;
  /** The gateway's authorization server, seen from the person. */
  readonly appAuthorization: AppAuthorization;
  /** Undefined: without limits. */
  readonly limits: RateLimits | undefined;
  readonly settings: WebSettings;
  readonly pages: PageRenderer;
}
