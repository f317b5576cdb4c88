/** Sends a person to a source's sign-in and takes them back: authorization code with PKCE (SMART App Launch 2.2, "App launch"; RFC 9700; RFC 9207). */
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration, TokenEndpointResponse } from 'openid-client';
import { SourceError } from '../../ports/source-connector.ts';
import type { AuthorizationTransaction } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { AuthorizationServer } from './authorization-server.ts';
import { issuerToExpect } from './authorization-server.ts';
import { authorizationRefused, oauthFailure } from './oauth-failure.ts';

/** @param audience base URL of the FHIR server for SMART sources, so that the token is good there and nowhere else. */
export async function startAuthorizationCode(
  config: Pick<SourceConfig, 'name' | 'scopes'>,
  server: AuthorizationServer,
  client: Configuration,
  redirectUri: string,
  audience: string | undefined,
): Promise<{ readonly url: string; readonly transaction: AuthorizationTransaction }> {
  const transaction: AuthorizationTransaction = {
    source: config.name,
    state: randomState(),
    codeVerifier: randomPKCECodeVerifier(),
    redirectUri,
    issuer: issuerToExpect(server),
    requestedScope: config.scopes.join(' '),
  };
  const url = buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope: transaction.requestedScope,
    state: transaction.state,
    code_challenge: await calculatePKCECodeChallenge(transaction.codeVerifier),
    code_challenge_method: 'S256',
    ...(audience === undefined ? {} : { aud: audience }),
  });
  return { url: url.href, transaction };
}

/** @throws SourceError `authorization-failed`, or of the request. */
export async function finishAuthorizationCode(
  config: Pick<SourceConfig, 'name'>,
  server: AuthorizationServer,
  client: Configuration,
  callback: URL,
  transaction: AuthorizationTransaction,
): Promise<TokenEndpointResponse> {
  const parameters = checkedParameters(config, server, callback, transaction);
  // What the person's browser reached may be a proxy's idea of the address; the source knows the one that was asked for.
  const address = new URL(transaction.redirectUri);
  address.search = parameters.toString();
  try {
    return await authorizationCodeGrant(client, address, {
      expectedState: transaction.state,
      pkceCodeVerifier: transaction.codeVerifier,
    });
  } catch (error) {
    throw oauthFailure(error, 'sign-in');
  }
}

function checkedParameters(
  config: Pick<SourceConfig, 'name'>,
  server: AuthorizationServer,
  callback: URL,
  transaction: AuthorizationTransaction,
): URLSearchParams {
  const parameters = new URLSearchParams(callback.search);
  const foreign = new SourceError(
    'authorization-failed',
    'This answer does not belong to the sign-in that was started here. Start again.',
  );
  if (transaction.source !== config.name || callback.pathname !== new URL(transaction.redirectUri).pathname)
    throw foreign;
  if (parameters.getAll('state').length !== 1 || parameters.get('state') !== transaction.state) throw foreign;
  checkIssuer(server, parameters.getAll('iss'), transaction.issuer);
  const error = parameters.get('error');
  if (error !== null) throw authorizationRefused(error);
  if (parameters.getAll('code').length !== 1) {
    throw new SourceError('authorization-failed', 'The source sent the person back without a code. Start again.');
  }
  // Checked above, and more loosely where the source publishes no issuer.
  if (server.issuer === undefined) parameters.delete('iss');
  return parameters;
}

/** RFC 9207, 2.4. */
function checkIssuer(server: AuthorizationServer, given: readonly string[], expected: string): void {
  const [issuer] = given;
  const wrong = new SourceError(
    'authorization-failed',
    'Another service than the one the person was sent to answered the sign-in. Nothing was linked.',
  );
  if (given.length > 1) throw wrong;
  if (issuer === undefined) {
    if (server.issParameterSupported) throw wrong;
    return;
  }
  const same =
    server.issuer === undefined ? URL.canParse(issuer) && new URL(issuer).origin === expected : issuer === expected;
  if (!same) throw wrong;
}
