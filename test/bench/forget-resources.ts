/** Takes from a gateway what it has read of a person: the accounts are linked as before, and were never read. */
import type { LinkedGateway } from './linked-gateway.ts';

export async function forgetResources({ gateway, patient }: LinkedGateway): Promise<void> {
  const { store } = gateway.services;
  for (const account of await store.listAccounts(patient)) {
    const tokens = await store.getTokens(patient, account.id);
    await store.deleteAccount(patient, account.id);
    const unread = { ...account, outcomes: [], lastTriedAt: undefined, lastSuccessAt: undefined, askedAt: undefined };
    await store.putAccount(unread, tokens);
  }
}
