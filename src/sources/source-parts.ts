/** The parts every kind of source is made of: the guarded ways out and the source's authorization server. */
import type { Configuration } from 'openid-client';
import type { Log } from '../ports/log.ts';
import { SourceError } from '../ports/source-connector.ts';
import type { PullContext } from '../ports/source-connector.ts';
import type { SourceConfig } from '../ports/source-config.ts';
import { createGuardedAgent } from './http/guarded-agent.ts';
import { createRetrying } from './http/retrying.ts';
import { createSendFhir } from './http/send-fhir.ts';
import type { SendFhir } from './http/send-fhir.ts';
import { createSendPlain } from './http/send-plain.ts';
import type { SendPlain } from './http/send-plain.ts';
import { configuredServer, requireSafeEndpoint } from './oauth/authorization-server.ts';
import type { AuthorizationServer } from './oauth/authorization-server.ts';
import { createDiscover } from './oauth/discover.ts';
import type { Discover } from './oauth/discover.ts';
import { createOAuthClient } from './oauth/oauth-client.ts';
import { createCapabilities } from './read/capabilities.ts';
import type { Capabilities } from './read/capabilities.ts';
import { createFhirReader } from './read/fhir-reader.ts';
import type { FhirReader } from './read/fhir-reader.ts';

export interface SourceDeps {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface SourceParts {
  readonly config: SourceConfig;
  readonly deps: SourceDeps;
  readonly sendPlain: SendPlain;
  readonly sendFhir: SendFhir;
  /** Only where the source is discovered; undefined where its endpoints are configured. */
  readonly discover: Discover | undefined;
  /** @throws SourceError where discovery fails. */
  server(): Promise<AuthorizationServer>;
  /** @throws SourceError where discovery fails or the gateway's key cannot be used. */
  oauth(): Promise<{ readonly server: AuthorizationServer; readonly client: Configuration }>;
  readonly capabilities: Capabilities;
  reader(context: Pick<PullContext, 'tokens' | 'signal'>): FhirReader;
}

/** @throws SourceError `misconfigured` for a source that can never work. */
export function createSourceParts(config: SourceConfig, deps: SourceDeps): SourceParts {
  const { now } = deps;
  requireSafeEndpoint(config.baseUrl, config.allowInsecure);
  // A refresh token may be good once: its one use must not go out on a connection that is closing.
  const sendPlain = createSendPlain(createGuardedAgent(config, 'fresh'), config.limits.requestTimeoutMs);
  const sendFhir = createSendFhir(config, createGuardedAgent(config));
  const configured = configuredEndpoints(config);
  const discover =
    configured === undefined
      ? createDiscover({ config, send: sendPlain, retrying: createRetrying(config.limits.retries, now), now })
      : undefined;

  async function server(): Promise<AuthorizationServer> {
    if (configured !== undefined) return configured;
    if (discover === undefined)
      throw new SourceError('misconfigured', 'The source has neither endpoints nor discovery.');
    return (await discover()).server;
  }

  return {
    config,
    deps,
    sendPlain,
    sendFhir,
    discover,
    capabilities: createCapabilities(config, sendFhir, now),
    server,
    async oauth() {
      const found = await server();
      return { server: found, client: await createOAuthClient(config, found, sendPlain) };
    },
    reader: ({ tokens, signal }) => createFhirReader({ limits: config.limits, send: sendFhir, now, tokens, signal }),
  };
}

/** A SMART source is always discovered; the others where no endpoints are given, but plain OAuth 2 has no discovery. */
function configuredEndpoints({ kind, endpoints, allowInsecure }: SourceConfig): AuthorizationServer | undefined {
  if (kind === 'smart') return undefined;
  if (endpoints === undefined) {
    if (kind === 'oauth2')
      throw new SourceError('misconfigured', 'A plain OAuth 2 source needs its endpoints in the configuration.');
    return undefined;
  }
  for (const url of [endpoints.authorization, endpoints.token, endpoints.revocation]) {
    if (url !== undefined) requireSafeEndpoint(url, allowInsecure);
  }
  return configuredServer(endpoints);
}
