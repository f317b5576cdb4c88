/** Whom an actor may act for: themselves, and those they look after (design 6: subject and actor are two things). */
import { GatewayError } from '../errors.ts';
import type { Person, Representation } from '../ports/people.ts';
import { audit } from './audit.ts';
import { isoNow, type ServiceContext } from './service-context.ts';

export interface RepresentedPerson {
  readonly given: string;
  readonly family: string;
  /** Full FHIR date. */
  readonly birthDate: string;
  readonly relationship: 'parent' | 'carer';
}

export interface RepresentedSubject {
  readonly person: Person;
  readonly relationship: Representation['relationship'];
}

/** Makes a person without verified identifiers, whom the actor may act for. */
export async function represent(
  context: ServiceContext,
  actor: Pick<Person, 'id'>,
  who: RepresentedPerson,
): Promise<Person> {
  const now = isoNow(context);
  const person: Person = {
    id: context.newId(),
    identities: [],
    identifiers: [],
    name: { text: `${who.given} ${who.family}`, family: who.family, given: [who.given] },
    birthDate: who.birthDate,
    createdAt: now,
  };
  const { relationship } = who;
  const [subjectId, actorId] = [person.id, actor.id];
  await context.store.atomically(actorId, async (writes) => {
    await writes.createPerson(person, { subjectId, actorId, relationship, since: now, until: undefined });
    const line = { subjectId, actorId, action: 'represent', notes: [relationship], outcome: 'success' } as const;
    await audit(context, line, writes);
  });
  return person;
}

/** Those the actor may act for now, themselves first. */
export async function listSubjects(context: ServiceContext, actorId: string): Promise<readonly RepresentedSubject[]> {
  const now = isoNow(context);
  const current = (await context.store.listRepresentations(actorId)).filter((item) => isInForce(item, now));
  const subjects: RepresentedSubject[] = [];
  for (const item of current) {
    const person = await context.store.getPerson(item.subjectId);
    if (person !== undefined) subjects.push({ person, relationship: item.relationship });
  }
  return subjects.toSorted((a, b) => Number(b.relationship === 'self') - Number(a.relationship === 'self'));
}

/** Whether the actor may act for the subject now: representations end, and so does what rests on them. */
export async function mayActFor(context: ServiceContext, actorId: string, subjectId: string): Promise<boolean> {
  const now = isoNow(context);
  const represented = await context.store.listRepresentations(actorId);
  return represented.some((item) => item.subjectId === subjectId && isInForce(item, now));
}

/** @throws GatewayError `not-found`, also where the subject exists but is not theirs: existence is not told. */
export async function requireSubject(context: ServiceContext, actorId: string, subjectId: string): Promise<Person> {
  const found = (await listSubjects(context, actorId)).find((item) => item.person.id === subjectId);
  if (found === undefined) throw new GatewayError('not-found');
  return found.person;
}

/** @param now ISO instant. */
export function isInForce({ since, until }: Representation, now: string): boolean {
  return since <= now && (until === undefined || until > now);
}
