/** Whose record the demo shows, and who signs in for them: themselves, or a parent or carer. */
import { SANDBOX_PEOPLE } from '../sandbox/people/sandbox-people.ts';
import type { SandboxUser } from '../sandbox/sandbox-user.ts';
import { DemoExit } from './demo-options.ts';
import type { NewPerson } from './gateway-visitor.ts';

export interface ChosenPerson {
  /** Key of the person at the sources. */
  readonly person: string;
  readonly user: SandboxUser;
  /** To be added by the one who signs in; undefined where they read their own record. */
  readonly lookedAfter: NewPerson | undefined;
}

/** @throws DemoExit 2 for a name that nobody has. */
export function choosePerson(users: readonly SandboxUser[], name: string | undefined): ChosenPerson {
  const known = [...new Set(users.flatMap((user) => user.mayOpen.map((record) => record.person)))];
  const person = name === undefined ? known[0] : known.find((item) => item.toLowerCase() === name.toLowerCase());
  const user =
    users.find((item) => item.person === person) ??
    users.find((item) => item.mayOpen.some((record) => record.person === person));
  if (person === undefined || user === undefined) {
    throw new DemoExit(2, `error: --person must be one of: ${known.join(', ')}`);
  }
  return { person, user, lookedAfter: user.person === person ? undefined : lookedAfter(user, person) };
}

function lookedAfter(user: SandboxUser, person: string): NewPerson {
  const identity = SANDBOX_PEOPLE.find((item) => item.identity.key === person)?.identity;
  const relationship = user.mayOpen.find((record) => record.person === person)?.as;
  if (identity === undefined || relationship === undefined || relationship === 'self') {
    throw new DemoExit(2, `error: nothing is known of whom ${user.userName} looks after`);
  }
  return { given: identity.given.join(' '), family: identity.family, birthDate: identity.birthDate, relationship };
}
