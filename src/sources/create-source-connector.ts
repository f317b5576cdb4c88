/** Makes the connector for a configured source: SMART on FHIR, plain OAuth 2, or GP Connect's structured record. */
import type { ReceivedResource } from '../record/source-input.ts';
import { SourceError } from '../ports/source-connector.ts';
import type { PullContext, PullResult, SourceConnector, SourceDescription } from '../ports/source-connector.ts';
import type { SourceConfig } from '../ports/source-config.ts';
import { checkSource } from './check/check-source.ts';
import { pullStructured } from './gp-connect/pull-structured.ts';
import { createBackendAccess } from './backend-access.ts';
import { finishAuthorizationCode, startAuthorizationCode } from './oauth/authorization-code.ts';
import { compareScopes } from './oauth/compare-scopes.ts';
import { patientOfGrant } from './oauth/patient-of-grant.ts';
import { refreshTokens, revokeTokens } from './oauth/renew-tokens.ts';
import { introspectedExpiry } from './oauth/refresh-expiry.ts';
import { tokenSet } from './oauth/token-set.ts';
import { pullBySearch } from './read/pull-by-search.ts';
import { readOwnPatient } from './read/read-patient.ts';
import { createSourceParts } from './source-parts.ts';
import type { SourceDeps, SourceParts } from './source-parts.ts';

/**
 * The connector stores nothing; tokens come in by argument and go out by result.
 *
 * @param config with secrets resolved.
 * @throws SourceError `misconfigured` for a source that can never work (plain http not allowed, OAuth 2 without endpoints).
 */
export function createSourceConnector(config: SourceConfig, deps: SourceDeps): SourceConnector {
  const parts = createSourceParts(config, deps);
  const { log, now } = deps;
  return {
    source: descriptionOf(config),

    async startAuthorization(redirectUri) {
      if (config.access === 'backend')
        throw new SourceError('misconfigured', 'This source is linked by agreement; nobody signs in there.');
      const { server, client } = await parts.oauth();
      // Plain OAuth 2 servers need not know `aud`, which is SMART's.
      const audience = config.kind === 'oauth2' ? undefined : config.baseUrl;
      return startAuthorizationCode(config, server, client, redirectUri, audience);
    },

    async completeAuthorization(callback, transaction) {
      const { server, client } = await parts.oauth();
      const answer = await finishAuthorizationCode(config, server, client, callback, transaction);
      const before = { scope: transaction.requestedScope, refreshToken: undefined };
      const tokens = tokenSet(answer, before, now());
      const { notGranted, unasked } = compareScopes(transaction.requestedScope, tokens.scope);
      log.info(
        { source: config.name, scopeSaid: answer.scope !== undefined, notGranted, unasked },
        'source granted a sign-in',
      );
      return { tokens, patientId: await patientOfGrant(parts, answer) };
    },

    ...(config.access === 'backend' ? { backend: createBackendAccess(parts) } : {}),

    async refresh(tokens) {
      if (config.access === 'backend') return createBackendAccess(parts).authorize();
      const { client } = await parts.oauth();
      const renewed = await refreshTokens(client, tokens, now);
      log.info(
        { source: config.name, rotated: renewed.refreshToken !== tokens.refreshToken },
        'source renewed a sign-in',
      );
      return renewed;
    },

    async refreshExpiry({ refreshToken }) {
      if (refreshToken === undefined) return undefined;
      const { client } = await parts.oauth();
      return introspectedExpiry(client, refreshToken);
    },

    async revoke(tokens) {
      try {
        const { client } = await parts.oauth();
        return await revokeTokens(client, tokens);
      } catch {
        // Best effort: without discovery there is nowhere to revoke.
        return 'failed';
      }
    },

    async readPatient({ tokens, patientId, signal }): Promise<ReceivedResource> {
      return (await readOwnPatient(parts.reader({ tokens, signal }), config.baseUrl, patientId)).resource;
    },

    async pull(context) {
      const result = await pullFrom(parts, context);
      logOutcomes(parts, result);
      return result;
    },

    check: () => checkSource(parts),
  };
}

function descriptionOf(config: SourceConfig): SourceDescription {
  const { name, title, adds, kind, baseUrl, fhirVersion, viewOf, defaultLabels, access = 'patient' } = config;
  return { name, title, adds, kind, baseUrl, fhirVersion, viewOf, defaultLabels, access };
}

async function pullFrom(parts: SourceParts, context: PullContext): Promise<PullResult> {
  const { config, capabilities, deps } = parts;
  const reader = parts.reader(context);
  const offersLastUpdated = (type: string) => capabilities.offersLastUpdated(type);
  return config.kind === 'gp-connect-structured'
    ? pullStructured(config.baseUrl, reader, context)
    : pullBySearch({ config, now: deps.now, offersLastUpdated, batches: capabilities.batches }, reader, context);
}

function logOutcomes(
  { config, deps }: SourceParts,
  { resources, unreadable, outcomes, faults = [] }: PullResult,
): void {
  const notDone = outcomes
    .filter(({ state }) => state !== 'done' && state !== 'nothing-there')
    .map(({ type, state }) => {
      const why = faults.filter((fault) => fault.type === type).map((fault) => fault.why);
      return why.length === 0 ? `${type} ${state}` : `${type} ${state}: ${why.join(', ')}`;
    });
  deps.log.info(
    {
      source: config.name,
      resources: resources.length,
      unreadable: unreadable.length,
      types: outcomes.length,
      notDone,
    },
    'source was read',
  );
}
