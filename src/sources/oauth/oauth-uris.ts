/** Reads OAuth endpoints from a CapabilityStatement or Conformance, where older servers name them (SMART App Launch 1.0, "Declaring support for OAuth2 endpoints"). */
import { objectAt, objectsAt, textAt } from '../read/outline.ts';
import { requireSafeEndpoint } from './authorization-server.ts';
import type { SmartConfiguration } from './smart-configuration.ts';
import { absoluteEndpoint } from './smart-configuration.ts';

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/**
 * @returns undefined where it names no endpoints.
 * @throws SourceError `misconfigured` for an endpoint the gateway may not use.
 */
export function readOAuthUris(
  statement: unknown,
  baseUrl: string,
  allowInsecure: boolean,
): SmartConfiguration | undefined {
  const uris = objectsAt(statement, 'rest')
    .flatMap((rest) => objectsAt(objectAt(rest, 'security'), 'extension'))
    .filter((extension) => textAt(extension, 'url') === OAUTH_URIS)
    .flatMap((extension) => objectsAt(extension, 'extension'));
  const endpoint = (name: string): string | undefined => {
    const found = uris.find((uri) => textAt(uri, 'url') === name);
    const url = absoluteEndpoint(textAt(found, 'valueUri'), baseUrl);
    if (url !== undefined) requireSafeEndpoint(url, allowInsecure);
    return url;
  };
  const authorizationEndpoint = endpoint('authorize');
  const tokenEndpoint = endpoint('token');
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) return undefined;
  return {
    server: {
      issuer: undefined,
      authorizationEndpoint,
      tokenEndpoint,
      revocationEndpoint: endpoint('revoke'),
      introspectionEndpoint: endpoint('introspect'),
      issParameterSupported: false,
    },
    capabilities: [],
    scopesSupported: [],
    authenticationMethods: [],
    signingAlgorithms: [],
    departures: [
      'It has no SMART configuration; its sign-in addresses are those in its CapabilityStatement. PKCE is used, whether or not it looks at it.',
    ],
  };
}
