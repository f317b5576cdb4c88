/**
 * The reconciler: what the sources delivered → one record. normalise → collapse inside a source → match across sources →
 * compare → unify. Pure: same input, same output, in any order (law L3).
 */
import type { DetectedIssue } from 'fhir/r4.js';
import { compareAllergy, deniedBy } from './compare/compare-allergy.ts';
import { compareCondition } from './compare/compare-condition.ts';
import { compareTherapy } from './compare/compare-therapy.ts';
import type { Difference } from './compare/difference.ts';
import { compareText, type Fact } from './facts/fact.ts';
import { createReaders } from './facts/create-readers.ts';
import type { R4Resource } from './fhir/types.ts';
import type { Group, Matched } from './match/group.ts';
import { matchAllergies } from './match/match-allergies.ts';
import { matchConditions } from './match/match-conditions.ts';
import { matchTherapies } from './match/match-therapies.ts';
import type { NormalisedSource } from './normalise/source-record.ts';
import { adoptCondition, adoptMedicine } from './origin/adopt-original.ts';
import { quotations } from './origin/quotations.ts';
import { spreadElsewhere } from './origin/spread-elsewhere.ts';
import { decideAll } from './decide/decide-all.ts';
import { named } from './decide/joined-differences.ts';
import { ALLERGY_KIND, CONDITION_KIND, MEDICATION_KIND } from './decide/thing-kind.ts';
import { identityConflicts } from './origin/identity-conflicts.ts';
import { recordOutcome } from './outcome.ts';
import { prepareSource, type PreparedSource } from './prepare-source.ts';
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
  const prepared = [...input.sources]
    .sort((a, b) => compareText(a.name, b.name))
    .map((source) => input.prepared?.(source) ?? prepareSource(source, input.patient.id, readers));
  const sources = prepared.map(({ normalised }) => normalised);
  const facts = allFacts(prepared);
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

/** Sources in the order of their names, each as it was prepared. */
function allFacts(prepared: readonly PreparedSource[]) {
  const facts = prepared.map((source) => source.facts);
  return {
    medications: spreadElsewhere(facts.flatMap(({ medications }) => medications)),
    conditions: facts.flatMap(({ conditions }) => conditions),
    allergies: facts.flatMap(({ allergies }) => allergies),
    others: facts.flatMap(({ others }) => others),
  };
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
