/** How pages write a person's name. */
import type { Person } from '../../ports/people.ts';

/** As the sign-in service or a source writes it; '' where nobody says one. */
export function personName(person: Pick<Person, 'name'>): string {
  const { text, family, given } = person.name;
  return text ?? [...given, family ?? ''].join(' ').trim();
}
