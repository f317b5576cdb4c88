/** People with linked accounts and resources in a store, put there without any source. */
import { randomUUID } from 'node:crypto';
import type { LinkedAccount, StoredResource } from '../../src/ports/linked-account.ts';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import { largeRecord } from './large-record.ts';

/** @returns the person's id. Their accounts were read just now, and whole. */
export async function putPerson(store: DurableStore, resources: number): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  await store.createPerson({
    id,
    identities: [{ issuer: 'https://sign-in.example', sub: id }],
    identifiers: [],
    name: { text: undefined, family: 'Invented', given: ['Person'] },
    birthDate: '1950-03-02',
    createdAt: at,
  });
  for (const [source, texts] of largeRecord(resources)) {
    const rows = texts.map((text) => storedOf(text));
    const types = [...new Set(rows.map(({ resourceType }) => resourceType))];
    const account = readAccount({ id: randomUUID(), subjectId: id, source, types, at });
    await store.putAccount(account);
    await store.writePull(account, { at, outcomes: account.outcomes, resources: rows });
  }
  return id;
}

/** An account that was read at `at`, and whole. */
export function readAccount({
  id,
  subjectId,
  source,
  types,
  at,
}: Pick<LinkedAccount, 'id' | 'subjectId' | 'source'> & {
  readonly types: readonly string[];
  /** ISO instant. */
  readonly at: string;
}): LinkedAccount {
  return {
    id,
    subjectId,
    actorId: subjectId,
    source,
    sourcePatientId: 'p',
    grantedScope: 'patient/*.rs',
    state: 'active',
    identity: {
      result: 'match',
      agreed: ['birth-date'],
      contradicted: [],
      confirmedBy: undefined,
      confirmedAt: undefined,
    },
    linkedAt: at,
    lastSuccessAt: at,
    lastTriedAt: at,
    lastFailure: undefined,
    outcomes: types.map((type) => ({ type, state: 'done', received: 1, reason: undefined, wholeAt: at })),
  };
}

export function storedOf(text: string): Omit<StoredResource, 'firstSeenAt' | 'lastSeenAt'> {
  const { resourceType, id } = JSON.parse(text) as { resourceType: string; id: string };
  return {
    resourceType,
    originalId: id,
    text,
    fullUrl: undefined,
    at: 'entry',
    unreadable: undefined,
    readAs: resourceType,
  };
}
