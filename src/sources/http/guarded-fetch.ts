/** `fetch` for addresses that strangers name (key sets of client apps): https, no private address, no redirect, bounded. */
import { fetch, type RequestInit as UndiciInit } from 'undici';
import type { SourceLimits } from '../../ports/source-config.ts';
import { createGuardedAgent } from './guarded-agent.ts';

export function createGuardedFetch(
  limits: Pick<SourceLimits, 'requestTimeoutMs' | 'maxResponseBytes'>,
): (url: string, init: RequestInit) => Promise<Response> {
  const dispatcher = createGuardedAgent({ limits, allowInsecure: false });
  return async (url, init) => {
    // One standard in the types of two libraries.
    const answer: unknown = await fetch(url, { ...(init as unknown as UndiciInit), redirect: 'error', dispatcher });
    return answer as Response;
  };
}
