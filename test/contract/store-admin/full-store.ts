/** Two people with a row in every table, written through the port; and what the port says of them, to be compared. */
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import { auditOf } from '../../support/audit-of.ts';
import { auditLine, ledgerRow } from '../durable-store/contract-values.ts';
import { appClient, grantOf, tokenOf } from '../durable-store/apps-contract.ts';
import {
  AT_ELEVEN,
  AT_NINE,
  AT_TEN,
  accountOf,
  delivered,
  orla,
  pullOf,
  tam,
  tokens,
} from '../durable-store/people-of-the-contract.ts';

/** Enough for more than one page. */
const RESOURCES = 450;

export async function fillPeople(store: DurableStore): Promise<void> {
  for (const person of [orla, tam]) {
    await store.createPerson(person);
    await store.putAccount(accountOf(person, 'hospital', { actorId: orla.id }));
    await store.putTokens(person.id, 'account-hospital', tokens);
    const many = Array.from({ length: RESOURCES }, (_, n) => delivered(`m${n}`, `Ferrowick ${n} “💊”\u0000\u2028`));
    await store.writePull(accountOf(person, 'hospital', { actorId: orla.id }), pullOf(AT_TEN, ...many));
    await store.writeLedger(person.id, 'unified', [ledgerRow('Condition/u1')]);
    await store.addRepresentation({
      subjectId: person.id,
      actorId: orla.id,
      relationship: 'carer',
      since: AT_NINE,
      until: undefined,
    });
    await store.addDecision(person.id, {
      id: 'd-1',
      kind: 'same',
      items: [{ reference: 'Condition/a' }, { reference: 'Condition/b' }],
      actorId: orla.id,
      at: AT_NINE,
      reason: 'Both are my Ferrowick',
    });
    const content = { kind: 'question', text: 'Do I still need it?', of: undefined, state: 'ask' } as const;
    await store.addEntry(person.id, { id: 'e-1', content, actorId: orla.id, at: AT_NINE });
    await store.setLastLooked(person.id, person.id, { at: AT_NINE, seen: [] } as never);
    await store.appendAudit(auditLine({ subjectId: person.id, actorId: orla.id }));
    await store.putAppGrant(grantOf(person.id, `grant-${person.id}`));
    await store.putIssuedToken(`token-${person.id}`, tokenOf(`grant-${person.id}`, { expiresAt: AT_ELEVEN }));
  }
  await store.addLeaveReceipt('receipt-1', '{}', AT_ELEVEN);
  await store.addAppClient(appClient('app-1', { method: 'client_secret_post', secret: 'secret-of-an-app' }));
  const privateKey = { kty: 'RSA', d: 'private-part-of-a-signing-key' };
  await store.addSigningKeys([{ keyId: 'key-1', algorithm: 'RS256', generation: 1, createdAt: AT_NINE, privateKey }]);
}

/** Everything that can be read of a person, and of nobody in particular. */
export async function everythingOf(store: DurableStore, { id, identities }: typeof orla): Promise<unknown> {
  const identity = identities[0] ?? { issuer: '', sub: '' };
  return {
    person: await store.getPerson(id),
    found: (await store.findPersonByIdentity(identity))?.id,
    accounts: await store.listAccounts(id),
    tokens: await store.getTokens(id, 'account-hospital'),
    resources: await store.listResources(id, 'account-hospital'),
    ledger: await store.readLedger(id, 'unified'),
    acts: await store.listRepresentations(id),
    decisions: await store.listDecisions(id),
    entries: await store.listEntries(id),
    looked: await store.lastLooked(id, id),
    audit: await auditOf(store, id),
    grants: await store.listAppGrants(id),
    token: await store.findIssuedToken('refresh', `token-${id}`),
    client: await store.findAppClient('app-1'),
    keys: await store.listSigningKeys(),
    recordKey: Buffer.from(await store.recordKey(id).catch(() => new Uint8Array())).toString('hex'),
    shared: Buffer.from(store.sharedKey('cookies')).toString('hex'),
  };
}
