/** The gateway's use cases over real stores and a real connector, doing the steps of a plan and telling what is kept. */
import { createHash, randomUUID } from 'node:crypto';
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import { beginLink } from '../../../src/services/begin-link.ts';
import { completeLink } from '../../../src/services/complete-link.ts';
import { addDecision, listDecisions, withdrawDecision } from '../../../src/services/decisions.ts';
import { leave } from '../../../src/services/leave.ts';
import { newReceiptId } from '../../../src/services/leave-receipt.ts';
import { addEntry } from '../../../src/services/own-entries.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { signInActor } from '../../../src/services/sign-in-actor.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { createSourceConnector } from '../../../src/sources/create-source-connector.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';
import { captureLog } from '../../servers/captured-log.ts';
import { sourceConfig } from '../../servers/source-config.ts';
import type { Step } from './plan.ts';

const ISSUER = 'https://sign-in.example';
const REDIRECT_URI = 'https://gateway.example/link/portal/callback';

export interface GatewayOfSteps {
  /** What follows is on disk when this resolves. */
  run(step: Step): Promise<void>;
  /**
   * What is kept of these people: a line each, without ids that chance gave, times, and whether the source still takes the tokens,
   * which may be lost with the process that had just got new ones.
   */
  kept(people: readonly string[]): Promise<readonly string[]>;
  /** Refresh tokens that are kept. */
  refreshTokens(people: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function createGatewayOfSteps(store: DurableStore, origin: string): GatewayOfSteps {
  const log = captureLog();
  const source = sourceConfig(`${origin}/fhir`, { resourceTypes: ['Condition'], increments: 'none' });
  const context: ServiceContext = {
    store,
    shared: createMemoryStore({ now: Date.now }),
    log,
    now: Date.now,
    newId: randomUUID,
    connectors: new Map([['portal', createSourceConnector(source, { log, now: Date.now })]]),
  };
  const sync = createAccountSync(context, { pullDeadlineMs: 20_000, onProgress: () => undefined });
  const control = (what: string, person: string, id = '') =>
    fetch(`${origin}/control/${what}?${new URLSearchParams({ patient: person, id }).toString()}`);

  async function idOf(person: string): Promise<string> {
    const found = await store.findPersonByIdentity({ issuer: ISSUER, sub: person });
    if (found === undefined) throw new Error(`${person} is not there`);
    return found.id;
  }

  async function link(person: string): Promise<void> {
    const id = await idOf(person);
    const whose = { actorId: id, subjectId: id, source: 'portal' };
    const url = new URL(await beginLink(context, { ...whose, sessionId: person, redirectUri: REDIRECT_URI }));
    url.searchParams.set('login', person);
    const { headers } = await fetch(url, { redirect: 'manual' });
    const callbackUrl = new URL(headers.get('location') ?? '');
    await completeLink(context, { callbackUrl, sessionId: person, source: 'portal' });
  }

  async function read(person: string): Promise<string | undefined> {
    const [account] = await store.listAccounts(await idOf(person));
    return account === undefined ? undefined : (await sync.sync(account)).state;
  }

  async function run({ what, person, index }: Step): Promise<void> {
    if (what === 'join') {
      const claims = { nhs_number: nhsNumberOf(person), identity_proofing_level: 'P9' };
      await signInActor(context, { identity: { issuer: ISSUER, sub: person }, claims });
      return;
    }
    const id = await store.findPersonByIdentity({ issuer: ISSUER, sub: person }).then((found) => found?.id);
    // Done already, and not acknowledged before the process died.
    if (id === undefined && what === 'leave') return;
    const whose = { actorId: id ?? '', subjectId: id ?? '' };
    switch (what) {
      case 'link':
        return link(person);
      case 'grow':
      case 'rotate':
        await control(what === 'grow' ? 'grow' : 'expire', person, `c${index}`);
        // As a person does whose refresh token was lost with the process.
        if ((await read(person)) === 'active') return;
        await link(person);
        await read(person);
        return;
      case 'decide': {
        const item = (originalId: string) => ({ source: 'portal', resourceType: 'Condition', originalId });
        await addDecision(context, whose, { kind: 'same', items: [item(`c${index}`), item('other')] });
        return;
      }
      case 'withdraw': {
        const held = (await listDecisions(context, whose)).find(({ withdrawnAt }) => withdrawnAt === undefined);
        if (held !== undefined) await withdrawDecision(context, whose, held.id);
        return;
      }
      case 'add':
        await addEntry(context, whose, medicineOf(index), { id: entryId(person, index) });
        return;
      case 'unlink':
        await unlinkAccount(context, { ...whose, source: 'portal' });
        return;
      case 'leave':
        await leave(context, sync, { ...whose, receiptId: newReceiptId() });
    }
  }

  async function keptOf(person: string): Promise<string> {
    const found = await store.findPersonByIdentity({ issuer: ISSUER, sub: person });
    if (found === undefined) return `${person}: nobody`;
    const representations = (await store.listRepresentations(found.id)).map(({ relationship }) => relationship);
    const accounts = await Promise.all(
      (await store.listAccounts(found.id)).map(async ({ id, sourcePatientId, outcomes }) => ({
        sourcePatientId,
        outcomes: outcomes.map(({ type, state: read, received }) => `${type} ${read} ${received}`),
        hasTokens: (await store.getTokens(found.id, id)) !== undefined,
        resources: (await store.listResources(found.id, id))
          .map((row) => `${row.resourceType}/${row.originalId ?? ''}`)
          .sort(),
      })),
    );
    const decisions = (await store.listDecisions(found.id)).map(({ items, withdrawnAt }) => [
      items,
      withdrawnAt !== undefined,
    ]);
    const entries = (await store.listEntries(found.id)).map(({ content }) => content);
    return `${person}: ${JSON.stringify({ representations, accounts, decisions, entries })}`;
  }

  return {
    run,
    kept: (people) => Promise.all(people.map(keptOf)),
    async refreshTokens(people) {
      const kept: string[] = [];
      for (const person of people) {
        const found = await store.findPersonByIdentity({ issuer: ISSUER, sub: person });
        for (const { id } of found === undefined ? [] : await store.listAccounts(found.id)) {
          kept.push((await store.getTokens(found?.id ?? '', id))?.refreshToken ?? '');
        }
      }
      return kept;
    },
    async close() {
      await sync.close();
      await store.close();
    },
  };
}

function medicineOf(index: number) {
  const unsaid = { dose: undefined, since: undefined, what: undefined, use: 'regular', sort: 'supplement' } as const;
  return { kind: 'medicine', name: `medicine ${index}`, ...unsaid } as const;
}

/** The same for the same step: a form that is sent again is the same form. */
function entryId(person: string, index: number): string {
  const hex = createHash('sha256').update(`${person} ${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Invented numbers of the range that is never given to anyone (999), with their check digit. */
export function nhsNumberOf(person: string): string {
  for (let salt = 0; ; salt += 1) {
    const digits = `999${(createHash('sha256').update(`${person} ${salt}`).digest().readUInt32BE() % 1_000_000).toString().padStart(6, '0')}`;
    const sum = Array.from(digits).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}
