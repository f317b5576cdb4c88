/**
 * A line of the access log as an AuditEvent, after the patterns of IHE BALP 1.1.5 (PatientRead, PatientQuery). The client's
 * network address is not kept, so the profiles are followed and not claimed.
 */
import type { AuditEvent, AuditEventAgent, AuditEventEntity } from 'fhir/r4.js';
import { mayReadAll, type ReadRights } from '../../access/read-rights.ts';
import { CANONICAL } from '../../record/fhir/canonical.ts';
import { DEVICE_ID } from '../../record/unify/device.ts';
import { readAgent } from '../../services/audit-agent.ts';
import type { AuditLogEntry } from '../../services/audit-log.ts';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES, type AuditActionNames } from './audit-actions.ts';

export interface AuditViewer {
  /** Of the records that events are about. */
  readonly rights: ReadRights;
  /** Undefined = all. */
  readonly sources: readonly string[] | undefined;
  /** Of the FHIR endpoint. */
  readonly baseUrl: string;
}

const CODES = 'http://terminology.hl7.org/CodeSystem';
const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const BALP_ENTITY_TYPE = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType';
const OWN_WORDS: Readonly<Record<string, string>> = { web: "The gateway's pages", gateway: 'The gateway itself' };

const PERSON = { system: `${CODES}/audit-entity-type`, code: '1' };
const SYSTEM_OBJECT = { system: `${CODES}/audit-entity-type`, code: '2' };
const OTHER = { system: `${CODES}/audit-entity-type`, code: '4' };

export function renderAuditEvent(entry: AuditLogEntry, viewer: AuditViewer): AuditEvent & { id: string } {
  const names = AUDIT_ACTIONS[entry.action];
  const gateway = { reference: `Device/${DEVICE_ID}` };
  const described = [entry.status === undefined ? '' : `HTTP ${entry.status}`, ...entry.notes]
    .filter(Boolean)
    .join(', ');
  return {
    resourceType: 'AuditEvent',
    id: entry.id,
    type: names.type,
    subtype: [...names.subtype],
    action: names.action,
    recorded: entry.at,
    outcome: AUDIT_OUTCOMES[entry.outcome],
    ...(described === '' ? {} : { outcomeDesc: described }),
    ...(entry.agent === 'gateway' ? {} : { purposeOfEvent: [{ coding: [PATIENT_REQUEST] }] }),
    agent: agents(entry, names, viewer.baseUrl),
    source: { observer: gateway, type: [{ system: `${CODES}/security-source-type`, code: '4' }] },
    entity: entities(entry, names, viewer),
  };
}

const PATIENT_REQUEST = { system: `${CODES}/v3-ActReason`, code: 'PATRQT' };

function agents(entry: AuditLogEntry, { flow }: AuditActionNames, baseUrl: string): AuditEventAgent[] {
  const [clientRole, serverRole] = flow === 'record' ? ['110152', '110153'] : ['110153', '110152'];
  const ownAgent = OWN_WORDS[entry.agent];
  const client: AuditEventAgent = {
    type: { coding: [{ system: DCM, code: clientRole }] },
    who: ownAgent === undefined ? { identifier: appIdentifier(entry.agent) } : { display: ownAgent },
    requestor: entry.actor === undefined,
  };
  const server: AuditEventAgent = {
    type: { coding: [{ system: DCM, code: serverRole }] },
    who: { reference: `Device/${DEVICE_ID}` },
    requestor: false,
    network: { address: baseUrl, type: '5' },
  };
  return entry.actor === undefined ? [client, server] : [client, server, userAgent(entry)];
}

/** The issuer that names an app is the system of its id; ours are known. */
function appIdentifier(agent: string): { readonly system?: string; readonly value: string } {
  const { issuer, clientId } = readAgent(agent);
  return issuer === undefined ? { value: clientId } : { system: issuer, value: clientId };
}

/** Who is signed in: the person, or somebody else on the person's behalf. */
function userAgent({ actor, subjectId }: AuditLogEntry): AuditEventAgent {
  return {
    type: { coding: [{ system: `${CODES}/v3-ParticipationType`, code: 'IRCP' }] },
    who:
      actor === 'self' || actor === undefined
        ? { reference: `Patient/${subjectId}` }
        : {
            identifier: { system: `${CANONICAL}/actor`, value: actor.pseudonym },
            display: 'Somebody who acts for this person',
          },
    requestor: true,
  };
}

/** What a viewer may not read of the record is not named here either; that something was done is. */
function entities(entry: AuditLogEntry, { flow }: AuditActionNames, viewer: AuditViewer): AuditEventEntity[] {
  const isAll = entry.types.every((type) => mayReadAll(viewer.rights, type));
  const sources = entry.sources.filter((source) => viewer.sources?.includes(source) ?? true);
  return [
    {
      what: { reference: `Patient/${entry.subjectId}` },
      type: PERSON,
      role: { system: `${CODES}/object-role`, code: '1' },
    },
    ...(isAll ? about(entry, flow) : []),
    ...sources.map((name): AuditEventEntity => ({ type: OTHER, name, description: 'Source of the record' })),
    ...(entry.appGrantId === undefined ? [] : [consent(entry.appGrantId)]),
    ...(entry.requestId === undefined ? [] : [transaction(entry.requestId)]),
  ];
}

function about({ reference, query, types }: AuditLogEntry, flow: AuditActionNames['flow']): AuditEventEntity[] {
  const data: AuditEventEntity[] =
    reference === undefined || flow === 'question'
      ? []
      : [{ what: { reference }, type: SYSTEM_OBJECT, role: { system: `${CODES}/object-role`, code: '4' } }];
  const asked: AuditEventEntity[] =
    query === undefined
      ? []
      : [
          {
            type: SYSTEM_OBJECT,
            role: { system: `${CODES}/object-role`, code: '24' },
            query: Buffer.from(query, 'utf8').toString('base64'),
          },
        ];
  const kinds = types.map((code): AuditEventEntity => ({
    type: { system: 'http://hl7.org/fhir/resource-types', code },
    description: 'Type of records',
  }));
  return [...data, ...(data.length > 0 ? [] : asked), ...kinds];
}

function consent(id: string): AuditEventEntity {
  return {
    what: { identifier: { system: `${CANONICAL}/app-grant`, value: id } },
    type: { system: 'http://hl7.org/fhir/resource-types', code: 'Consent' },
  };
}

function transaction(requestId: string): AuditEventEntity {
  return { what: { identifier: { value: requestId } }, type: { system: BALP_ENTITY_TYPE, code: 'XrequestId' } };
}
