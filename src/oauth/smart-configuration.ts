/** What apps find under the FHIR base (SMART App Launch 2.2, "Using Well-Known"): only what works. */
import { ADVERTISED_SCOPES } from './app-scopes.ts';
import { issuerOf, type AuthorizationServerOptions } from './authorization-server-options.ts';

const CAPABILITIES = [
  'launch-standalone',
  'authorize-post',
  'client-public',
  'client-confidential-symmetric',
  'client-confidential-asymmetric',
  'sso-openid-connect',
  'context-standalone-patient',
  'permission-offline',
  'permission-patient',
  'permission-v1',
  'permission-v2',
] as const;

export function smartConfiguration(
  options: Pick<AuthorizationServerOptions, 'publicUrl' | 'dynamicRegistration'>,
  managementPath: string,
): object {
  const issuer = issuerOf(options);
  return {
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    revocation_endpoint: `${issuer}/token/revocation`,
    introspection_endpoint: `${issuer}/token/introspection`,
    management_endpoint: `${options.publicUrl}${managementPath}`,
    ...(options.dynamicRegistration ? { registration_endpoint: `${issuer}/reg` } : {}),
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    scopes_supported: ADVERTISED_SCOPES,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    authorization_response_iss_parameter_supported: true,
    capabilities: CAPABILITIES,
  };
}
