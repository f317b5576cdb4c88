/** The only file that knows every part: builds stores, sources, services and surfaces, and takes them down again (design 3). */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { assignRequestId } from './api/request-id.ts';
import type { AuthorizationUrls } from './api/capability-statement.ts';
import { loadDefinitions } from './api/definitions/load-definitions.ts';
import { createFhirRouter } from './api/fhir-router.ts';
import type { Config } from './config/load-config.ts';
import { createAuthorizationAdmin, type AuthorizationAdmin } from './oauth/authorization-admin.ts';
import type { AuthorizationServerOptions } from './oauth/authorization-server-options.ts';
import type { AuthorizationServer } from './oauth/create-authorization-server.ts';
import { createTokenVerifier } from './oauth/verify-token.ts';
import { addHealth } from './health.ts';
import { measureRequests } from './measure-requests.ts';
import { openDurableStore, openSharedStore } from './open-stores.ts';
import type { AppClient } from './ports/authorization-store.ts';
import type { Log } from './ports/log.ts';
import type { SharedStore } from './ports/shared-store.ts';
import type { SourceConfig } from './ports/source-config.ts';
import type { SourceConnector } from './ports/source-connector.ts';
import { publicKeySet } from './public-keys.ts';
import { createAccessAudit } from './services/audit-access.ts';
import { createAuditLog } from './services/audit-log.ts';
import { keepAuditFor } from './services/audit-retention.ts';
import { createFindActor } from './services/find-actor.ts';
import { measuredSync, type Meters } from './services/measured-sync.ts';
import { findPersonByIdentifier } from './services/find-person-by-identifier.ts';
import { createRateLimits } from './services/rate-limits.ts';
import { createRecordReader } from './services/read-record.ts';
import { createScheduledReadings } from './services/scheduled-readings.ts';
import type { ServiceContext } from './services/service-context.ts';
import { createAccountSync, type ProgressListener } from './services/sync-account.ts';
import { createSourceConnector } from './sources/create-source-connector.ts';
import { createGuardedFetch } from './sources/http/guarded-fetch.ts';
import { createStoreAdmin, type StoreAdmin } from './store/admin/create-store-admin.ts';
import { openIndex } from './terminology/index/open-index.ts';
import { createTerminologyServer } from './terminology/server/create-terminology-server.ts';
import { createPageRenderer } from './web/layout/page-renderer.ts';
import { createOpenIdSignIn } from './web/sign-in/open-id-sign-in.ts';
import { SIGN_IN_CALLBACK_PATH } from './web/sign-in/sign-in-routes.ts';
import { createLog } from './telemetry/log.ts';
import { createWebRouter } from './web/web-router.ts';

/** Beside src/ and, once built, beside dist/. */
const PROFILES_DIR = fileURLToPath(new URL('../profiles/', import.meta.url));

/** A reading may go on in the background for this long after the answer was given. */
const PULL_DEADLINE_MS = 120_000;
/** Each process looks often, so that what is due is spread over all of them. */
const SCHEDULE = { lookEveryMs: 10_000, atOnce: 4, perSourceAndMinute: 60 };
const SESSION_IDLE_MS = 30 * 60_000;
const AUDIT_RETENTION_DAYS = 730;

export interface GatewayOptions {
  readonly config: Config;
  readonly sources: readonly SourceConfig[];
  /** Client apps of the configuration; those registered otherwise are in the store. */
  readonly clients?: readonly AppClient[];
  readonly log: Log;
  /** Of the software. */
  readonly version: string;
  readonly onProgress?: ProgressListener;
  /** Where numbers and traces go; nowhere where it is left out. */
  readonly meters?: Meters | undefined;
}

export interface Gateway {
  readonly app: Express;
  readonly services: ServiceContext;
  /** Answers "not ready" from now on, so that no new work is sent here. */
  drain(): void;
  /** Ends readings under way and closes the stores. */
  close(): Promise<void>;
}

/**
 * @throws StoreOpenError where the data file cannot be opened with this operator key.
 * @throws ReleaseFaultError where the terminology index cannot be opened.
 */
export async function composeGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, sources, log, version } = options;
  const terminology = config.terminologyFile === undefined ? undefined : openIndex(config.terminologyFile);
  if (terminology !== undefined) log.info({ releases: terminology.releases }, 'terminology opened');
  const store = await openDurableStore(config, log);
  const shared = await openSharedStore(config, store, log).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const requestIds = new AsyncLocalStorage<string>();
  const services: ServiceContext = {
    store,
    shared,
    log,
    now: Date.now,
    newId: randomUUID,
    requestId: () => requestIds.getStore(),
    connectors: new Map(sources.map((source) => [source.name, createSourceConnector(source, { log, now: Date.now })])),
    terminology,
    terminologyServer:
      config.terminologyServer === undefined
        ? undefined
        : createTerminologyServer(config.terminologyServer, { shared, log }),
  };
  const plainSync = createAccountSync(services, {
    pullDeadlineMs: PULL_DEADLINE_MS,
    onProgress: options.onProgress ?? (() => undefined),
    plan: config.readEveryMs === undefined ? undefined : { everyMs: config.readEveryMs, random: Math.random },
  });
  const { meters } = options;
  const sync = meters === undefined ? plainSync : measuredSync(plainSync, meters);
  const schedule = createScheduledReadings(services, sync, {
    ...SCHEDULE,
    perSourceAndMinute: config.readsPerSourceAndMinute ?? SCHEDULE.perSourceAndMinute,
  });
  if (config.readEveryMs !== undefined) schedule.start();
  const reader = createRecordReader(services, sync, config);
  const limits = config.rateLimitPerMinute ? createRateLimits(shared, config.rateLimitPerMinute) : undefined;
  const authorization = await createAuthorization({
    publicUrl: config.publicUrl,
    fhirBaseUrl: config.fhirBaseUrl,
    cookieKey: Buffer.from(store.sharedKey('oauth-cookies')).toString('base64url'),
    clients: options.clients ?? [],
    dynamicRegistration: config.dynamicRegistration ?? false,
    fetchKeys: createGuardedFetch({ requestTimeoutMs: 2_500, maxResponseBytes: 64 * 1024 }),
    services,
    limits,
  });
  const verifier = authorization.verifier(
    createTokenVerifier({
      issuers: config.tokenIssuers,
      patients: {
        fhirBaseUrl: config.fhirBaseUrl,
        findByIdentifier: async (identifier) => (await findPersonByIdentifier(services, identifier))?.id,
      },
    }),
  );
  const findActor = createFindActor(services, authorization.issuer);

  const definitions = await loadDefinitions(PROFILES_DIR);

  const retention = keepAuditFor(services, config.auditRetentionDays ?? AUDIT_RETENTION_DAYS);

  let isDraining = false;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxyHops);
  app.use((request, response, next) => {
    requestIds.run(assignRequestId(request, response), next);
  });
  if (meters !== undefined) app.use(measureRequests(meters));
  // First of all: nearly every request is for it, and none is held against routes that it cannot mean.
  app.use(
    '/fhir/R4',
    createFhirRouter({
      reader,
      verify: (header) => verifier.verify(header),
      baseUrl: config.fhirBaseUrl,
      log,
      version,
      onAccess: createAccessAudit(services, findActor),
      limits,
      definitions,
      authorization: authorizationUrls(authorization.issuer, config),
      auditLog: createAuditLog(services, findActor),
    }),
  );
  addHealth(app, services, () => isDraining);
  addPublicKeys(app, config, sources);
  app.use(authorization.router);
  app.use(
    createWebRouter({
      services,
      sync,
      reader,
      signIn:
        config.signIn === undefined
          ? undefined
          : createOpenIdSignIn(config.signIn, `${config.publicUrl}${SIGN_IN_CALLBACK_PATH}`),
      appAuthorization: authorization.appAuthorization,
      limits,
      settings: {
        publicUrl: config.publicUrl,
        fhirBaseUrl: config.fhirBaseUrl,
        sessionIdleMs: Math.min(SESSION_IDLE_MS, config.sessionLifetimeMs),
        sessionMaxMs: config.sessionLifetimeMs,
        insecureOrigins: insecureOrigins(sources),
        tokenIssuers: config.tokenIssuers.map(({ issuer }) => issuer),
      },
      pages: createPageRenderer({ timeZone: config.timeZone ?? 'Europe/London' }),
    }),
  );

  return {
    app,
    services,
    drain: () => {
      isDraining = true;
    },
    close: async () => {
      isDraining = true;
      await Promise.all([schedule.close(), sync.close(), retention.close()]);
      await closeStores(shared, store);
    },
  };
}

/** Reading releases and their index, for `phr-gateway terminology import` and `reconcile --terminology`. */
export { importTerminology, type ImportRequest } from './terminology/import-terminology.ts';
export { openIndex as openTerminology } from './terminology/index/open-index.ts';

/** One source by itself, without stores or surfaces: for `phr-gateway source check`. */
export function connectSource(source: SourceConfig): SourceConnector {
  return createSourceConnector(source, { log: createLog({ level: 'silent' }), now: Date.now });
}

/** Client apps and signing keys, without surfaces: for `phr-gateway client` and `phr-gateway keys`. @throws StoreOpenError */
export async function openAuthorizationAdmin(config: Config): Promise<AuthorizationAdmin> {
  return createAuthorizationAdmin(await openDurableStore(config, createLog({ level: 'silent' })), Date.now);
}

/** A store by itself, without gateway: for `phr-gateway store` and `phr-gateway keys rotate`. */
export function openStoreAdmin({ postgresUrl, dataFile, operatorKey, previousOperatorKey }: Config): StoreAdmin {
  const log = createLog({ level: 'silent' });
  return createStoreAdmin({
    postgresUrl,
    dataFile,
    operatorKey,
    previousOperatorKey,
    log,
    now: () => new Date(),
  });
}

/** The library takes long to load, and most commands serve nobody. */
async function createAuthorization(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { createAuthorizationServer } = await import('./oauth/create-authorization-server.ts');
  return createAuthorizationServer(options);
}

/** As its own metadata names them. */
function authorizationUrls(issuer: string, { publicUrl, dynamicRegistration }: Config): AuthorizationUrls {
  return {
    authorize: `${issuer}/auth`,
    token: `${issuer}/token`,
    register: dynamicRegistration === true ? `${issuer}/reg` : undefined,
    manage: `${publicUrl}/apps`,
    introspect: `${issuer}/token/introspection`,
    revoke: `${issuer}/token/revocation`,
  };
}

/** Where sources and the sign-in service find the keys to check `private_key_jwt` with. */
function addPublicKeys(app: Express, config: Config, sources: readonly SourceConfig[]): void {
  const keys = sources.flatMap(({ authentication }) =>
    authentication.method === 'private_key_jwt' ? [authentication] : [],
  );
  const keySet = publicKeySet(config.signIn === undefined ? keys : [...keys, config.signIn]);
  app.get('/.well-known/jwks.json', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300').json(keySet);
  });
}

function insecureOrigins(sources: readonly SourceConfig[]): readonly string[] {
  const urls = sources
    .filter((source) => source.allowInsecure)
    .flatMap((source) => [source.baseUrl, ...(source.endpoints === undefined ? [] : [source.endpoints.authorization])]);
  return [...new Set(urls.map((url) => new URL(url).origin).filter((origin) => origin.startsWith('http:')))];
}

async function closeStores(shared: SharedStore, store: ServiceContext['store']): Promise<void> {
  await shared.close();
  await store.close();
}
