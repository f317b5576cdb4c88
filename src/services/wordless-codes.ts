/** Finds the codes of medicines, conditions and allergies that stand in a record without any words, as any FHIR release writes them. */
import { canonicalSystem, isDegraded } from '../record/terminology/code-systems.ts';
import type { CodeToName } from '../ports/terminology-server.ts';

/** A source's own codes stay here: only codes that say nothing of a person go to a terminology server. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'http://snomed.info/sct',
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-9-cm',
  'http://hl7.org/fhir/sid/ndc',
  'http://www.whocc.no/atc',
  'http://read.info/readv2',
  'http://read.info/ctv3',
]);
/** As codes of those systems look; anything else may be somebody's free text. */
const CODE = /^[A-Za-z0-9.-]{1,18}$/;
const MAX_CODES = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/** @param resources as received. @returns each code once, by canonical system, in a fixed order. */
export function wordlessCodes(resources: Iterable<unknown>): readonly CodeToName[] {
  const codes = new Map<string, CodeToName>();
  for (const resource of resources) {
    for (const { system, code } of conceptsOf(resource).flatMap(publishedCodes)) {
      codes.set(`${system}|${code}`, { system, code });
    }
  }
  return [...codes.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MAX_CODES)
    .map(([, code]) => code);
}

function conceptsOf(resource: unknown): readonly unknown[] {
  const { resourceType, code, substance, reaction, medicationCodeableConcept, contained } = fields(resource);
  switch (resourceType) {
    case 'Condition':
    case 'Medication':
      return [code];
    case 'AllergyIntolerance':
      return [code, substance, ...list(reaction).map((item) => fields(item)['substance'])];
    default: {
      const products = list(contained).filter((item) => fields(item)['resourceType'] === 'Medication');
      return [medicationCodeableConcept, ...products.map((product) => fields(product)['code'])];
    }
  }
}

function publishedCodes(concept: unknown): readonly CodeToName[] {
  const { text, coding } = fields(concept);
  const codings = list(coding).map(fields);
  if (hasWords(text) || codings.some(({ display }) => hasWords(display))) return [];
  return codings.flatMap(({ system, code }) => {
    if (typeof system !== 'string' || typeof code !== 'string' || isDegraded({ system, code })) return [];
    const canonical = canonicalSystem(system);
    const bare = code.trim();
    return canonical !== undefined && PUBLISHED.has(canonical) && CODE.test(bare)
      ? [{ system: canonical, code: bare }]
      : [];
  });
}

function hasWords(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
