/** Whose record is read, what is linked for them and what they decided: taken from the store anew only where the store holds something else. */
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person } from '../ports/people.ts';
import type { Decision } from '../record/decide/decision.ts';
import type { ServiceContext } from './service-context.ts';

export interface RecordSubject {
  /** Of all the rest, as it rests in the store. */
  readonly version: string;
  readonly person: Person;
  readonly accounts: readonly LinkedAccount[];
  /** Those that hold. */
  readonly decisions: readonly Decision[];
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
      return { version: asOf, person, accounts: await store.listAccounts(subjectId), decisions };
    }
  };
}
