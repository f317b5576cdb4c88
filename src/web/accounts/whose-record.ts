/** Whose record a visit is about, as a sentence says it. */
import { personName } from '../layout/person-name.ts';
import type { Visit } from '../session/visit.ts';
import type { CardViewer } from './source-card.ts';

export function whoseRecord({ actor, subject }: Pick<Visit, 'actor' | 'subject'>): CardViewer['whose'] {
  return actor.id === subject.id ? 'own' : { name: personName(subject) };
}
