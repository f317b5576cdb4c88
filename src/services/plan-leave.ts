/**
 * What goes and what stays when somebody leaves. A record that nobody else could reach any more goes with the one who looked
 * after it: kept, it could be neither read nor deleted by anyone. One that another person can reach stays theirs.
 */
import { GatewayError } from '../errors.ts';
import type { LinkedAccount } from '../ports/linked-account.ts';
import type { Person, Representation } from '../ports/people.ts';
import { listAppGrants } from './app-grants.ts';
import { isInForce, listSubjects, type RepresentedSubject } from './represent.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export interface WhoLeaves {
  readonly actorId: string;
  /** Whose record is shown: the actor's own leaves with everything, somebody else's by itself. */
  readonly subjectId: string;
}

export interface LeavingRecord {
  readonly person: Person;
  readonly relationship: Representation['relationship'];
  /** `stays`: somebody else can reach it; the actor stops acting for them. */
  readonly fate: 'deleted' | 'stays';
  /** Of a record that goes: all of them. Of one that stays: those that the actor signed in to. */
  readonly accounts: readonly LinkedAccount[];
  /** Consents that end, by id. */
  readonly appGrantIds: readonly string[];
}

export interface LeavePlan {
  /** The actor's own record goes, and the actor with it. */
  readonly isWhole: boolean;
  /** The actor's own last: until it is gone, what failed can be done again. */
  readonly records: readonly LeavingRecord[];
}

/** @throws GatewayError `not-found` where the subject is not theirs. */
export async function planLeave(context: ServiceContext, { actorId, subjectId }: WhoLeaves): Promise<LeavePlan> {
  const subjects = await listSubjects(context, actorId);
  const isWhole = subjectId === actorId;
  const leaving = isWhole ? subjects.toReversed() : subjects.filter(({ person }) => person.id === subjectId);
  if (leaving.length === 0) throw new GatewayError('not-found');
  const records: LeavingRecord[] = [];
  for (const subject of leaving) records.push(await planRecord(context, actorId, subject));
  return { isWhole, records };
}

async function planRecord(
  context: ServiceContext,
  actorId: string,
  { person, relationship }: RepresentedSubject,
): Promise<LeavingRecord> {
  const isReached = relationship !== 'self' && (await isReachedByOthers(context, actorId, person));
  const accounts = await context.store.listAccounts(person.id);
  const grants = isReached
    ? await listAppGrants(context, { actorId, subjectId: person.id })
    : await context.store.listAppGrants(person.id);
  return {
    person,
    relationship,
    fate: isReached ? 'stays' : 'deleted',
    accounts: isReached ? accounts.filter((account) => account.actorId === actorId) : accounts,
    appGrantIds: grants.map(({ id }) => id),
  };
}

/** Who has a sign-in of their own comes back by it; otherwise somebody else must act for them. */
async function isReachedByOthers(context: ServiceContext, actorId: string, person: Person): Promise<boolean> {
  if (person.identities.length > 0) return true;
  const now = isoNow(context);
  const representations = await context.store.listRepresentationsOf(person.id);
  return representations.some((item) => item.actorId !== actorId && isInForce(item, now));
}
