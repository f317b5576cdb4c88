/** Every app that may ask people for access: those of the configuration and those registered in the store. */
import type { AppDescription } from '../../ports/app-authorization.ts';
import type { AppClient, AuthorizationStore } from '../../ports/authorization-store.ts';

/** Nothing else was ever registered, and not every engine takes every character. */
const CLIENT_ID = /^[\x21-\x7e]{1,128}$/;

const MAX_SELF_REGISTERED = 1_000;

export interface ClientRegistry {
  find(clientId: string): Promise<AppClient | undefined>;
  /** @returns false where so many have registered themselves that nobody can have looked at them. */
  addItself(client: AppClient): Promise<boolean>;
  describe(clientId: string): Promise<AppDescription | undefined>;
}

/** @param configured win over the store: what the operator wrote down holds. */
export function createClientRegistry(
  configured: readonly AppClient[],
  store: Pick<AuthorizationStore, 'findAppClient' | 'addAppClient' | 'listAppClients'>,
): ClientRegistry {
  const known = new Map(configured.map((client) => [client.clientId, client]));
  const find = async (clientId: string) =>
    known.get(clientId) ?? (CLIENT_ID.test(clientId) ? store.findAppClient(clientId) : undefined);
  return {
    find,
    async addItself(client) {
      const others = (await store.listAppClients()).filter(({ registeredBy }) => registeredBy === 'itself');
      if (others.length >= MAX_SELF_REGISTERED) return false;
      await store.addAppClient(client);
      return true;
    },
    async describe(clientId) {
      const client = await find(clientId);
      if (client === undefined) return undefined;
      const { name, homePage, policyPage, registeredBy } = client;
      return { clientId, name, homePage, policyPage, registeredBy };
    },
  };
}
