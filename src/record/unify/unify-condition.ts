/** A condition as all sources together tell it. Disputed status is left out with a reason and told in extensions (law L9). */
import type { CodeableConcept, Condition, Extension } from 'fhir/r4.js';
import { conditionStatuses } from '../compare/compare-condition.ts';
import type { Difference } from '../compare/difference.ts';
import { nameText } from '../decide/joined-differences.ts';
import { EXTENSION } from '../fhir/canonical.ts';
import type { ConditionFact } from '../facts/condition-fact.ts';
import { compareDaySpans, earliest } from '../facts/day-span.ts';
import { compareText } from '../facts/fact.ts';
import type { ConditionGroup } from '../match/match-conditions.ts';
import { changeExtension } from './change-extension.ts';
import { dataAbsent, derivedFrom, emittedId, subject, unifiedMeta, type EmitContext } from './emit-context.ts';
import type { MatchLevel } from './match-level.ts';
import { agreedStatus, reportedStatuses } from './reported-status.ts';
import { unifiedConcept } from './unified-concept.ts';

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

export function unifyCondition(
  condition: ConditionGroup,
  differences: readonly Difference[],
  level: MatchLevel,
  context: EmitContext,
): Condition & { id: string } {
  const codes = new Set(differences.map((difference) => difference.code));
  const current = new Set([...condition.heads.values()].flat());
  const speaking = [...condition.facts].sort((a, b) => compareSpeakers(a, b, current));
  const best = speaking[0] as ConditionFact;
  const stageDiffers = codes.has('severity-or-stage-differs');
  const text = stageDiffers
    ? `${plainName(best)} (severity or stage not the same in every source)`
    : nameText(best.words, differences);
  const { concept, others } = unifiedConcept(
    speaking,
    text,
    (fact) =>
      text === best.words &&
      fact.reading.stage === best.reading.stage &&
      fact.reading.severity === best.reading.severity,
  );
  const statuses = conditionStatuses(condition);
  const status = agreedStatus(statuses);
  const verification = verificationOf(condition.facts, codes.has('verification-differs'));
  const onset = codes.has('period-differs') ? undefined : mostExact(condition.facts, (fact) => fact.onset);
  const abatement =
    status === 'active' || statuses.length === 0 ? undefined : mostExact(condition.facts, (fact) => fact.abatement);
  const recorded = earliest(condition.facts, (fact) => fact.recorded)?.text;
  return {
    resourceType: 'Condition',
    id: emittedId(context, condition.identity),
    meta: unifiedMeta(condition.facts),
    extension: [
      { url: EXTENSION.matchLevel, valueCode: level },
      ...notADiagnosis(best),
      ...reportedStatuses(statuses),
      ...others,
      ...condition.changes.map(changeExtension),
      ...derivedFrom(condition.facts),
    ],
    clinicalStatus: status === undefined ? { extension: [dataAbsent('unknown')] } : code(CLINICAL, status),
    ...(verification === undefined ? {} : { verificationStatus: code(VERIFICATION, verification) }),
    category: [code(CATEGORY, 'problem-list-item')],
    ...(Object.keys(concept).length > 0 ? { code: concept } : {}),
    subject: subject(context),
    ...(onset === undefined ? {} : { onsetDateTime: onset }),
    ...(abatement === undefined || status === undefined ? {} : { abatementDateTime: abatement }),
    ...(recorded === undefined ? {} : { recordedDate: recorded }),
    ...(status === 'active' ? endedYetActive(condition.facts) : {}),
  };
}

/** Social and administrative "problems", and what is not said of the person's own present, are shown apart (UK facts). */
function notADiagnosis(best: ConditionFact): Extension[] {
  const { sort, context } = best.reading;
  const isDiagnosis = sort === 'diagnosis' && (context === 'asserted' || context === 'suspected');
  return isDiagnosis ? [] : [{ url: EXTENSION.notADiagnosis, valueBoolean: true }];
}

/** Of equally exact records the one that says how things stand now speaks: stage 4 now, not stage 1 of long ago. */
function compareSpeakers(a: ConditionFact, b: ConditionFact, current: ReadonlySet<ConditionFact>): number {
  return (
    exactness(b) - exactness(a) ||
    Number(current.has(b)) - Number(current.has(a)) ||
    compareText(a.words, b.words) ||
    compareText(a.ref, b.ref)
  );
}

function exactness(fact: ConditionFact): number {
  const { reading } = fact;
  return (
    (reading.certainty === 'certain' ? 8 : 0) +
    (reading.stage !== undefined || reading.severity !== undefined ? 4 : 0) +
    (fact.concept.coding?.length ? 2 : 0) +
    (reading.words !== '' ? 1 : 0)
  );
}

function plainName(fact: ConditionFact): string {
  const name = (fact.reading.concept ?? fact.words).replaceAll('-', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function code(system: string, value: string): CodeableConcept {
  return { coding: [{ system, code: value }] };
}

/** Refuted and unconfirmed are said where all say so; where sources differ nothing is. */
function verificationOf(facts: readonly ConditionFact[], differs: boolean): string | undefined {
  if (differs) return undefined;
  return facts.find((fact) => fact.verification !== undefined)?.verification;
}

/** R4 lets nothing active have an end (con-4); a source that gives one is told in words, so that it is not lost. */
function endedYetActive(facts: readonly ConditionFact[]): Pick<Condition, 'note'> {
  const told = facts.flatMap((fact) =>
    fact.abatement === undefined ? [] : `${fact.source} gives an end, ${fact.abatement.text}, and calls it active`,
  );
  return told.length === 0 ? {} : { note: [...new Set(told)].sort().map((text) => ({ text })) };
}

function mostExact(
  facts: readonly ConditionFact[],
  dateOf: (fact: ConditionFact) => ConditionFact['onset'],
): string | undefined {
  const dates = facts.flatMap((fact) => dateOf(fact) ?? []);
  return dates.sort((a, b) => a.last - a.first - (b.last - b.first) || compareDaySpans(a, b))[0]?.text;
}
