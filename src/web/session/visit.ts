/** One request of a signed-in person: the actor, and the subject whose record is shown. */
import type { Person } from '../../ports/people.ts';
import type { SignedInSession } from './session-store.ts';

export interface Visit {
  readonly sessionId: string;
  readonly session: SignedInSession;
  readonly actor: Person;
  readonly subject: Person;
}
