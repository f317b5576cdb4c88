/** What the codes of a source's OperationOutcome mean, in words for people. Its own texts are never shown: they may hold record values. */

import type { Why } from '../../../record/reasons.ts';

/** FHIR issue types (http://hl7.org/fhir/issue-type) that explain a refusal. */
export const ISSUE_TYPE_WORDS: ReadonlyMap<string, Why> = new Map<string, Why>([
  ['login', 'a sign-in is needed'],
  ['expired', 'the sign-in has run out'],
  ['unknown', 'it does not know who is asking'],
  ['forbidden', 'it does not allow this'],
  ['security', 'it does not allow this'],
  ['suppressed', 'it holds something back'],
  ['not-supported', 'it does not offer this'],
  ['not-found', 'it has nothing there'],
  ['deleted', 'it was deleted there'],
  ['too-long', 'it was asked for too much at once'],
  ['too-costly', 'it was asked for too much at once'],
  ['throttled', 'it was asked too often'],
  ['timeout', 'it took too long there'],
  ['transient', 'it has a passing fault'],
  ['incomplete', 'its answer is incomplete'],
  ['exception', 'it has a fault'],
  ['no-store', 'its store cannot be reached'],
  ['lock-error', 'the record is locked there at the moment'],
]);

/** Spine error codes as GP Connect uses them (GP Connect 1.6, "Error handling guidance"). */
export const SPINE_ERROR_WORDS: ReadonlyMap<string, Why> = new Map<string, Why>([
  ['NO_PATIENT_CONSENT', 'the person has asked the practice not to share the record'],
  ['PATIENT_NOT_FOUND', 'the practice does not find this person among those registered with it'],
  ['NO_RECORD_FOUND', 'the practice has no such record'],
  ['INVALID_NHS_NUMBER', 'the practice does not take the NHS number as valid'],
  ['INVALID_IDENTIFIER_VALUE', 'the practice does not take the identifier as valid'],
  ['INVALID_PARAMETER', 'the practice does not know a part of the question'],
  ['INVALID_RESOURCE', 'the practice could not read the question'],
  ['BAD_REQUEST', 'the practice could not read the question'],
  ['ACCESS_DENIED', 'the practice does not allow this'],
  ['ASID_CHECK_FAILED', 'the practice does not know this gateway'],
  ['NOT_IMPLEMENTED', 'the practice’s system does not offer this'],
  ['INTERNAL_SERVER_ERROR', 'the practice’s system has a fault'],
  ['REFERENCE_NOT_FOUND', 'the practice has nothing there'],
  ['DUPLICATE_REJECTED', 'the practice took the question for a repeat'],
]);
