/** Finds the source's authorization server by SMART discovery, and keeps the answer as long as HTTP allows. */
import { SourceError } from '../../ports/source-connector.ts';
import type { SourceConfig } from '../../ports/source-config.ts';
import { freshForMs } from '../http/freshness.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { Retrying } from '../http/retrying.ts';
import type { SendPlain } from '../http/send-plain.ts';
import { answerFailure } from '../read/answer-failure.ts';
import { readSmartConfiguration } from './smart-configuration.ts';
import type { SmartConfiguration } from './smart-configuration.ts';

export interface DiscoveryParts {
  readonly config: Pick<SourceConfig, 'baseUrl' | 'allowInsecure'>;
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
  let kept: { readonly answer: HttpAnswer; freshUntil: number } | undefined;
  let underWay: Promise<SmartConfiguration> | undefined;

  async function ask(): Promise<SmartConfiguration> {
    const etag = kept?.answer.headers.get('etag');
    const answer = await retrying(async () => {
      const received = await send({
        method: 'GET',
        url: smartConfigurationUrl(config.baseUrl),
        headers: { accept: 'application/json', ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}) },
      });
      if (received.status === 304 && kept !== undefined)
        return { ...kept.answer, headers: merged(kept.answer.headers, received.headers) };
      const failure = answerFailure(received, now());
      if (failure !== undefined) throw discoveryFailure(failure);
      return received;
    }, undefined);
    const found = readSmartConfiguration(answer.outline, config.baseUrl, config.allowInsecure);
    kept = { answer, freshUntil: now() + freshForMs(answer.headers, now()) };
    return found;
  }

  return () => {
    if (kept !== undefined && now() < kept.freshUntil) {
      return Promise.resolve(readSmartConfiguration(kept.answer.outline, config.baseUrl, config.allowInsecure));
    }
    underWay ??= ask().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

function merged(old: Headers, update: Headers): Headers {
  const headers = new Headers(old);
  for (const [name, value] of update) headers.set(name, value);
  return headers;
}

function discoveryFailure(failure: SourceError): SourceError {
  return failure.code === 'not-found' || failure.code === 'refused' || failure.code === 'needs-sign-in'
    ? new SourceError('misconfigured', 'The source offers no SMART configuration (.well-known/smart-configuration).')
    : failure;
}
