/** What an actor agrees to before a source is read without a sign-in there; kept as shown, in the language it was shown in. */
import { personName } from '../layout/person-name.ts';
import type { Words } from '../locales/words.ts';
import type { Visit } from '../session/visit.ts';

/** @param title of the source. */
export function consentWords(
  words: Words,
  title: string,
  { actor, subject }: Pick<Visit, 'actor' | 'subject'>,
): string {
  return actor.id === subject.id
    ? words.text('accounts:consent.own', { place: title })
    : words.text('accounts:consent.other', { place: title, name: personName(subject) });
}
