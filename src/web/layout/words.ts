/** How pages write names and times. */
import type { Person } from '../../ports/people.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function personName(person: Pick<Person, 'name'>): string {
  const { text, family, given } = person.name;
  return text ?? ([...given, family ?? ''].join(' ').trim() || 'Name not known');
}

/** An ISO instant for people; '' for none. */
export function when(instant: string | undefined): string {
  if (instant === undefined || Number.isNaN(Date.parse(instant))) return '';
  return `${WHEN.format(new Date(instant))} UTC`;
}

/** A FHIR date as precise as it is. */
export function dayWords(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? DAY.format(new Date(`${date}T00:00:00Z`)) : date;
}
