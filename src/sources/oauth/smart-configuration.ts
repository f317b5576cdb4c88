/** Reads a SMART configuration (SMART App Launch 2.2, "Conformance": `.well-known/smart-configuration`) and names what is wrong with it. */
import { SourceError } from '../../ports/source-connector.ts';
import { isObject, textAt, textsAt } from '../read/outline.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { requireSafeEndpoint } from './authorization-server.ts';

export interface SmartConfiguration {
  readonly server: AuthorizationServer;
  readonly capabilities: readonly string[];
  /** Empty where not said. */
  readonly scopesSupported: readonly string[];
  readonly authenticationMethods: readonly string[];
  readonly signingAlgorithms: readonly string[];
  /** Departures from the specification that do not stop a sign-in. */
  readonly departures: readonly string[];
}

/**
 * @param json the document.
 * @param baseUrl relative endpoints are resolved against it.
 * @param access without a person's sign-in only the token endpoint is needed (SMART App Launch 2.2, "Backend Services").
 * @throws SourceError `misconfigured` where an endpoint is missing or not https, or PKCE by S256 is not offered.
 */
export function readSmartConfiguration(
  json: unknown,
  baseUrl: string,
  allowInsecure: boolean,
  access: 'patient' | 'backend' = 'patient',
): SmartConfiguration {
  if (!isObject(json)) throw new SourceError('misconfigured', 'The source’s SMART configuration is no JSON object.');
  const endpoint = (name: string): string | undefined => {
    const url = absoluteEndpoint(textAt(json, name), baseUrl);
    if (url !== undefined) requireSafeEndpoint(url, allowInsecure);
    return url;
  };
  const tokenEndpoint = endpoint('token_endpoint');
  const authorizationEndpoint =
    endpoint('authorization_endpoint') ?? (access === 'backend' ? tokenEndpoint : undefined);
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) {
    const missing = authorizationEndpoint === undefined ? 'authorization_endpoint' : 'token_endpoint';
    throw new SourceError('misconfigured', `The source’s SMART configuration names no ${missing}.`);
  }
  const challengeMethods = textsAt(json, 'code_challenge_methods_supported');
  if (access === 'patient' && !challengeMethods.includes('S256')) {
    throw new SourceError(
      'misconfigured',
      'The source’s SMART configuration does not offer PKCE by S256, without which no sign-in is safe.',
    );
  }
  return {
    server: {
      issuer: textAt(json, 'issuer'),
      authorizationEndpoint,
      tokenEndpoint,
      revocationEndpoint: endpoint('revocation_endpoint'),
      introspectionEndpoint: endpoint('introspection_endpoint'),
      issParameterSupported: json['authorization_response_iss_parameter_supported'] === true,
    },
    capabilities: textsAt(json, 'capabilities'),
    scopesSupported: textsAt(json, 'scopes_supported'),
    authenticationMethods: textsAt(json, 'token_endpoint_auth_methods_supported'),
    signingAlgorithms: textsAt(json, 'token_endpoint_auth_signing_alg_values_supported'),
    departures: departures(json, challengeMethods),
  };
}

function departures(json: Readonly<Record<string, unknown>>, challengeMethods: readonly string[]): string[] {
  const capabilities = textsAt(json, 'capabilities');
  return [
    ...(Array.isArray(json['capabilities']) ? [] : ['It lists no capabilities.']),
    ...(Array.isArray(json['grant_types_supported']) ? [] : ['It lists no grant_types_supported.']),
    ...(challengeMethods.includes('plain') ? ['It offers PKCE by plain, which it must not.'] : []),
    ...(capabilities.includes('sso-openid-connect') && textAt(json, 'issuer') === undefined
      ? ['It claims sso-openid-connect and names no issuer.']
      : []),
  ];
}

/** Relative ones are against the specification and are resolved all the same (SMART App Launch 2.2, "Using Well-Known"). */
export function absoluteEndpoint(endpoint: string | undefined, baseUrl: string): string | undefined {
  if (endpoint === undefined || endpoint === '') return undefined;
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  return URL.canParse(endpoint, base) ? new URL(endpoint, base).href : undefined;
}
