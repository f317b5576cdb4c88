/** What must rest nowhere in clear: every number, name, date and word of the record of the people who used the gateway. */
import type { PersonIdentity } from '../../../src/sandbox/people/person.ts';
import type { SandboxPerson } from '../../../src/sandbox/people/person.ts';

/** Elements whose text says something of a person: what they have, take or are called. */
const TELLING: ReadonlySet<string> = new Set([
  'display',
  'text',
  'family',
  'div',
  'valueString',
  'title',
  'line',
  'city',
]);

/** Words of the gateway's own: names of sources, kinds of data, actions of the access log. They rest in clear by design. */
const OWN_WORDS = [
  ...['hospital', 'specialist', 'gateway', 'confirm-identity', 'success', 'representation', 'medication', 'condition'],
  ...['Medications', 'Observation', 'MedicationRequest', 'MedicationStatement', 'AllergyIntolerance', 'Immunization'],
]
  .join(' ')
  .toLowerCase();

function telling(value: unknown, isTelling = false): readonly string[] {
  if (typeof value === 'string') return isTelling ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => telling(item, isTelling));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => telling(part, TELLING.has(name)));
}

/** Words of a record that are long enough not to come up by chance in random bytes. */
export function wordsOfRecords(people: readonly SandboxPerson[]): readonly string[] {
  const texts = people.flatMap(({ records }) => telling(Object.values(records)));
  const words = texts.flatMap((text) => text.match(/[A-Za-z]{7,}/g) ?? []);
  return [...new Set(words)].filter((word) => !OWN_WORDS.includes(word.toLowerCase()));
}

export function wordsOfIdentity({ nhsNumber, given, family, birthDate }: PersonIdentity): readonly string[] {
  return [nhsNumber, ...given.filter((name) => name.length > 4), family, birthDate];
}
