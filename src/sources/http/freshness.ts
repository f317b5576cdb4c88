/** How long an answer may be used again without asking (RFC 9111, 4.2). */

/** Where the server does not say; short, as endpoints move rarely but must be found when they do. */
const UNSAID_MS = 5 * 60_000;
const LONGEST_MS = 24 * 60 * 60_000;

/** @returns milliseconds from receipt; 0 where the answer must not be used again. */
export function freshForMs(headers: Headers, now: number): number {
  const directives = (headers.get('cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store') || directives.includes('no-cache')) return 0;
  const maxAge = directives
    .map((directive) => /^max-age="?(\d{1,9})"?$/.exec(directive)?.[1])
    .find((value) => value !== undefined);
  const age = /^\d{1,9}$/.exec(headers.get('age') ?? '')?.[0] ?? '0';
  if (maxAge !== undefined) return clamp((Number(maxAge) - Number(age)) * 1000);
  const expires = headers.get('expires');
  if (expires === null) return UNSAID_MS;
  const until = Date.parse(expires);
  // "0" and other invalid dates mean: already over.
  return Number.isNaN(until) ? 0 : clamp(until - now);
}

function clamp(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(0, ms));
}
