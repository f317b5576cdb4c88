/**
 * The reconciler: what the sources delivered → one record. normalise → collapse inside a source → match across sources →
 * compare → unify. Pure: same input, same output, in any order (law L3).
 */
import type { DetectedIssue, Medication } from 'fhir/r4.js';
import { compareAllergy, deniedBy } from './compare/compare-allergy.ts';
import { compareCondition } from './compare/compare-condition.ts';
import { compareTherapy } from './compare/compare-therapy.ts';
import type { Difference } from './compare/difference.ts';
import { allergyFact, type AllergyFact } from './facts/allergy-fact.ts';
import { conditionFact, type ConditionFact } from './facts/condition-fact.ts';
import { compareText, type Fact } from './facts/fact.ts';
import { isMedicationResource, medicationFact, productFact, type MedicationFact } from './facts/medication-fact.ts';
import { createReaders } from './facts/create-readers.ts';
import type { Readers } from './facts/readers.ts';
import type { R4Resource } from './fhir/types.ts';
import type { Group, Matched } from './match/group.ts';
import { matchAllergies } from './match/match-allergies.ts';
import { matchConditions } from './match/match-conditions.ts';
import { matchTherapies } from './match/match-therapies.ts';
import { normaliseSource } from './normalise/normalise-source.ts';
import type { NormalisedSource, SourceRecord } from './normalise/source-record.ts';
import { adoptCondition, adoptMedicine } from './origin/adopt-original.ts';
import { quotations } from './origin/quotations.ts';
import { spreadElsewhere } from './origin/spread-elsewhere.ts';
import { decideAll } from './decide/decide-all.ts';
import { named } from './decide/joined-differences.ts';
import { ALLERGY_KIND, CONDITION_KIND, MEDICATION_KIND } from './decide/thing-kind.ts';
import { identityConflicts } from './origin/identity-conflicts.ts';
import { recordOutcome } from './outcome.ts';
import type { ReconcileInput } from './reconcile-input.ts';
import type { ReconciledRecord, UnifiedRecord } from './reconciled-record.ts';
import { denialIssue, differenceIssue, relationIssue } from './unify/detected-issue.ts';
import { DEVICE_ID, gatewayDevice } from './unify/device.ts';
import type { EmitContext } from './unify/emit-context.ts';
import { linkageOf } from './unify/linkage.ts';
import { matchLevel, type MatchLevel } from './unify/match-level.ts';
import { pointToUnified } from './unify/point-to-unified.ts';
import { provenanceOf } from './unify/provenance.ts';
import { unifyAllergy } from './unify/unify-allergy.ts';
import { unifyCondition } from './unify/unify-condition.ts';
import { unifyTherapy } from './unify/unify-therapy.ts';

export function reconcile(input: ReconcileInput): ReconciledRecord {
  const readers = createReaders(input.terminology);
  const sources = [...input.sources]
    .sort((a, b) => compareText(a.name, b.name))
    .map((source) => normaliseSource(source, input.patient.id));
  const facts = readFacts(sources, readers);
  const viewOf = new Map(
    sources.flatMap((source) => (source.viewOf === undefined ? [] : [[source.source, source.viewOf]])),
  );
  const read = [...facts.medications, ...facts.conditions, ...facts.allergies];
  const copies = quotations(read, facts.others, viewOf);
  const context: EmitContext = {
    patientId: input.patient.id,
    deviceId: DEVICE_ID,
    idKey: input.idKey,
    quotations: copies,
    recordedAt: input.recordedAt,
  };
  const matched = {
    therapies: matchTherapies(adoptMedicine(facts.medications, copies)),
    conditions: matchConditions(adoptCondition(facts.conditions, copies)),
    allergies: matchAllergies(facts.allergies),
  };
  const names = new Set(sources.map((source) => source.source));
  const decided = decideAll(input.decisions ?? [], names, matched, input.isNarrowed ?? false);
  const therapies = unify(decided.therapies, named(compareTherapy, MEDICATION_KIND), unifyTherapy, context);
  const conditions = unify(decided.conditions, named(compareCondition, CONDITION_KIND), unifyCondition, context);
  const allergies = unify(decided.allergies, named(compareAllergy, ALLERGY_KIND), unifyAllergy, context);
  const denials = decided.allergies.groups.flatMap((group, index) =>
    deniedBy(group, decided.allergies.groups).map((denied) =>
      denialIssue(resourceAt(allergies.unified, index), resourceAt(allergies.unified, denied), context),
    ),
  );
  const unified = [...therapies.unified, ...conditions.unified, ...allergies.unified];
  return {
    patient: linkedToSources(input.patient, sources),
    sourceRecords: pointToUnified(
      sources.flatMap((source) => source.records),
      unified,
      copies,
    ),
    quarantined: sources.flatMap((source) => source.quarantined),
    unified,
    issues: [...therapies.issues, ...conditions.issues, ...allergies.issues, ...denials].sort((a, b) =>
      compareText(a.id, b.id),
    ),
    device: gatewayDevice(),
    outcome: recordOutcome(input.completeness, sources, identityConflicts(sources), decided.notes),
  };
}

/** The sources' Patients stay their own records; nothing of theirs is mixed into the gateway's (design 4). */
function linkedToSources(
  patient: ReconcileInput['patient'],
  sources: readonly NormalisedSource[],
): ReconcileInput['patient'] {
  const link = sources
    .flatMap((source) => source.patients)
    .map((reference) => ({ other: { reference }, type: 'seealso' as const }));
  return link.length === 0 ? patient : { ...patient, link };
}

interface Facts {
  readonly medications: readonly MedicationFact[];
  readonly conditions: readonly ConditionFact[];
  readonly allergies: readonly AllergyFact[];
  /** Everything else, as far as copies are concerned. */
  readonly others: readonly SourceRecord[];
}

function readFacts(sources: readonly NormalisedSource[], readers: Readers): Facts {
  const medications: MedicationFact[] = [];
  const conditions: ConditionFact[] = [];
  const allergies: AllergyFact[] = [];
  const others: SourceRecord[] = [];
  for (const source of sources) {
    const products = productsOf(source.records);
    const inUse = products.size === 0 ? NONE_IN_USE : productsInUse(source.records);
    for (const record of source.records) {
      if (record.standing !== 'asserted') continue;
      if (isMedicationResource(record)) medications.push(medicationFact(record, products, readers));
      else if (record.resource.resourceType === 'Medication') {
        if (!inUse.has(`Medication/${record.resource.id}`)) medications.push(productFact(record, readers));
      } else if (record.resource.resourceType === 'Condition') conditions.push(conditionFact(record, readers));
      else if (record.resource.resourceType === 'AllergyIntolerance') allergies.push(allergyFact(record, readers));
      else if (!ABOUT_NO_EVENT.has(record.resource.resourceType)) others.push(record);
    }
  }
  return { medications: spreadElsewhere(medications), conditions, allergies, others };
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

interface Unified {
  readonly unified: readonly UnifiedRecord[];
  readonly issues: readonly (DetectedIssue & { id: string })[];
}

function unify<F extends Fact>(
  matched: Matched<F>,
  compare: (group: Group<F>) => readonly Difference[],
  emit: (group: Group<F>, differences: readonly Difference[], level: MatchLevel, context: EmitContext) => R4Resource,
  context: EmitContext,
): Unified {
  const related = new Set(matched.relations.flatMap((relation) => relation.groups));
  const issues: (DetectedIssue & { id: string })[] = [];
  const unified = matched.groups.map((group, index): UnifiedRecord => {
    const differences = compare(group);
    const level = matchLevel(group.facts, differences, related.has(index), context.quotations);
    const resource = emit(group, differences, level, context);
    issues.push(...differences.map((difference) => differenceIssue(resource, difference, context)));
    return {
      resource,
      members: group.facts.map((fact) => fact.record),
      linkage: linkageOf(resource, group.identity, group.facts, context),
      provenance: provenanceOf(resource, group, context),
    };
  });
  // Two rules may relate the same things for the same reason: that is one thing to tell.
  const told = new Map<string, DetectedIssue & { id: string }>();
  for (const relation of matched.relations) {
    const parties = relation.groups.map((index) => resourceAt(unified, index));
    const issue = relationIssue(relation, parties, context);
    told.set(issue.id, issue);
  }
  return { unified, issues: [...issues, ...told.values()] };
}

/** Positions are those of the groups that the records were made of. */
function resourceAt(unified: readonly UnifiedRecord[], index: number): R4Resource {
  return (unified[index] as UnifiedRecord).resource;
}
