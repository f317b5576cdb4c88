/** An allergy as all sources together tell it: reactions and criticality side by side, nothing dropped. */
import type { AllergyIntolerance, AllergyIntoleranceReaction, CodeableConcept } from 'fhir/r4.js';
import { allergyStatuses } from '../compare/compare-allergy.ts';
import type { Difference } from '../compare/difference.ts';
import { nameText } from '../decide/joined-differences.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import type { AllergyFact } from '../facts/allergy-fact.ts';
import { earliest } from '../facts/day-span.ts';
import { compareText } from '../facts/fact.ts';
import type { AllergyGroup } from '../match/match-allergies.ts';
import { dataAbsent, derivedFrom, emittedId, subject, unifiedMeta, type EmitContext } from './emit-context.ts';
import type { MatchLevel } from './match-level.ts';
import { agreedStatus, reportedStatuses } from './reported-status.ts';
import { unifiedConcept } from './unified-concept.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';

export function unifyAllergy(
  allergy: AllergyGroup,
  differences: readonly Difference[],
  level: MatchLevel,
  context: EmitContext,
): AllergyIntolerance & { id: string } {
  const codes = new Set(differences.map((difference) => difference.code));
  const speaking = [...allergy.facts].sort(compareSpeakers);
  const best = speaking[0] as AllergyFact;
  const text = nameText(best.words, differences);
  const { concept, others } = unifiedConcept(
    speaking,
    text,
    (fact) => text === best.words && fact.reading.disagreement === undefined,
  );
  const statuses = allergyStatuses(allergy);
  const status = agreedStatus(statuses);
  const verification = codes.has('verification-differs') ? undefined : verificationOf(allergy.facts);
  const criticality = codes.has('severity-or-stage-differs') ? undefined : criticalityOf(allergy.facts);
  const categories = [...new Set(allergy.facts.flatMap((fact) => fact.categories))].sort();
  const reactions = distinctReactions(allergy.facts);
  const recorded = earliest(allergy.facts, (fact) => fact.recorded)?.text;
  return {
    resourceType: 'AllergyIntolerance',
    id: emittedId(context, allergy.identity),
    meta: unifiedMeta(allergy.facts),
    extension: [
      { url: EXTENSION.matchLevel, valueCode: level },
      ...reportedStatuses(statuses),
      ...others,
      ...derivedFrom(allergy.facts),
    ],
    // ait-1 wants a clinical status unless entered in error: where none is agreed, the reason stands in its place.
    clinicalStatus: status === undefined ? { extension: [dataAbsent('unknown')] } : code(CLINICAL, status),
    ...(verification === undefined ? {} : { verificationStatus: code(VERIFICATION, verification) }),
    ...(categories.length > 0 ? { category: categories as NonNullable<AllergyIntolerance['category']> } : {}),
    ...(criticality === undefined ? {} : { criticality }),
    ...(Object.keys(concept).length > 0 ? { code: concept } : {}),
    patient: subject(context),
    ...(recorded === undefined ? {} : { recordedDate: recorded }),
    ...(reactions.length > 0 ? { reaction: reactions } : {}),
  };
}

function compareSpeakers(a: AllergyFact, b: AllergyFact): number {
  const certain = Number(b.reading.certainty === 'certain') - Number(a.reading.certainty === 'certain');
  const coded = Number((b.concept.coding?.length ?? 0) > 0) - Number((a.concept.coding?.length ?? 0) > 0);
  return certain || coded || compareText(a.words, b.words) || compareText(a.ref, b.ref);
}

function code(system: string, value: string): CodeableConcept {
  return { coding: [{ system, code: value }] };
}

function verificationOf(facts: readonly AllergyFact[]): string | undefined {
  return facts.find((fact) => fact.verification !== undefined)?.verification;
}

function criticalityOf(facts: readonly AllergyFact[]): AllergyIntolerance['criticality'] | undefined {
  return facts.find((fact) => fact.criticality !== undefined)?.criticality as AllergyIntolerance['criticality'];
}

/** Reactions of every member; equal ones once. */
function distinctReactions(facts: readonly AllergyFact[]): AllergyIntoleranceReaction[] {
  const byContent = new Map<string, AllergyIntoleranceReaction>();
  for (const fact of facts) {
    for (const reaction of (fact.record.resource as AllergyIntolerance).reaction ?? []) {
      byContent.set(JSON.stringify(reaction), reaction);
    }
  }
  return [...byContent].sort(([a], [b]) => compareText(a, b)).map(([, reaction]) => reaction);
}
