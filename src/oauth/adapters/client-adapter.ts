/** Registered apps, as the library looks them up; writing is dynamic registration (RFC 7591). */
import type { Adapter } from 'oidc-provider';
import { fromRegistration, toMetadata } from '../clients/client-metadata.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';
import { noAdapter } from './no-adapter.ts';

export function createClientAdapter(registry: ClientRegistry, now: () => number): Adapter {
  return {
    ...noAdapter,
    async find(clientId) {
      const client = await registry.find(clientId);
      return client === undefined ? undefined : toMetadata(client);
    },
    upsert: (clientId, metadata) => registry.add(fromRegistration(clientId, metadata, new Date(now()).toISOString())),
  };
}
