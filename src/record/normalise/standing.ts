/** How far a record may speak about the person: the source's own words decide (matching: "entered in error, do-not-perform"). */
import { isJsonObject, type JsonObject } from '../fhir/types.ts';
import { hasCode } from './coded.ts';
import type { Standing } from './source-record.ts';

/** @param resource valid R4. */
export function standingOf(resource: JsonObject, isOthers: boolean): Standing {
  if (isOthers) return 'other-subject';
  if (resource.status === 'entered-in-error' || resource.lifecycleStatus === 'entered-in-error')
    return 'entered-in-error';
  if (hasCode(resource.verificationStatus, 'entered-in-error')) return 'entered-in-error';
  if (resource.doNotPerform === true) return 'do-not-perform';
  return saysNoInformation(resource.code) || saysNoInformation(resource.medicationCodeableConcept)
    ? 'no-information'
    : 'asserted';
}

/** IPS 1.1 `no-allergy-info`, `no-medication-info`, `no-problem-info`; SNOMED CT 1287211007 "No information available". */
const NO_INFORMATION_CODE = /^(?:no-[a-z]{1,20}-info|1287211007)$/;
const NO_INFORMATION_WORDS = /^no information (?:about|on|regarding|available)/i;

function saysNoInformation(concept: unknown): boolean {
  if (!isJsonObject(concept)) return false;
  const { coding, text } = concept;
  const codes: readonly unknown[] = Array.isArray(coding) ? coding : [];
  // Words that name something win over the code: they are what a person reads.
  if (typeof text === 'string') return NO_INFORMATION_WORDS.test(text);
  return codes.some((one) => isJsonObject(one) && typeof one.code === 'string' && NO_INFORMATION_CODE.test(one.code));
}
