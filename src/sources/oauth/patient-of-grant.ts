/** Whose record a fresh token is for: SMART says it in the token answer; elsewhere the one Patient the token may see is asked for. */
import type { TokenEndpointResponse } from 'openid-client';
import { SourceError } from '../../ports/source-connector.ts';
import { readOwnPatient } from '../read/read-patient.ts';
import type { SourceParts } from '../source-parts.ts';

/** @returns undefined where the source does not tell; reading the Patient will then say why. */
export async function patientOfGrant(parts: SourceParts, answer: TokenEndpointResponse): Promise<string | undefined> {
  const said = answer['patient'];
  if (typeof said === 'string' && said !== '') return said.replace(/^(?:.*\/)?Patient\//, '');
  if (typeof said === 'number') return String(said);
  const refused = (): Promise<string> =>
    Promise.reject(new SourceError('needs-sign-in', 'The source does not accept its own new token.'));
  const reader = parts.reader({
    tokens: { current: () => Promise.resolve(answer.access_token), renew: refused },
    signal: AbortSignal.timeout(parts.config.limits.requestTimeoutMs),
  });
  try {
    return (await readOwnPatient(reader, parts.config.baseUrl, undefined)).id;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    parts.deps.log.warn(
      { source: parts.config.name, code: error.code },
      'source did not say whose record a token is for',
    );
    return undefined;
  }
}
