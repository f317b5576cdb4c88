/** What is done to a record and its line in the access log are one write: where the line cannot be written, nothing was done. */
import { describe, expect, test } from 'vitest';
import type { AppGrant } from '../../../src/ports/app-grants.ts';
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import type { PersonEntry } from '../../../src/ports/person-entries.ts';
import { revokeAppGrants } from '../../../src/services/app-grants.ts';
import { beginLink } from '../../../src/services/begin-link.ts';
import { completeLink } from '../../../src/services/complete-link.ts';
import { confirmIdentity, declineIdentity } from '../../../src/services/confirm-identity.ts';
import { addDecision, withdrawDecision } from '../../../src/services/decisions.ts';
import { leave } from '../../../src/services/leave.ts';
import { newReceiptId } from '../../../src/services/leave-receipt.ts';
import { addEntry, withdrawEntry } from '../../../src/services/own-entries.ts';
import { keepForConfirmation } from '../../../src/services/pending-identity.ts';
import { represent } from '../../../src/services/represent.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { failingAt } from '../../support/failing-at.ts';
import { createFakeSource } from './fake-source.ts';
import { linkedAccount, makeContext, signIn } from './make-context.ts';

const ENTRY_ID = '6f1d2b34-0000-4000-8000-000000000001';
const NEW_ENTRY_ID = '6f1d2b34-0000-4000-8000-000000000002';
const NOTE: PersonEntry['content'] = { kind: 'note', about: [{ reference: 'Condition/x' }], text: 'Ask' };
const ITEMS = [{ reference: 'Condition/a' }, { reference: 'Condition/b' }] as const;
const FACTS = { id: 'p1', nhsNumbers: [], identifiers: [], family: undefined, birthDate: undefined };

async function setUp() {
  const [hospital, gp, awaited] = [createFakeSource('hospital'), createFakeSource('gp'), createFakeSource('awaited')];
  gp.patient = { resourceType: 'Patient', id: 'p1', birthDate: '1950-03-02' };
  const context = await makeContext(hospital, gp, awaited);
  const { id } = await signIn(context);
  const person = (await context.store.getPerson(id)) ?? (await signIn(context));
  const whose = { actorId: id, subjectId: id };
  await linkedAccount(context, person, hospital);
  const account = await linkedAccount(context, person, awaited);
  await context.store.putAccount({ ...account, state: 'awaiting-confirmation' });
  await keepForConfirmation(context, account.id, { ...FACTS } as never);
  const { id: decisionId } = await addDecision(context, whose, { kind: 'same', items: ITEMS });
  await addEntry(context, whose, NOTE, { id: ENTRY_ID });
  await context.store.putAppGrant(grantOf(id));
  const url = await beginLink(context, { ...whose, source: 'gp', sessionId: 's', redirectUri: 'https://g/cb' });
  const callbackUrl = new URL(`https://g/cb?code=c&state=${new URL(url).searchParams.get('state') ?? ''}`);
  return { context, id, whose, decisionId, callbackUrl };
}

type Stage = Awaited<ReturnType<typeof setUp>>;

function grantOf(id: string): AppGrant {
  const unsaid = { sources: undefined, labels: undefined, until: undefined, lastUsedAt: undefined };
  const grantedAt = '2026-11-20T08:00:00.000Z';
  return { id: 'g1', subjectId: id, actorId: id, clientId: 'walks', scopes: ['patient/*.rs'], grantedAt, ...unsaid };
}

/** Everything of this person but the log. */
async function keptOf(store: DurableStore, id: string): Promise<unknown> {
  const accounts = await store.listAccounts(id);
  return {
    person: await store.getPerson(id),
    acts: await store.listRepresentations(id),
    accounts,
    tokens: await Promise.all(accounts.map((account) => store.getTokens(id, account.id))),
    resources: await Promise.all(accounts.map((account) => store.listResources(id, account.id))),
    decisions: await store.listDecisions(id),
    entries: await store.listEntries(id),
    grants: await store.listAppGrants(id),
  };
}

async function syncOnce(context: ServiceContext, { id }: Stage): Promise<void> {
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  const account = (await context.store.listAccounts(id)).find(({ source }) => source === 'hospital');
  if (account === undefined) throw new Error('no account');
  await sync.sync(account).finally(() => sync.close());
}

const CHILD = { given: 'Milo', family: 'Okafor', birthDate: '2017-05-06', relationship: 'parent' } as const;
const NOBODY_READS = { stop: () => Promise.resolve() };

type Deed = (context: ServiceContext, stage: Stage) => Promise<unknown>;

const DEEDS: Readonly<Record<string, Deed>> = {
  'deciding that two are one': (context, { whose }) => addDecision(context, whose, { kind: 'not-same', items: ITEMS }),
  'taking a decision back': (context, { whose, decisionId }) => withdrawDecision(context, whose, decisionId),
  'adding an entry': (context, { whose }) => addEntry(context, whose, NOTE, { id: NEW_ENTRY_ID }),
  'changing an entry': (context, { whose }) => addEntry(context, whose, NOTE, { id: NEW_ENTRY_ID, replaces: ENTRY_ID }),
  'taking an entry back': (context, { whose }) => withdrawEntry(context, whose, ENTRY_ID),
  linking: (context, { callbackUrl }) => completeLink(context, { callbackUrl, sessionId: 's', source: 'gp' }),
  'saying that it is me': (context, { whose }) => confirmIdentity(context, { ...whose, source: 'awaited' }),
  'saying that it is not me': (context, { whose }) => declineIdentity(context, { ...whose, source: 'awaited' }),
  unlinking: (context, { whose }) => unlinkAccount(context, { ...whose, source: 'hospital' }),
  reading: syncOnce,
  'adding somebody to look after': (context, { id }) => represent(context, { id }, CHILD),
  'stopping an app': (context, { whose }) => revokeAppGrants(context, { ...whose, grantId: 'g1' }),
  leaving: (context, { whose }) => leave(context, NOBODY_READS, { ...whose, receiptId: newReceiptId() }),
};

describe.each(Object.entries(DEEDS))('%s', (_, deed) => {
  test('without its line it is not done; with it, it is', async () => {
    const stage = await setUp();
    const { context, id } = stage;
    const before = await keptOf(context.store, id);
    await expect(deed({ ...context, store: failingAt(context.store, 'appendAudit') }, stage)).rejects.toThrow();
    expect(await keptOf(context.store, id)).toEqual(before);
    if (deed === DEEDS['linking']) return;
    const lines = await context.store.countAudit(id, {});
    await deed(context, stage);
    expect(await keptOf(context.store, id)).not.toEqual(before);
    const isGone = (await context.store.getPerson(id)) === undefined;
    if (!isGone && deed !== DEEDS['adding somebody to look after'])
      expect(await context.store.countAudit(id, {})).toBeGreaterThan(lines);
  });
});
