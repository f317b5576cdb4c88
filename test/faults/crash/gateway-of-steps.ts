/** The gateway's use cases over real stores and a real connector, doing the steps of a plan and telling what is kept. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayError } from '../../../src/errors.ts';
import type { DurableStore } from '../../../src/ports/durable-store.ts';
import { beginLink } from '../../../src/services/begin-link.ts';
import { completeLink } from '../../../src/services/complete-link.ts';
import { addDecision, listDecisions, withdrawDecision } from '../../../src/services/decisions.ts';
import { leave } from '../../../src/services/leave.ts';
import { addEntry, listEntries, withdrawEntry } from '../../../src/services/own-entries.ts';
import { represent } from '../../../src/services/represent.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { signInActor } from '../../../src/services/sign-in-actor.ts';
import { createAccountSync } from '../../../src/services/sync-account.ts';
import { unlinkAccount } from '../../../src/services/unlink-account.ts';
import { createSourceConnector } from '../../../src/sources/create-source-connector.ts';
import { captureLog } from '../../servers/captured-log.ts';
import { sourceConfig } from '../../servers/source-config.ts';
import { faultsOfLog, keptOf, type KeptPerson } from './kept.ts';
import { openAdmin, openEngine, openShared, type Engine, type OperatorKeys } from './open-engine.ts';
import type { Step } from './plan.ts';

const ISSUER = 'https://sign-in.example';
const REDIRECT_URI = 'https://gateway.example/link/portal/callback';

/** A lock of a process that died is free by itself within a minute. */
const LOCKED_MS = 90_000;

export interface GatewayOfSteps {
  readonly store: DurableStore;
  /** What follows is on disk when this resolves. */
  run(step: Step): Promise<void>;
  kept(people: readonly string[]): Promise<readonly KeptPerson[]>;
  /** What the access log does not tell of these people, or tells wrongly. */
  faultsOfLog(people: readonly string[]): Promise<readonly string[]>;
  /** Refresh tokens that are kept. */
  refreshTokens(people: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function createGatewayOfSteps(
  engine: Engine,
  keys: OperatorKeys,
  origin: string,
): Promise<GatewayOfSteps> {
  const log = captureLog();
  const source = sourceConfig(`${origin}/fhir`, { resourceTypes: ['Condition'], increments: 'none' });
  const store = await openEngine(engine, keys);
  const context: ServiceContext = {
    store,
    shared: await openShared(engine, store),
    log,
    now: Date.now,
    newId: randomUUID,
    connectors: new Map([['portal', createSourceConnector(source, { log, now: Date.now })]]),
  };
  const sync = createAccountSync(context, { pullDeadlineMs: 20_000, onProgress: () => undefined });
  const control = (what: string, person: string, id = '') =>
    fetch(`${origin}/control/${what}?${new URLSearchParams({ patient: person, id }).toString()}`);
  const find = (person: string) => store.findPersonByIdentity({ issuer: ISSUER, sub: person });

  async function idOf(person: string): Promise<string> {
    const found = await find(person);
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

  /** Another is working at it, or was when it died: a person tries again. */
  async function patiently(work: () => Promise<void>): Promise<void> {
    const giveUpAt = performance.now() + LOCKED_MS;
    for (;;) {
      try {
        await work();
        return;
      } catch (error) {
        const isLocked = error instanceof GatewayError && error.code === 'conflict' && engine.redisUrl !== undefined;
        if (!isLocked || performance.now() > giveUpAt) throw error;
      }
      await sleep(500);
    }
  }

  async function run({ what, person, index, key }: Step): Promise<void> {
    if (what === 'rekey') {
      // A store in the memory of one process has no other to change its key.
      if (engine.file !== ':memory:') await openAdmin(engine, keys, key).changeOperatorKey();
      return;
    }
    if (what === 'join') {
      const claims = { nhs_number: nhsNumberOf(person), identity_proofing_level: 'P9' };
      await signInActor(context, { identity: { issuer: ISSUER, sub: person }, claims });
      return;
    }
    const id = (await find(person))?.id;
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
      case 'change':
      case 'take-back': {
        const held = (await listEntries(context, whose)).find(({ withdrawnAt }) => withdrawnAt === undefined);
        if (held === undefined) throw new Error(`${person} has no entry`);
        if (what === 'take-back') await withdrawEntry(context, whose, held.id);
        else await addEntry(context, whose, medicineOf(index), { id: entryId(person, index), replaces: held.id });
        return;
      }
      case 'look-after':
        await represent(context, { id: whose.actorId }, CHILD);
        return;
      case 'unlink':
        await unlinkAccount(context, { ...whose, source: 'portal' });
        return;
      case 'leave':
        await leave(context, sync, { ...whose, receiptId: receiptId(person) });
    }
  }

  return {
    store,
    run: (step) => patiently(() => run(step)),
    kept: (people) =>
      Promise.all(
        people.map(async (person) =>
          keptOf(store, person, { found: await find(person), receiptId: receiptId(person) }),
        ),
      ),
    async faultsOfLog(people) {
      const found = (await Promise.all(people.map(find))).filter((person) => person !== undefined);
      return (await Promise.all(found.map((person) => faultsOfLog(store, person)))).flat();
    },
    async refreshTokens(people) {
      const kept: string[] = [];
      for (const person of people) {
        const found = await find(person);
        for (const { id } of found === undefined ? [] : await store.listAccounts(found.id)) {
          kept.push((await store.getTokens(found?.id ?? '', id))?.refreshToken ?? '');
        }
      }
      return kept;
    },
    async close() {
      await sync.close();
      await context.shared.close();
      await store.close();
    },
  };
}

const CHILD = { given: 'Sam', family: 'Tarnwick', birthDate: '2019-04-05', relationship: 'parent' } as const;

/** A person leaves once; who comes back has another name. */
function receiptId(person: string): string {
  return createHash('sha256').update(`receipt ${person}`).digest('base64url');
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
