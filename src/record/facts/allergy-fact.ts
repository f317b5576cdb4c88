/** What one AllergyIntolerance says. */
import type { AllergyIntolerance, CodeableConcept } from 'fhir/r4.js';
import type { SourceRecord } from '../normalise/source-record.ts';
import type { AllergenReading } from '../terminology/allergen-reading.ts';
import { firstCode, isFromElsewhere } from './common.ts';
import type { ConditionStatus, Verification } from './condition-fact.ts';
import { daySpan, type DaySpan } from './day-span.ts';
import type { Fact } from './fact.ts';
import type { Readers } from './readers.ts';

export interface AllergyFact extends Fact {
  readonly reading: AllergenReading;
  readonly concept: CodeableConcept;
  readonly clinicalStatus: string | undefined;
  readonly status: ConditionStatus | undefined;
  readonly verification: Verification | undefined;
  readonly criticality: string | undefined;
  readonly categories: readonly string[];
  readonly recorded: DaySpan | undefined;
}

const STATUS: Readonly<Record<string, ConditionStatus>> = { active: 'active', inactive: 'ended', resolved: 'ended' };

const VERIFICATION: Readonly<Record<string, Verification>> = {
  confirmed: 'confirmed',
  unconfirmed: 'unconfirmed',
  presumed: 'unconfirmed',
  refuted: 'refuted',
};

export function allergyFact(record: SourceRecord, readers: Readers): AllergyFact {
  const resource = record.resource as AllergyIntolerance & { id: string };
  const concept = resource.code ?? substanceOf(resource);
  const reading = readers.allergen.read(concept);
  const clinicalStatus = firstCode(resource.clinicalStatus);
  const recorded = daySpan(resource.recordedDate) ?? daySpan(resource.onsetDateTime);
  const ref = `AllergyIntolerance/${resource.id}`;
  return {
    record,
    ref,
    reference: { reference: ref },
    source: record.source,
    words: reading.words,
    dated: recorded,
    fromElsewhere: isFromElsewhere(resource),
    reading,
    concept: concept ?? {},
    clinicalStatus,
    status: STATUS[clinicalStatus ?? ''],
    verification: verificationOf(record, firstCode(resource.verificationStatus)),
    criticality: resource.criticality,
    categories: resource.category ?? [],
    recorded,
  };
}

/** GP Connect (STU3) gives every allergy as `unconfirmed`, whatever was found: it says nothing there. */
function verificationOf(record: SourceRecord, code: string | undefined): Verification | undefined {
  return record.version === 'STU3' && code === 'unconfirmed' ? undefined : VERIFICATION[code ?? ''];
}

/** Some sources name the substance with the reaction only. */
function substanceOf(resource: AllergyIntolerance): CodeableConcept | undefined {
  return resource.reaction?.find((reaction) => reaction.substance)?.substance;
}
