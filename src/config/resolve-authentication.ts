/** Fetches the secrets that a source file names and proves keys usable (SMART App Launch 2.2, asymmetric client authentication). */
import { isAbsolute, join } from 'node:path';
import type { z } from 'zod';
import type { ClientAuthentication } from '../ports/source-config.ts';
import type { ConfigFault } from './config-error.ts';
import type { ReadFile } from './files.ts';
import { fileErrorCode } from './files.ts';
import { fitsAlgorithm, readPrivateJwk } from './private-jwk.ts';
import type { Environment } from './read-settings.ts';
import type { authenticationSchema } from './source-schema.ts';

export interface SecretPlaces {
  readonly env: Environment;
  readonly readFile: ReadFile;
  /** Folder against which `file:` paths are resolved: that of the source file. */
  readonly folder: string;
}

type SecretResult = { readonly secret: string } | { readonly what: string };

function resolveSecret(reference: string, { env, readFile, folder }: SecretPlaces): SecretResult {
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

type KeyClient = Extract<z.output<typeof authenticationSchema>, { method: 'private_key_jwt' }>;

function resolveKey(authentication: KeyClient, places: SecretPlaces): ClientAuthentication | { readonly what: string } {
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

/** @param where the source file, as faults name it. */
export function resolveAuthentication(
  authentication: z.output<typeof authenticationSchema>,
  places: SecretPlaces,
  where: string,
): { readonly authentication: ClientAuthentication } | { readonly fault: ConfigFault } {
  if (authentication.method === 'public') return { authentication };
  if (authentication.method === 'private_key_jwt') {
    const key = resolveKey(authentication, places);
    return 'what' in key
      ? { fault: { where: `${where}: authentication.privateKey`, what: key.what } }
      : { authentication: key };
  }
  const resolved = resolveSecret(authentication.clientSecret, places);
  return 'what' in resolved
    ? { fault: { where: `${where}: authentication.clientSecret`, what: resolved.what } }
    : { authentication: { method: authentication.method, clientSecret: resolved.secret } };
}
