/** Every operation of the durable store once or more, for what is to be looked at in the queries that it sends. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import { auditLine } from '../durable-store/contract-values.ts';
import { grantOf, tokenOf } from '../durable-store/apps-contract.ts';
import { AT_ELEVEN, AT_NINE, AT_TEN, accountOf, orla, tam, tokens } from '../durable-store/people-of-the-contract.ts';
import { everythingOf, fillPeople } from './full-store.ts';

const NEVER = '9999-01-01T00:00:00.000Z';

/** @returns names of operations that were not called: there should be none. */
export async function callEverything(given: DurableStore): Promise<readonly string[]> {
  const called = new Set<PropertyKey>();
  const store = new Proxy(given, {
    get(target, name) {
      called.add(name);
      return Reflect.get(target, name) as unknown;
    },
  });
  await fillPeople(store);
  await everythingOf(store, orla);
  await ofPeople(store);
  await ofApps(store);
  await store.deleteAccount(tam.id, 'account-hospital');
  await store.deletePerson(tam.id);
  await store.checkWritable();
  return Object.keys(given).filter((name) => name !== 'close' && !called.has(name));
}

async function ofPeople(store: DurableStore): Promise<void> {
  const [identifier] = orla.identifiers;
  if (identifier !== undefined) await store.findPersonByIdentifier(identifier);
  await store.updatePerson(orla);
  await store.personVersion(orla.id);
  await store.listRepresentationsOf(orla.id);
  await store.getAccount(orla.id, 'account-hospital');
  await store.planReading(orla.id, 'account-hospital', AT_NINE);
  await store.takeDueAccounts({ now: AT_TEN, until: NEVER, limit: 10 });
  await store.putTokens(orla.id, 'account-hospital', tokens);
  await store.deleteTokens(orla.id, 'account-hospital');
  await store.withdrawDecision(orla.id, 'd-1', { actorId: orla.id, at: AT_TEN });
  await store.countEntries(orla.id);
  await store.withdrawEntry(orla.id, 'e-1', { actorId: orla.id, at: AT_TEN });
  await store.addLeaveReceipt('receipt-more', 'words', NEVER);
  await store.findLeaveReceipt('receipt-more', AT_TEN);
  const before = { at: AT_TEN, id: 'z' };
  await store.listAudit(orla.id, { limit: 10, before, from: AT_NINE, until: AT_ELEVEN, actions: ['read'] });
  await store.countAudit(orla.id, { appGrantId: 'grant-1', agents: ['app-1'] });
  await store.deleteNamelessAudit(AT_NINE);
  await store.atomically(orla.id, (writes) => writes.appendAudit(auditLine({})));
  await store.putAccount(accountOf(orla, 'gp'));
}

async function ofApps(store: DurableStore): Promise<void> {
  const grant = `grant-${orla.id}`;
  await store.findAppGrant(grant);
  await store.noteAppGrantUse(grant, AT_TEN);
  await store.useIssuedToken(`token-${orla.id}`, AT_TEN);
  await store.deleteIssuedToken('refresh', `token-${orla.id}`);
  await store.deleteIssuedTokens(grant);
  await store.putAppGrant(grantOf(orla.id, 'grant-more'));
  await store.putIssuedToken('token-more', tokenOf('grant-more', { expiresAt: AT_ELEVEN }));
  await store.deleteAppGrant(orla.id, grant);
  await store.deleteExpired(AT_NINE, AT_NINE);
  await store.listAppClients();
  await store.deleteAppClient('app-1');
  await store.deleteSigningKeys(1);
}
