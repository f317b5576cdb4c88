/** How each action of the access log is named as an AuditEvent (IHE BALP 1.1.5; DICOM PS3.15 A.5 for what is no REST). */
import type { AuditEvent, Coding } from 'fhir/r4.js';
import type { AuditAction, AuditOutcome } from '../../ports/audit.ts';
import { AUDIT_ACTION_SYSTEM } from '../../record/fhir/canonical.ts';

type ActionCode = NonNullable<AuditEvent['action']>;

export interface AuditActionNames {
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: ActionCode;
  /** BALP: in a question the parameters go from the client to the server; in a read the record goes the other way. */
  readonly flow: 'question' | 'record' | 'none';
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const REST: Coding = { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' };
const PATIENT_RECORD: Coding = { system: DCM, code: '110110', display: 'Patient Record' };
const IMPORT: Coding = { system: DCM, code: '110107', display: 'Import' };
const SECURITY_ALERT: Coding = { system: DCM, code: '110113', display: 'Security Alert' };

function rest(code: string, action: ActionCode, flow: 'question' | 'record', ...more: Coding[]): AuditActionNames {
  return { type: REST, subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code }, ...more], action, flow };
}

function own(code: AuditAction): Coding {
  return { system: AUDIT_ACTION_SYSTEM, code };
}

function byHand(type: Coding, action: ActionCode, code: AuditAction): AuditActionNames {
  return { type, subtype: [own(code)], action, flow: 'none' };
}

export const AUDIT_ACTIONS: Readonly<Record<AuditAction, AuditActionNames>> = {
  read: rest('read', 'R', 'record'),
  vread: rest('vread', 'R', 'record'),
  search: rest('search-type', 'E', 'question'),
  everything: rest('operation', 'E', 'question', own('everything')),
  summary: rest('operation', 'E', 'question', own('summary')),
  docref: rest('operation', 'E', 'question', own('docref')),
  original: rest('operation', 'E', 'question', own('original')),
  operation: rest('operation', 'E', 'question'),
  page: byHand(PATIENT_RECORD, 'R', 'page'),
  link: byHand(PATIENT_RECORD, 'C', 'link'),
  'confirm-identity': byHand(PATIENT_RECORD, 'U', 'confirm-identity'),
  unlink: byHand(PATIENT_RECORD, 'D', 'unlink'),
  sync: byHand(IMPORT, 'C', 'sync'),
  represent: byHand(PATIENT_RECORD, 'C', 'represent'),
  decision: byHand(PATIENT_RECORD, 'U', 'decision'),
  entry: byHand(PATIENT_RECORD, 'U', 'entry'),
  leave: byHand(PATIENT_RECORD, 'D', 'leave'),
  grant: byHand(SECURITY_ALERT, 'E', 'grant'),
  revoke: byHand(SECURITY_ALERT, 'E', 'revoke'),
};

/** A refusal is what somebody who looks through the log looks for, so it has a code of its own. */
export const AUDIT_OUTCOMES: Readonly<Record<AuditOutcome, NonNullable<AuditEvent['outcome']>>> = {
  success: '0',
  failure: '4',
  refused: '8',
};
