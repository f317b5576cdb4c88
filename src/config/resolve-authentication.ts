/** Fetches the secrets that a source file names and proves keys usable (SMART App Launch 2.2, asymmetric client authentication). */
import { isAbsolute, join } from 'node:path';
import type { z } from 'zod';
import type { ClientAuthentication, PublishedKey } from '../ports/source-config.ts';
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import { fileErrorCode } from './files.ts';
import { fitsAlgorithm, readJwk, readPrivateJwk } from './private-jwk.ts';
import type { Environment } from './read-settings.ts';
import type { authenticationSchema } from './source-schema.ts';

export interface SecretPlaces {
  readonly env: Environment;
  readonly readFile: ReadFile;
  /** Folder against which `file:` paths are resolved: that of the source file. */
  readonly folder: string;
}

export type SecretResult = { readonly secret: string } | { readonly what: string };

export function resolveSecret(reference: string, { env, readFile, folder }: SecretPlaces): SecretResult {
  if (reference.startsWith('env:')) {
    const secret = env[reference.slice('env:'.length)]?.trim() ?? '';
    return secret === '' ? { what: 'names a variable that is not set' } : { secret };
  }
  const path = reference.slice('file:'.length);
  try {
    const secret = readFile(isAbsolute(path) ? path : join(folder, path)).trim();
    return secret === '' ? { what: 'names an empty file' } : { secret };
  } catch (error) {
    return { what: `names a file that cannot be read (${fileErrorCode(error)})` };
  }
}

type SigningClient = Extract<ClientAuthentication, { method: 'private_key_jwt' }>;
type KeyClient = Extract<z.output<typeof authenticationSchema>, { method: 'private_key_jwt' }>;

function resolveKey(authentication: KeyClient, places: SecretPlaces): SigningClient | { readonly what: string } {
  const resolved = resolveSecret(authentication.privateKey, places);
  if ('what' in resolved) return resolved;
  const key = readPrivateJwk(resolved.secret);
  if ('what' in key) return key;
  const { method, algorithm } = authentication;
  if (!fitsAlgorithm(key.jwk, algorithm)) {
    return { what: `the key cannot sign ${algorithm} (${algorithm === 'RS384' ? 'RSA' : 'EC P-384'} is needed)` };
  }
  const keyId = authentication.keyId ?? key.jwk.kid;
  if (keyId === undefined) return { what: 'the key has no "kid": give "keyId"' };
  return { method, algorithm, privateKey: key.jwk, keyId };
}

type OtherKey = KeyClient['nextKeys'][number];

/** Public or private JWK: what is published of it is public. */
function resolveOtherKey(other: OtherKey, places: SecretPlaces): PublishedKey | { readonly what: string } {
  const resolved = resolveSecret(other.key, places);
  if ('what' in resolved) return resolved;
  const key = readJwk(resolved.secret);
  if ('what' in key) return key;
  const algorithm = other.algorithm ?? (key.jwk.kty === 'RSA' ? 'RS384' : 'ES384');
  if (!fitsAlgorithm(key.jwk, algorithm)) return { what: `the key is not for ${algorithm}` };
  const keyId = other.keyId ?? key.jwk.kid;
  return keyId === undefined ? { what: 'the key has no "kid": give "keyId"' } : { jwk: key.jwk, keyId, algorithm };
}

/** The key that signs, and those that are only published (SMART App Launch 2.2: a client's key set may hold several). */
function resolveKeys(authentication: KeyClient, places: SecretPlaces, where: string): Resolved {
  const signing = resolveKey(authentication, places);
  if ('what' in signing) return { fault: { where: `${where}: authentication.privateKey`, what: signing.what } };
  const alsoPublished: PublishedKey[] = [];
  const keyIds = new Set([signing.keyId]);
  for (const list of ['nextKeys', 'retiredKeys'] as const) {
    for (const [index, other] of authentication[list].entries()) {
      const key = resolveOtherKey(other, places);
      const fault = 'what' in key ? key.what : keyIds.has(key.keyId) ? 'its "kid" is that of another key' : undefined;
      if (fault !== undefined || 'what' in key) {
        return { fault: { where: `${where}: authentication.${list}[${index}]`, what: fault ?? 'cannot be used' } };
      }
      keyIds.add(key.keyId);
      alsoPublished.push(key);
    }
  }
  return { authentication: alsoPublished.length === 0 ? signing : { ...signing, alsoPublished } };
}

type Resolved = { readonly authentication: ClientAuthentication } | { readonly fault: ConfigFault };

/** @param where the source file, as faults name it. */
export function resolveAuthentication(
  authentication: z.output<typeof authenticationSchema>,
  places: SecretPlaces,
  where: string,
): Resolved {
  if (authentication.method === 'public') return { authentication };
  if (authentication.method === 'private_key_jwt') return resolveKeys(authentication, places, where);
  const resolved = resolveSecret(authentication.clientSecret, places);
  return 'what' in resolved
    ? { fault: { where: `${where}: authentication.clientSecret`, what: resolved.what } }
    : { authentication: { method: authentication.method, clientSecret: resolved.secret } };
}
