/** One `CodeSystem/$lookup` by GET: no redirect is followed, no body is read past a limit, and the token goes to the configured server only. */
import { namesOfLookup, isOperationOutcome } from './read-lookup.ts';
import type { CodeToName } from '../../ports/terminology-server.ts';

export interface ServerAddress {
  /** Without trailing slash; https, or http to this machine, as the settings demand. */
  readonly baseUrl: string;
  /** Bearer token. */
  readonly token: string | undefined;
}

const MAX_BYTES = 256 * 1024;
/** How servers say that they have not the code, or not the code system. */
const NOT_FOUND = new Set([400, 404, 422]);

/**
 * @returns [] where the server says that it does not know the code.
 * @throws Error where that cannot be told: no answer in time, any other status, or a body that is no FHIR.
 */
export async function sendLookup(
  { baseUrl, token }: ServerAddress,
  { system, code }: CodeToName,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const query = new URLSearchParams({ system, code });
  const response = await fetch(`${baseUrl}/CodeSystem/$lookup?${query.toString()}`, {
    headers: {
      accept: 'application/fhir+json',
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    redirect: 'manual',
    signal,
  });
  const { status } = response;
  if (status !== 200 && !NOT_FOUND.has(status)) {
    await response.body?.cancel();
    throw new Error(`status ${status}`);
  }
  const body = JSON.parse(await boundedText(response, signal)) as unknown;
  if (status === 200) return namesOfLookup(body);
  if (!isOperationOutcome(body)) throw new Error(`status ${status} without an OperationOutcome`);
  return [];
}

/** Cancelled by hand: not every version of fetch ends a body that stalls after its headers. */
async function boundedText(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const chunk = next.value as Uint8Array;
      length += chunk.length;
      if (length > MAX_BYTES) {
        stop();
        throw new Error('too large');
      }
      chunks.push(chunk);
    }
    signal.throwIfAborted();
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
