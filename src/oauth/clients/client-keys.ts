/**
 * The published keys of clients that sign in with an assertion (SMART App Launch 2.2, "Registering a client"): kept no longer
 * than their answer allows, so that a key its owner has withdrawn opens nothing, and fetched again for a key not seen yet.
 */
import type { JWK } from 'jose';
import type { AuthorizationServerOptions } from '../authorization-server-options.ts';

/** @param keyId the key that is asked for, where that is known. */
export type ClientKeys = (jwksUri: string, keyId: string | undefined) => Promise<{ readonly keys: readonly JWK[] }>;

interface Fetched {
  readonly keys: readonly JWK[];
  readonly atMs: number;
  readonly freshUntilMs: number;
}

/** Where the answer does not say. */
const UNSAID_MS = 5 * 60_000;
const LONGEST_MS = 86_400_000;
/** Unknown key ids and failures make the gateway fetch at most so often. */
const PAUSE_MS = 10_000;
const MAX_KEYS = 50;

export function createClientKeys({
  fetchKeys,
  services: { now, log },
}: Pick<AuthorizationServerOptions, 'fetchKeys' | 'services'>): ClientKeys {
  const fetched = new Map<string, Promise<Fetched>>();

  async function fetchFrom(jwksUri: string): Promise<Fetched> {
    try {
      const response = await fetchKeys(jwksUri, { headers: { Accept: 'application/json' } });
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      const keys = publicKeys(await response.json());
      return { keys, atMs: now(), freshUntilMs: now() + freshForMs(response.headers.get('Cache-Control') ?? '') };
    } catch (error) {
      log.warn({ error }, 'keys of a client app not fetched');
      return { keys: [], atMs: now(), freshUntilMs: now() + PAUSE_MS };
    }
  }

  return async (jwksUri, keyId) => {
    const known = await fetched.get(jwksUri);
    const isKnown = keyId === undefined || known?.keys.some(({ kid }) => kid === keyId) === true;
    const isFresh = known !== undefined && now() < known.freshUntilMs;
    if (known !== undefined && isFresh && (isKnown || now() - known.atMs < PAUSE_MS)) return known;
    const next = fetchFrom(jwksUri);
    fetched.set(jwksUri, next);
    return next;
  };
}

/** Only public keys that can prove a signature taken here; anything else in the set is left out. */
function publicKeys(set: unknown): readonly JWK[] {
  const list = typeof set === 'object' && set !== null ? (set as { readonly keys?: unknown }).keys : undefined;
  if (!Array.isArray(list)) throw new Error('no key set');
  return (list as readonly unknown[])
    .slice(0, MAX_KEYS)
    .filter((key): key is JWK => typeof key === 'object' && key !== null)
    .filter(({ kty, d, kid }) => (kty === 'RSA' || kty === 'EC') && d === undefined && typeof kid === 'string');
}

/** RFC 9111, 4.2, of the directives that key sets come with. */
function freshForMs(cacheControl: string): number {
  const directives = cacheControl
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store') || directives.includes('no-cache')) return 0;
  const maxAge = directives.find((directive) => /^max-age=\d{1,9}$/.test(directive))?.slice('max-age='.length);
  return maxAge === undefined ? UNSAID_MS : Math.min(Number(maxAge) * 1000, LONGEST_MS);
}
