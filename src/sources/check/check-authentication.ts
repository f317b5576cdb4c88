/** Says whether the gateway's way of proving itself fits what the source takes. */
import { SourceError } from '../../ports/source-connector.ts';
import type { CheckFinding } from '../../ports/source-connector.ts';
import { clientAuthentication } from '../oauth/client-authentication.ts';
import type { SmartConfiguration } from '../oauth/smart-configuration.ts';
import type { SourceParts } from '../source-parts.ts';

export async function checkAuthentication(
  { config }: SourceParts,
  configuration: SmartConfiguration | undefined,
): Promise<readonly CheckFinding[]> {
  const { authentication } = config;
  try {
    await clientAuthentication(authentication, config.baseUrl);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [finding('wrong', error.detail)];
  }
  const own =
    authentication.method === 'private_key_jwt'
      ? `${authentication.method} with ${authentication.algorithm}`
      : authentication.method;
  if (configuration === undefined)
    return [
      finding('note', `The gateway proves itself by ${own}; whether the source takes that shows at the first sign-in.`),
    ];
  const { authenticationMethods: methods, signingAlgorithms: algorithms } = configuration;
  // A public client sends no proof, which some servers list as `none` and most do not list.
  if (methods.length > 0 && authentication.method !== 'public' && !methods.includes(authentication.method)) {
    return [
      finding('wrong', `The gateway proves itself by ${authentication.method}; the source takes ${safeList(methods)}.`),
    ];
  }
  if (
    authentication.method === 'private_key_jwt' &&
    algorithms.length > 0 &&
    !algorithms.includes(authentication.algorithm)
  ) {
    return [
      finding('wrong', `The gateway signs with ${authentication.algorithm}; the source takes ${safeList(algorithms)}.`),
    ];
  }
  return [
    finding(
      'works',
      `The gateway proves itself by ${own}${methods.length === 0 ? '; the source does not list what it takes' : ', which the source takes'}.`,
    ),
  ];
}

/** Words of the source's document go to a terminal: only what looks like a name. */
function safeList(words: readonly string[]): string {
  return words.filter((word) => /^[\w.-]{1,40}$/.test(word)).join(', ');
}

function finding(level: CheckFinding['level'], text: string): CheckFinding {
  return { subject: 'authentication', level, text };
}
