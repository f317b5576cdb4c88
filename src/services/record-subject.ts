/** Whose record is read, what is linked for them, what they decided and added: taken from the store anew only where the store holds something else. */
import { createHash } from 'node:crypto';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import type { Decision } from '../record/decide/decision.ts';
import type { OwnRecordEntry } from '../record/own/own-entry.ts';
import { ownRecordEntries } from './own-part.ts';
import type { ServiceContext } from './service-context.ts';

export interface RecordSubject {
  /** Of all the rest, as it rests in the store. */
  readonly version: string;
  readonly person: Person;
  readonly accounts: readonly LinkedAccount[];
  /** Those that hold. */
  readonly decisions: readonly Decision[];
  /** Those that hold and are part of the record. */
  readonly entries: readonly OwnRecordEntry[];
  /** Another text wherever the record may be another: not for a question, a note or how far somebody read. */
  readonly ground: string;
}

/** @returns undefined for nobody. */
export type FindRecordSubject = (subjectId: string) => Promise<RecordSubject | undefined>;

/** @param maxSubjects the least recently used are forgotten. */
export function createFindRecordSubject({ store }: ServiceContext, maxSubjects: number): FindRecordSubject {
  const known = new Map<string, RecordSubject>();
  return async (subjectId) => {
    const version = await store.personVersion(subjectId);
    const found = known.get(subjectId);
    known.delete(subjectId);
    if (version === undefined) return undefined;
    const subject = found?.version === version ? found : await readSubject(version);
    if (subject === undefined) return undefined;
    known.set(subjectId, subject);
    for (const oldest of known.keys()) {
      if (known.size <= maxSubjects) break;
      known.delete(oldest);
    }
    return subject;

    /** Read after the version: what is written in between is read again next time. */
    async function readSubject(asOf: string): Promise<RecordSubject | undefined> {
      const person = await store.getPerson(subjectId);
      if (person === undefined) return undefined;
      const decisions = (await store.listDecisions(subjectId)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
      const accounts = await store.listAccounts(subjectId);
      const entries = ownRecordEntries(subjectId, await store.listEntries(subjectId));
      const ground = createHash('sha256')
        .update(JSON.stringify([person, accounts, decisions, entries]))
        .digest('base64url');
      return { version: asOf, person, accounts, decisions, entries, ground };
    }
  };
}
