/** Which addresses an app may have its answers sent to (RFC 9700, 2.1 and 4.1; RFC 8252, 7 and 8.3). */

/** `native`: runs on the person's own device; there http on loopback and a scheme of the app's own are allowed. */
export type AppKind = 'web' | 'native';

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** RFC 8252, 7.1: a domain name reversed, so that nobody else's app has it; without a dot it could be `javascript` or `data`. */
const OWN_SCHEME = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:$/;
const MAX_CHARACTERS = 500;

/** @returns what is wrong, in words that end a sentence about the URI; undefined where it may be registered. */
export function redirectUriFault(uri: string, kind: AppKind): string | undefined {
  if (uri.length > MAX_CHARACTERS) return `must not be longer than ${MAX_CHARACTERS} characters`;
  if (!URL.canParse(uri) || /[\s\\*]/.test(uri)) return 'must be one absolute URI, without wildcards';
  const url = new URL(uri);
  if (uri.includes('#')) return 'must have no fragment';
  if (url.username !== '' || url.password !== '') return 'must hold no credentials';
  if (/\/\.{1,2}(?:\/|$)/.test(uri.replace(/[?].*$/s, '').replace(/%2e/gi, '.'))) return 'must have no dot segments';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol === 'http:') {
    return LOOPBACK_HOSTS.has(url.hostname) ? undefined : 'must be https (http only for loopback)';
  }
  if (kind === 'native' && OWN_SCHEME.test(url.protocol)) return undefined;
  return kind === 'native'
    ? 'must be https, http on loopback, or have a scheme like com.example.app'
    : 'must be https (http only for loopback)';
}
