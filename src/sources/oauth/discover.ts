/** Finds the source's authorization server by SMART discovery, and keeps the answer as long as HTTP allows. */
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { createKeptAnswer } from '../http/kept-answer.ts';
import type { Retrying } from '../http/retrying.ts';
import type { SendPlain } from '../http/send-plain.ts';
import { answerFailure } from '../read/answer-failure.ts';
import { readOAuthUris } from './oauth-uris.ts';
import { readSmartConfiguration } from './smart-configuration.ts';
import type { SmartConfiguration } from './smart-configuration.ts';

export interface DiscoveryParts {
  readonly config: Pick<SourceConfig, 'baseUrl' | 'allowInsecure' | 'fhirVersion' | 'access'>;
  readonly send: SendPlain;
  readonly retrying: Retrying;
  readonly now: () => number;
}

/** @throws SourceError `misconfigured` for a document that cannot be used, or of the request. */
export type Discover = () => Promise<SmartConfiguration>;

export function smartConfigurationUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/$/, '')}/.well-known/smart-configuration`;
}

export function createDiscover({ config, send, retrying, now }: DiscoveryParts): Discover {
  const { baseUrl, allowInsecure } = config;

  function ask(url: string, accept: string, conditions: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    return retrying(async () => {
      const received = await send({ method: 'GET', url, headers: { accept, ...conditions } });
      if (received.status === 304) return received;
      const failure = answerFailure(received, now());
      if (failure !== undefined) throw failure;
      return received;
    }, undefined);
  }

  const wellKnown = createKeptAnswer({
    ask: (conditions) => ask(smartConfigurationUrl(baseUrl), 'application/json', conditions),
    read: ({ outline }) => readSmartConfiguration(outline, baseUrl, allowInsecure, config.access),
    now,
  });
  const oauthUris = createKeptAnswer({
    ask: (conditions) =>
      ask(`${baseUrl.replace(/\/$/, '')}/metadata`, 'application/fhir+json, application/json+fhir;q=0.9', conditions),
    read: ({ outline }) => readOAuthUris(outline, baseUrl, allowInsecure),
    now,
  });

  return async () => {
    try {
      return await wellKnown();
    } catch (error) {
      if (!(error instanceof SourceError) || !(isMissing(error) || error.code === 'misconfigured')) throw error;
      // Servers of FHIR before R4 came before the document; they name their endpoints in `metadata` (SMART App Launch 1.0).
      const older = config.fhirVersion === 'R4' ? undefined : await oauthUris().catch(() => undefined);
      if (older !== undefined) return older;
      if (!isMissing(error)) throw error;
      throw new SourceError(
        'misconfigured',
        'The source offers no SMART configuration (.well-known/smart-configuration).',
      );
    }
  };
}

/** Refused counts as missing: a server that knows no such path may want a sign-in for it. */
function isMissing({ code }: SourceError): boolean {
  return code === 'not-found' || code === 'refused' || code === 'forbidden' || code === 'needs-sign-in';
}
