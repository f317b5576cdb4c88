/** The authorization server by itself: its stores, a person, and pages that say yes at once through the port. */
import { randomBytes, randomUUID } from 'node:crypto';
import express from 'express';
import * as client from 'openid-client';
import { createAuthorizationServer, type AuthorizationServer } from '../../src/oauth/create-authorization-server.ts';
import type { AuthorizationServerOptions } from '../../src/oauth/authorization-server-options.ts';
import { createTokenVerifier } from '../../src/oauth/verify-token.ts';
import { consentPath, type ConsentQuestion } from '../../src/ports/app-authorization.ts';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import type { ServiceContext } from '../../src/services/service-context.ts';
import { createBrowser } from '../../src/sandbox/browser/browser.ts';
import { listen, type Listening } from '../../src/sandbox/listen.ts';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../src/store/shared/create-memory-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { authorizationRequestFor } from './oauth-apps.ts';

export const PERSON = 'p-of-the-stage';

export interface OauthStage {
  readonly publicUrl: string;
  readonly issuer: string;
  readonly fhirBaseUrl: string;
  readonly store: DurableStore;
  readonly server: AuthorizationServer;
  /** What the person was asked last. */
  readonly asked: () => ConsentQuestion | undefined;
  /** Milliseconds by which the server's clock is ahead. */
  readonly goAhead: (ms: number) => void;
  /** Takes the server down and up again on the same data. */
  readonly restart: () => Promise<void>;
  /** From the authorization request to tokens. */
  readonly launch: (
    config: client.Configuration,
    changes?: Readonly<Record<string, string | undefined>>,
  ) => Promise<Launched>;
  readonly discover: (clientId: string, authentication?: client.ClientAuth) => Promise<client.Configuration>;
  readonly close: () => Promise<void>;
}

export type Launched = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

export interface OauthStageOptions extends Partial<
  Pick<AuthorizationServerOptions, 'clients' | 'dynamicRegistration' | 'fetchKeys'>
> {
  /** SQLite file; in memory where there is none. */
  readonly file?: string;
}

/** Loopback has no https. The library marks it deprecated so that it stands out. */
const { allowInsecureRequests }: { readonly allowInsecureRequests: (config: client.Configuration) => void } = client;

export async function startOauthStage(options: OauthStageOptions = {}): Promise<OauthStage> {
  const operatorKey = randomBytes(32);
  const cookieKey = randomBytes(32).toString('base64url');
  const listening = await listen('authorization server', 0);
  let ahead = 0;
  let question: ConsentQuestion | undefined;
  const now = () => Date.now() + ahead;

  async function start() {
    const store = await createSqliteStore({ file: options.file ?? ':memory:', operatorKey });
    const services: ServiceContext = {
      store,
      shared: createMemoryStore({ now: Date.now }),
      log: createLog({ level: 'silent' }),
      now,
      newId: randomUUID,
      connectors: new Map(),
    };
    await addPerson(store);
    const publicUrl = listening.origin;
    const server = createAuthorizationServer({
      publicUrl,
      fhirBaseUrl: `${publicUrl}/fhir/R4`,
      cookieKey,
      clients: options.clients ?? [],
      dynamicRegistration: options.dynamicRegistration ?? false,
      fetchKeys: options.fetchKeys ?? (() => Promise.reject(new Error('nothing is fetched here'))),
      services,
    });
    servePages(listening, server, (asked) => {
      question = asked;
    });
    return { store, server };
  }

  let running = await start();
  const stage: OauthStage = {
    publicUrl: listening.origin,
    issuer: running.server.issuer,
    fhirBaseUrl: `${listening.origin}/fhir/R4`,
    get store() {
      return running.store;
    },
    get server() {
      return running.server;
    },
    asked: () => question,
    goAhead(ms) {
      ahead += ms;
    },
    async restart() {
      await running.store.close();
      running = await start();
    },
    discover: (clientId, authentication = client.None()) =>
      client.discovery(new URL(running.server.issuer), clientId, undefined, authentication, {
        execute: [allowInsecureRequests],
      }),
    async launch(config, changes) {
      const request = await authorizationRequestFor(stage.fhirBaseUrl, config, changes);
      const callback = await walk(request.url);
      return client.authorizationCodeGrant(config, callback, {
        pkceCodeVerifier: request.verifier,
        expectedState: request.state,
        ...(request.url.searchParams.get('scope')?.includes('openid') === true ? { expectedNonce: request.nonce } : {}),
      });
    },
    async close() {
      await listening.close();
      await running.store.close();
    },
  };
  return stage;
}

async function addPerson(store: DurableStore): Promise<void> {
  if ((await store.getPerson(PERSON)) !== undefined) return;
  const since = '2026-01-01T00:00:00.000Z';
  const name = { text: undefined, family: undefined, given: [] };
  await store.createPerson({
    id: PERSON,
    identities: [],
    identifiers: [],
    name,
    birthDate: undefined,
    createdAt: since,
  });
  await store.addRepresentation({ subjectId: PERSON, actorId: PERSON, relationship: 'self', since, until: undefined });
}

/** In the place of the gateway's own pages: everything asked for is allowed. */
function servePages(
  listening: Listening,
  server: AuthorizationServer,
  onAsked: (question: ConsentQuestion) => void,
): void {
  const app = express();
  app.use(server.router);
  const { verify } = server.verifier(
    createTokenVerifier({
      issuers: [],
      patients: { fhirBaseUrl: '', findByIdentifier: () => Promise.resolve(undefined) },
    }),
  );
  app.get('/whose', async (request, response) => {
    response.json(await verify(request.get('Authorization')));
  });
  app.get(consentPath(':uid'), async (request, response) => {
    const asked = await server.appAuthorization.question(request, response);
    onAsked(asked);
    const whose = { actorId: PERSON, subjectId: PERSON, sources: undefined, until: undefined };
    const { url } = await server.appAuthorization.allow(request, response, { ...whose, scopes: asked.scopes });
    response.redirect(303, url);
  });
  listening.serve(app);
}

async function walk(start: URL): Promise<URL> {
  const browser = createBrowser();
  let url = start;
  for (let step = 0; step < 4; step += 1) {
    const response = await browser.fetch(url);
    const location = response.headers.get('location');
    if (location === null) throw new Error(`HTTP ${response.status}: ${(await response.text()).slice(0, 400)}`);
    url = new URL(location, url);
    if (url.origin !== start.origin) return url;
  }
  throw new Error('the walk does not end');
}
