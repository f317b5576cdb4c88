/** What one Condition says. */
import type { CodeableConcept, Condition } from 'fhir/r4.js';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { ConditionReading } from '../terminology/condition-reading.ts';
import { canonicalSystem, isDegraded } from '../terminology/code-systems.ts';
import { firstCode, isFromElsewhere } from './common.ts';
import { daySpan, type DaySpan } from './day-span.ts';
import type { Fact } from './fact.ts';
import type { ConditionExtras, Readers } from './readers.ts';

/** Clinical status in the two classes that can contradict; undefined where unsaid. */
export type ConditionStatus = 'active' | 'ended';
export type Verification = 'confirmed' | 'unconfirmed' | 'refuted';

export interface ConditionFact extends Fact {
  readonly reading: ConditionReading;
  readonly concept: CodeableConcept;
  readonly clinicalStatus: string | undefined;
  readonly status: ConditionStatus | undefined;
  readonly verification: Verification | undefined;
  readonly onset: DaySpan | undefined;
  readonly abatement: DaySpan | undefined;
  readonly recorded: DaySpan | undefined;
}

const STATUS: Readonly<Record<string, ConditionStatus>> = {
  active: 'active',
  recurrence: 'active',
  relapse: 'active',
  inactive: 'ended',
  remission: 'ended',
  resolved: 'ended',
};

const VERIFICATION: Readonly<Record<string, Verification>> = {
  confirmed: 'confirmed',
  unconfirmed: 'unconfirmed',
  provisional: 'unconfirmed',
  differential: 'unconfirmed',
  refuted: 'refuted',
};

export function conditionFact(record: SourceRecord, readers: Readers): ConditionFact {
  const resource = record.resource as Condition & { id: string };
  const reading = readers.condition.read(resource.code, extrasOf(resource));
  const clinicalStatus = firstCode(resource.clinicalStatus);
  const stated = VERIFICATION[firstCode(resource.verificationStatus) ?? ''];
  const onset = daySpan(resource.onsetDateTime ?? resource.onsetPeriod?.start);
  const recorded = daySpan(resource.recordedDate);
  const ref = `Condition/${resource.id}`;
  return {
    record,
    ref,
    reference: { reference: ref },
    source: record.source,
    words: reading.words,
    dated: recorded ?? onset,
    fromElsewhere: isFromElsewhere(resource),
    reading,
    concept: resource.code ?? {},
    clinicalStatus,
    status: STATUS[clinicalStatus ?? ''],
    verification: reading.context === 'suspected' ? 'unconfirmed' : stated,
    onset,
    abatement: daySpan(resource.abatementDateTime ?? resource.abatementPeriod?.end),
    recorded,
  };
}

/** SNOMED CT codes of the concept, degraded ones left out. */
export function snomedCodes(fact: ConditionFact): readonly string[] {
  return (fact.concept.coding ?? []).flatMap((coding) =>
    coding.code && canonicalSystem(coding.system) === 'http://snomed.info/sct' && !isDegraded(coding)
      ? coding.code
      : [],
  );
}

function extrasOf(resource: Condition): ConditionExtras | undefined {
  const { severity, bodySite, category } = resource;
  if (!severity && !bodySite && !category && !resource.stage) return undefined;
  const stage = (resource.stage ?? []).flatMap((item) => item.summary ?? []);
  return {
    ...(resource.severity ? { severity: resource.severity } : {}),
    ...(stage.length > 0 ? { stage } : {}),
    ...(resource.bodySite ? { bodySite: resource.bodySite } : {}),
    ...(resource.category ? { category: resource.category } : {}),
  };
}

/** The date that tells episodes apart: the onset, otherwise when it was recorded. */
export function episodeDate(fact: ConditionFact): DaySpan | undefined {
  return fact.onset ?? fact.recorded;
}
