/** What an operator does to the authorization server from the command line, while gateways run on the same store or none does. */
import type { AuthorizationStore } from '../ports/authorization-store.ts';
import type { DurableStore } from '../ports/durable-store.ts';
import { rotateSigningKeys } from './keys/key-rotation.ts';

export interface AuthorizationAdmin extends Pick<
  AuthorizationStore,
  'addAppClient' | 'listAppClients' | 'deleteAppClient'
> {
  /** New keys sign from now on, in running gateways within half a minute. */
  rotateKeys(): Promise<void>;
  close(): Promise<void>;
}

export function createAuthorizationAdmin(store: DurableStore, now: () => number): AuthorizationAdmin {
  return {
    addAppClient: (client) => store.addAppClient(client),
    listAppClients: () => store.listAppClients(),
    deleteAppClient: (clientId) => store.deleteAppClient(clientId),
    rotateKeys: () => rotateSigningKeys(store, now()),
    close: () => store.close(),
  };
}
