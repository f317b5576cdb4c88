/** Says whether the source's sign-in can be found (SMART App Launch 2.2, "Conformance"). */
import { SourceError } from '../../ports/source-connector.ts';
import type { CheckFinding } from '../../ports/source-connector.ts';
import type { SmartConfiguration } from '../oauth/smart-configuration.ts';
import { smartConfigurationUrl } from '../oauth/discover.ts';
import type { SourceParts } from '../source-parts.ts';
import { whyNotReached } from './why-not-reached.ts';

export interface DiscoveryCheck {
  readonly configuration: SmartConfiguration | undefined;
  readonly findings: readonly CheckFinding[];
}

/** SMART capability sets: what a person's stand-alone link needs, and what a backend service does. */
const NEEDED = {
  patient: ['launch-standalone', 'context-standalone-patient', 'permission-patient'],
  backend: ['client-confidential-asymmetric'],
} as const;

const FOUND = {
  patient: 'authorization code with PKCE (S256)',
  backend: 'client credentials, without a sign-in',
} as const;

export async function checkDiscovery({ config, discover }: SourceParts): Promise<DiscoveryCheck> {
  if (discover === undefined) {
    const text = 'The sign-in addresses come from the configuration; nothing is discovered.';
    return { configuration: undefined, findings: [{ subject: 'discovery', level: 'note', text }] };
  }
  try {
    const configuration = await discover();
    return { configuration, findings: findingsOn(configuration, config.baseUrl, config.access ?? 'patient') };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return {
      configuration: undefined,
      findings: [{ subject: 'discovery', level: 'wrong', text: whyNotReached(error) }],
    };
  }
}

function findingsOn(
  { server, capabilities, departures }: SmartConfiguration,
  baseUrl: string,
  access: 'patient' | 'backend',
): CheckFinding[] {
  const found: CheckFinding[] = [
    {
      subject: 'discovery',
      level: 'works',
      text: `Sign-in found through ${smartConfigurationUrl(baseUrl)}: ${FOUND[access]}.`,
    },
    ...departures.map((text): CheckFinding => ({ subject: 'discovery', level: 'wrong', text })),
  ];
  const missing =
    capabilities.length === 0 ? [] : NEEDED[access].filter((capability) => !capabilities.includes(capability));
  if (missing.length > 0) {
    found.push({
      subject: 'discovery',
      level: 'missing',
      text: `It does not list what a link needs: ${missing.join(', ')}.`,
    });
  }
  if (server.issuer === undefined && access === 'patient') {
    found.push({
      subject: 'discovery',
      level: 'note',
      text: 'It names no issuer; the answer to a sign-in is then checked by its origin only.',
    });
  }
  if (server.revocationEndpoint === undefined) {
    found.push({
      subject: 'discovery',
      level: 'missing',
      text: 'It names no revocation endpoint: unlinking deletes here, but cannot end the sign-in there.',
    });
  }
  return found;
}
