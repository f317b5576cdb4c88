/** The gateway's own access to a source, without a person's sign-in (SMART App Launch 2.2, "Backend Services"). */
import { clientCredentialsGrant } from 'openid-client';
import type { ReceivedResource } from '../record/source-input.ts';
import type { BackendAccess } from '../ports/source-connector.ts';
import { oauthFailure } from './oauth/oauth-failure.ts';
import { resourceTypeOf, textAt } from './read/outline.ts';
import { readPages } from './read/read-pages.ts';
import type { SourceParts } from './source-parts.ts';

/** Longer-lived tokens are used no longer than this; a refresh token, which there should not be, not at all. */
const LONGEST_S = 300;

export function createBackendAccess(parts: SourceParts): BackendAccess {
  const { config, deps } = parts;
  return {
    async authorize() {
      const { client } = await parts.oauth();
      const requested = config.scopes.join(' ');
      try {
        const answer = await clientCredentialsGrant(client, { scope: requested });
        const seconds = Math.min(answer.expires_in ?? LONGEST_S, LONGEST_S);
        deps.log.info({ source: config.name, seconds }, 'source granted access of its own');
        return {
          accessToken: answer.access_token,
          refreshToken: undefined,
          expiresAt: new Date(deps.now() + seconds * 1000).toISOString(),
          scope: answer.scope ?? requested,
        };
      } catch (error) {
        throw oauthFailure(error, 'backend');
      }
    },

    async findPatients(identifiers, context) {
      const reader = parts.reader(context);
      const found = new Map<string, ReceivedResource>();
      for (const { system, value } of identifiers) {
        const query = new URLSearchParams({ identifier: `${system}|${value}` });
        const pages = await readPages(reader, `${config.baseUrl.replace(/\/$/, '')}/Patient?${query.toString()}`, {
          baseUrl: config.baseUrl,
          maxPages: config.limits.maxPages,
          label: 'Patient',
          onPage: () => undefined,
        });
        // A part of the answer could make two people look like one.
        if (pages.shortfall !== undefined) throw pages.shortfall;
        for (const resource of pages.resources) {
          if (resourceTypeOf(resource.json) === 'Patient')
            found.set(textAt(resource.json, 'id') ?? resource.at, resource);
        }
      }
      return [...found.values()];
    },
  };
}
