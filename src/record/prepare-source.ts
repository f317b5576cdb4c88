/** The part of reconciling that looks at one source alone: its records normalised, and what they say. Pure (law L3). */
import type { Medication } from 'fhir/r4.js';
import { allergyFact, type AllergyFact } from './facts/allergy-fact.ts';
import { conditionFact, type ConditionFact } from './facts/condition-fact.ts';
import { isMedicationResource, medicationFact, productFact, type MedicationFact } from './facts/medication-fact.ts';
import type { Readers } from './facts/readers.ts';
import { normaliseSource } from './normalise/normalise-source.ts';
import type { NormalisedSource, SourceRecord } from './normalise/source-record.ts';
import type { SourceInput } from './source-input.ts';

/** What the records of one source say. */
export interface SourceFacts {
  readonly medications: readonly MedicationFact[];
  readonly conditions: readonly ConditionFact[];
  readonly allergies: readonly AllergyFact[];
  /** Everything else, as far as copies are concerned. */
  readonly others: readonly SourceRecord[];
}

/** What of reconciling needs one source only. */
export interface PreparedSource {
  readonly normalised: NormalisedSource;
  readonly facts: SourceFacts;
}

/** @param subjectId the gateway's Patient id. @param readers of the terminology that the whole is reconciled with. */
export function prepareSource(source: SourceInput, subjectId: string, readers: Readers): PreparedSource {
  const normalised = normaliseSource(source, subjectId);
  return { normalised, facts: readFacts(normalised, readers) };
}

function readFacts({ records }: NormalisedSource, readers: Readers): SourceFacts {
  const medications: MedicationFact[] = [];
  const conditions: ConditionFact[] = [];
  const allergies: AllergyFact[] = [];
  const others: SourceRecord[] = [];
  const products = productsOf(records);
  const inUse = products.size === 0 ? NONE_IN_USE : productsInUse(records);
  for (const record of records) {
    if (record.standing !== 'asserted') continue;
    if (isMedicationResource(record)) medications.push(medicationFact(record, products, readers));
    else if (record.resource.resourceType === 'Medication') {
      if (!inUse.has(`Medication/${record.resource.id}`)) medications.push(productFact(record, readers));
    } else if (record.resource.resourceType === 'Condition') conditions.push(conditionFact(record, readers));
    else if (record.resource.resourceType === 'AllergyIntolerance') allergies.push(allergyFact(record, readers));
    else if (!ABOUT_NO_EVENT.has(record.resource.resourceType)) others.push(record);
  }
  return { medications, conditions, allergies, others };
}

/** People, places and products are shared by their nature: an equal identifier makes them no copy of an assertion. */
const ABOUT_NO_EVENT: ReadonlySet<string> = new Set([
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'HealthcareService',
  'RelatedPerson',
  'Device',
  'List',
]);

function productsOf(records: readonly SourceRecord[]): ReadonlyMap<string, Medication> {
  const products = new Map<string, Medication>();
  for (const { resource } of records) {
    if (resource.resourceType === 'Medication') products.set(`Medication/${resource.id}`, resource);
  }
  return products;
}

const NONE_IN_USE: ReadonlySet<string> = new Set();

function productsInUse(records: readonly SourceRecord[]): ReadonlySet<string> {
  return new Set(
    records.flatMap(({ resource }) =>
      'medicationReference' in resource ? (resource.medicationReference?.reference ?? []) : [],
    ),
  );
}
