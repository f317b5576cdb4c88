/** Reads how long a source asks to wait: `Retry-After` (RFC 9110, 10.2.3) or the rate limit fields in use before and after the IETF draft. */

/**
 * @param now milliseconds since 1970, to turn an HTTP date into a wait.
 * @returns milliseconds, never negative; undefined where the answer does not say.
 */
export function readWaitMs(headers: Headers, now: number): number | undefined {
  return (
    retryAfter(headers.get('retry-after'), now) ?? rateLimit(headers.get('ratelimit')) ?? rateLimitReset(headers, now)
  );
}

function retryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** `"default";r=0;t=59`, `limit=100;remaining=0;t=59` or the older `limit=100, remaining=0, reset=59`. */
function rateLimit(value: string | null): number | undefined {
  if (value === null) return undefined;
  const waits = value
    .split(/[;,]/)
    .map((part) => /^\s*(?:t|reset)\s*=\s*"?(\d{1,9})"?\s*$/i.exec(part)?.[1])
    .filter((seconds) => seconds !== undefined)
    .map((seconds) => Number(seconds) * 1000);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** Seconds to wait, or (as some servers give it) seconds since 1970. */
function rateLimitReset(headers: Headers, now: number): number | undefined {
  const value = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset');
  if (value === null || !/^\s*\d{1,13}\s*$/.test(value)) return undefined;
  const seconds = Number(value);
  return seconds < 1_000_000_000 ? seconds * 1000 : Math.max(0, seconds * 1000 - now);
}
