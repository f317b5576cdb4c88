/** The use cases' surroundings with real stores, in memory, and a clock the test moves. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { LinkedAccount } from '../../../src/ports/linked-account.ts';
import type { Person } from '../../../src/ports/people.ts';
import type { ServiceContext } from '../../../src/services/service-context.ts';
import { signInActor } from '../../../src/services/sign-in-actor.ts';
import { createSqliteStore } from '../../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createMemoryStore } from '../../../src/store/shared/create-memory-store.ts';
import { tokenSet, type FakeSource } from './fake-source.ts';

export interface TestContext extends ServiceContext {
  readonly advance: (ms: number) => void;
  readonly logged: string[];
}

/** Invented; check digits valid. */
export const NHS_NUMBER = '9990001014';
export const OTHER_NHS_NUMBER = '9990002029';

export async function makeContext(...sources: readonly FakeSource[]): Promise<TestContext> {
  let ms = Date.parse('2026-11-21T09:00:00.000Z');
  const now = () => ms;
  const logged: string[] = [];
  const log = (context: Readonly<Record<string, unknown>>, message: string) => {
    logged.push(`${message} ${JSON.stringify(context)}`);
  };
  return {
    store: await createSqliteStore({ file: ':memory:', operatorKey: randomBytes(32), now: () => new Date(ms) }),
    shared: createMemoryStore({ now }),
    log: { info: log, warn: log, error: log },
    now,
    newId: randomUUID,
    connectors: new Map(sources.map((source) => [source.connector.source.name, source.connector])),
    advance: (by) => {
      ms += by;
    },
    logged,
  };
}

export function signIn(context: ServiceContext, claims: Record<string, string> = {}): Promise<Person> {
  return signInActor(context, {
    identity: { issuer: 'https://sign-in.example', sub: claims['sub'] ?? 'user-1' },
    claims: { family_name: 'Okafor', given_name: 'Ada', birthdate: '1950-03-02', ...claims },
  });
}

/** An active account with tokens number 1. */
export async function linkedAccount(
  context: ServiceContext,
  subject: Person,
  source: FakeSource,
  tokens = tokenSet(1),
): Promise<LinkedAccount> {
  const account: LinkedAccount = {
    id: context.newId(),
    subjectId: subject.id,
    actorId: subject.id,
    source: source.connector.source.name,
    sourcePatientId: 'p1',
    grantedScope: 's',
    state: 'active',
    identity: {
      result: 'match',
      agreed: ['nhs-number'],
      contradicted: [],
      confirmedBy: undefined,
      confirmedAt: undefined,
    },
    linkedAt: new Date(context.now()).toISOString(),
    lastSuccessAt: undefined,
    lastTriedAt: undefined,
    lastFailure: undefined,
    outcomes: [],
  };
  await context.store.putAccount(account);
  await context.store.putTokens(subject.id, account.id, tokens);
  return account;
}
