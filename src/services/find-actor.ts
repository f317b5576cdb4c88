/** Which person is behind an actor as an issuer names them. */
import type { SignInIdentity } from '../ports/people.ts';
import type { ServiceContext } from './service-context.ts';

const MAX_KNOWN = 1_000;
/** A person who was deleted is not named any longer than this. */
const KNOWN_FOR_MS = 60_000;

/** @returns the id of the person; undefined for nobody known here. */
export type FindActor = (actor: SignInIdentity) => Promise<string | undefined>;

/**
 * Remembers for a short while: every access asks.
 * @param ownIssuer the gateway's own authorization server: there a person is named by their id.
 */
export function createFindActor({ store, now }: Pick<ServiceContext, 'store' | 'now'>, ownIssuer: string): FindActor {
  const known = new Map<string, { readonly id: string; readonly untilMs: number }>();
  return async ({ issuer, sub }) => {
    if (issuer === ownIssuer) return sub;
    const key = JSON.stringify([issuer, sub]);
    const found = known.get(key);
    if (found !== undefined && now() < found.untilMs) return found.id;
    known.delete(key);
    const person = await store.findPersonByIdentity({ issuer, sub });
    if (person === undefined) return undefined;
    const [oldest] = known.size >= MAX_KNOWN ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, { id: person.id, untilMs: now() + KNOWN_FOR_MS });
    return person.id;
  };
}
