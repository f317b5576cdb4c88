/** Looks a source over without a sign-in, and says in plain words what works, what is missing and what is wrong. */
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { SourceParts } from '../source-parts.ts';
import { checkAuthentication } from './check-authentication.ts';
import { checkCapabilities } from './check-capabilities.ts';
import { checkClock } from './check-clock.ts';
import { checkDiscovery } from './check-discovery.ts';
import { checkScopes } from './check-scopes.ts';
import { fetchMetadata } from './fetch-metadata.ts';

/** Never rejects with a SourceError: a source that cannot be reached is a finding. */
export async function checkSource(parts: SourceParts): Promise<readonly CheckFinding[]> {
  const [metadata, discovery] = await Promise.all([fetchMetadata(parts), checkDiscovery(parts)]);
  return [
    ...metadata.findings,
    ...checkClock(metadata.headers, parts.deps.now()),
    ...discovery.findings,
    ...checkCapabilities(parts.config, metadata.statement),
    ...checkScopes(parts.config, discovery.configuration),
    ...(await checkAuthentication(parts, discovery.configuration)),
  ];
}
