/** Which of the library's models is kept where. What is not named is not kept. */
import type { AdapterFactory } from 'oidc-provider';
import type { AuthorizationServerOptions } from '../authorization-server-options.ts';
import { createClientKeys } from '../clients/client-keys.ts';
import type { ClientRegistry } from '../clients/client-registry.ts';
import { createClientAdapter } from './client-adapter.ts';
import { createGrantAdapter } from './grant-adapter.ts';
import { createIssuedTokenAdapter } from './issued-token-adapter.ts';
import { noAdapter } from './no-adapter.ts';
import { createCodeAdapter, createInteractionAdapter, createReplayAdapter } from './shared-adapters.ts';

export function createAdapters(
  options: AuthorizationServerOptions,
  registry: ClientRegistry,
  onIssued: (appGrantId: string) => Promise<void>,
): AdapterFactory {
  const { fhirBaseUrl } = options;
  const { store, shared, now } = options.services;
  const adapters = new Map([
    ['Client', createClientAdapter({ registry, keysOf: createClientKeys(options), now })],
    ['Grant', createGrantAdapter(store, fhirBaseUrl)],
    ['AccessToken', createIssuedTokenAdapter('access', { store, now, onIssued })],
    ['RefreshToken', createIssuedTokenAdapter('refresh', { store, now, onIssued })],
    ['AuthorizationCode', createCodeAdapter(shared, store)],
    ['Interaction', createInteractionAdapter(shared)],
    ['ReplayDetection', createReplayAdapter(shared)],
  ]);
  return (model) => adapters.get(model) ?? noAdapter;
}
