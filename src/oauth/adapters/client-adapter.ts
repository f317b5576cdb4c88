/** Registered apps, as the library looks them up; writing is dynamic registration (RFC 7591). */
import { decodeProtectedHeader } from 'jose';
import { errors, Provider, type Adapter, type KoaContextWithOIDC } from 'oidc-provider';
import type { AppClient } from '../../ports/authorization-store.ts';
import type { ClientKeys } from '../clients/client-keys.ts';
import { fromRegistration, toMetadata } from '../clients/client-metadata.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';
import { noAdapter } from './no-adapter.ts';

export interface ClientAdapterOptions {
  readonly registry: ClientRegistry;
  readonly keysOf: ClientKeys;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function createClientAdapter({ registry, keysOf, now }: ClientAdapterOptions): Adapter {
  return {
    ...noAdapter,
    async find(clientId) {
      const client = await registry.find(clientId);
      return client === undefined ? undefined : toMetadata(await withKeys(client, keysOf));
    },
    async upsert(clientId, metadata) {
      const client = fromRegistration(clientId, metadata, new Date(now()).toISOString());
      if (!(await registry.addItself(client))) throw new errors.TemporarilyUnavailable('too many apps have registered');
    },
  };
}

/**
 * Left alone, the library would try keys it fetched once for as long as they fit. So it is handed the keys of now, and only
 * where an assertion is to be checked: nobody else makes the gateway fetch.
 */
async function withKeys(client: AppClient, keysOf: ClientKeys): Promise<AppClient> {
  const { authentication } = client;
  const assertion = (Provider.ctx as Partial<KoaContextWithOIDC> | undefined)?.oidc?.params?.['client_assertion'];
  if (!('jwksUri' in authentication) || typeof assertion !== 'string') return client;
  const { keys } = await keysOf(authentication.jwksUri, keyIdOf(assertion));
  return { ...client, authentication: { method: 'private_key_jwt', jwks: { keys } } };
}

function keyIdOf(assertion: string): string | undefined {
  try {
    return decodeProtectedHeader(assertion).kid;
  } catch {
    return undefined;
  }
}
