/**
 * Invented people whose sources' records carry labels and refer to each other, and in which every record has words of its own
 * that stand nowhere else: whoever is given them was given that record.
 */
import type { Random } from './random.ts';

export const LABEL_SYSTEM = 'https://labels.example';
/** `code`s of labels; `plain` is the least. */
export const LABELS = ['plain', 'mind', 'sexual', 'genetic'] as const;
export const SOURCES = ['srcalpha', 'srcbravo', 'srccharlie'] as const;
export type SourceName = (typeof SOURCES)[number];

/** Labels of what a source labels not at all. */
export const DEFAULT_LABEL: Readonly<Record<SourceName, string | undefined>> = {
  srcalpha: undefined,
  srcbravo: undefined,
  srccharlie: 'plain',
};

export interface Link {
  readonly to: Item;
  /** `relative`, by the full URL of the entry, or with the server's address. */
  readonly by: 'relative' | 'fullUrl' | 'absolute';
}

export interface Item {
  readonly person: string;
  readonly source: SourceName;
  readonly type: string;
  readonly id: string;
  readonly fullUrl: string | undefined;
  readonly labels: readonly string[];
  /** Inside of nothing but this record. */
  readonly ownWords: string;
  /** Also part of what is made of it: a medicine's or a condition's name. */
  readonly name: string;
  /** By role. */
  readonly links: Readonly<Record<string, readonly Link[]>>;
  readonly category: string | undefined;
  /** In place of a resource: not JSON, or a type that FHIR does not know. */
  readonly broken: 'text' | 'type' | undefined;
}

export interface LabelledPerson {
  readonly id: string;
  readonly sources: readonly SourceName[];
  readonly items: readonly Item[];
}

export function baseUrlOf(source: SourceName): string {
  return `https://${source}.example/fhir`;
}

type Roles = Readonly<Record<string, readonly string[]>>;

/** Of each type the elements that refer to others, and to which types. */
const ROLES: Readonly<Record<string, Roles>> = {
  Organization: {},
  Practitioner: {},
  Medication: {},
  Binary: {},
  Condition: { recorder: ['Practitioner'] },
  AllergyIntolerance: { recorder: ['Practitioner'] },
  Encounter: { diagnosis: ['Condition'], serviceProvider: ['Organization'] },
  Observation: { performer: ['Practitioner'], hasMember: ['Observation'], encounter: ['Encounter'] },
  MedicationRequest: {
    medication: ['Medication'],
    requester: ['Practitioner'],
    reason: ['Condition', 'Observation'],
    encounter: ['Encounter'],
  },
  MedicationStatement: { medication: ['Medication'], basedOn: ['MedicationRequest'] },
  MedicationDispense: { medication: ['Medication'], authorizing: ['MedicationRequest'] },
  DiagnosticReport: { result: ['Observation'], performer: ['Organization'] },
  DocumentReference: { file: ['Binary'], author: ['Practitioner'] },
  List: { entry: ['Condition', 'MedicationRequest', 'Observation', 'AllergyIntolerance', 'Encounter'] },
  Provenance: { target: ['Condition', 'MedicationRequest', 'Observation'], agent: ['Practitioner'] },
};

/** Shared by several records, so that some are one thing. */
const CONCEPTS = ['Asthma', 'Migraine', 'Gout'];
const MEDICINES = ['Amlodipine 5 mg tablets', 'Ramipril 2.5 mg capsules', 'Metformin 500 mg tablets'];
export const CATEGORIES = ['laboratory', 'vital-signs'];

/** @param farLinks chance that a record names one of another source by its address. */
export function labelledPerson(id: string, random: Random, farLinks = 0.1): LabelledPerson {
  const sources = SOURCES.filter((_, index) => index === 0 || random.is(0.75));
  const items: Item[] = [];
  for (const source of sources)
    items.push(
      ...itemsOf(
        id,
        source,
        items.filter(() => random.is(farLinks)),
        random,
      ),
    );
  return { id, sources, items };
}

/** The person at the source. */
export function patientIdAt(source: SourceName, person: string): string {
  return `me-${source}-${person}`;
}

/** @param elsewhere items of other sources. */
function itemsOf(person: string, source: SourceName, elsewhere: readonly Item[], random: Random): readonly Item[] {
  const items: Item[] = [];
  const add = (type: string, changes: Partial<Item> = {}) => {
    const number = items.length;
    const key = `${person}-${source}-${type.toLowerCase()}-${number}`;
    const id = `id${number}-${random.int(1e9).toString(36)}-${person}`;
    const item: Item = {
      person,
      source,
      type,
      id,
      fullUrl: random.is(0.3) ? `urn:uuid:${key}` : undefined,
      labels: random.is(0.5) ? [] : random.some(LABELS, 0.4),
      ownWords: `own-${key}`,
      name: `name-${key}`,
      links: linksOf(type, items, elsewhere, random),
      category: type === 'Observation' ? random.one(CATEGORIES) : undefined,
      broken: undefined,
      ...changes,
    };
    items.push(item);
  };
  add('Patient', { labels: [], id: patientIdAt(source, person) });
  for (const type of Object.keys(ROLES)) {
    const several = ['Condition', 'Observation', 'MedicationRequest', 'Practitioner', 'Provenance'].includes(type);
    const count = random.int(several ? 4 : 2) + (random.is(0.3) ? 1 : 0);
    for (let n = 0; n < count; n++) add(type);
  }
  if (random.is(0.3)) add('Condition', { broken: 'text', links: {} });
  if (random.is(0.3)) add('Condition', { broken: 'type', links: {} });
  return items;
}

function linksOf(
  type: string,
  earlier: readonly Item[],
  elsewhere: readonly Item[],
  random: Random,
): Readonly<Record<string, readonly Link[]>> {
  const links = Object.entries(ROLES[type] ?? {}).map(([role, targets]) => {
    const known = earlier.filter((item) => targets.includes(item.type) && item.broken === undefined);
    const chosen = random.some(known, 0.5).map((to): Link => {
      const by = random.one(['relative', 'fullUrl', 'absolute'] as const);
      return { to, by: by === 'fullUrl' && to.fullUrl === undefined ? 'relative' : by };
    });
    const far = role === 'reason' || role === 'hasMember' ? elsewhere.filter(isClinical) : [];
    const links = [...chosen, ...far.map((to): Link => ({ to, by: 'absolute' }))];
    return [role, MANY.has(role) ? links : links.slice(0, 1)] as const;
  });
  return Object.fromEntries(links);
}

function isClinical(item: Item): boolean {
  return (item.type === 'Condition' || item.type === 'Observation') && item.broken === undefined;
}

const MANY: ReadonlySet<string> = new Set(['diagnosis', 'hasMember', 'result', 'entry', 'target', 'reason', 'basedOn']);

/** Its name: its own, or one that others have too, so that some are merged. */
export function conceptOf(item: Item): string {
  const number = Number(/\d+/.exec(item.id)?.[0] ?? 0);
  const names = item.type.startsWith('Medication') ? MEDICINES : CONCEPTS;
  return number % 2 === 0 ? item.name : (names[number % names.length] ?? item.name);
}
