/** How long an answer may be used again without asking (RFC 9111, 4.2). */

/** Where the server does not say; short, as endpoints move rarely but must be found when they do. */
const UNSAID_MS = 5 * 60_000;
const LONGEST_MS = 24 * 60 * 60_000;

/** What may be used while a server is down, where it does not say (RFC 5861, 4), and the most it may ask for. */
const STALE_UNSAID_MS = 60 * 60_000;

/** @returns milliseconds after freshness for which an answer may stand in for one that fails (RFC 5861, 4; RFC 9111, 4.2.4). */
export function staleIfErrorMs(headers: Headers): number {
  const directives = directivesOf(headers);
  if (['no-store', 'must-revalidate', 'proxy-revalidate', 'no-cache'].some((word) => directives.includes(word)))
    return 0;
  const said = seconds(directives, 'stale-if-error');
  return said === undefined ? STALE_UNSAID_MS : clamp(said * 1000);
}

/** @returns true where an answer must not be kept, not even to ask whether it still holds. */
export function mustNotKeep(headers: Headers): boolean {
  return directivesOf(headers).includes('no-store');
}

/** @returns milliseconds from receipt; 0 where the answer must not be used again. */
export function freshForMs(headers: Headers, now: number): number {
  const directives = directivesOf(headers);
  if (directives.includes('no-store') || directives.includes('no-cache')) return 0;
  const maxAge = seconds(directives, 'max-age');
  const age = /^\d{1,9}$/.exec(headers.get('age') ?? '')?.[0] ?? '0';
  if (maxAge !== undefined) return clamp((maxAge - Number(age)) * 1000);
  const expires = headers.get('expires');
  if (expires === null) return UNSAID_MS;
  const until = Date.parse(expires);
  // "0" and other invalid dates mean: already over.
  return Number.isNaN(until) ? 0 : clamp(until - now);
}

function directivesOf(headers: Headers): readonly string[] {
  return (headers.get('cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
}

function seconds(directives: readonly string[], name: string): number | undefined {
  const value = directives
    .filter((directive) => directive.startsWith(`${name}=`))
    .map((directive) => /^"?(\d{1,9})"?$/.exec(directive.slice(name.length + 1))?.[1])
    .find((digits) => digits !== undefined);
  return value === undefined ? undefined : Number(value);
}

function clamp(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(0, ms));
}
