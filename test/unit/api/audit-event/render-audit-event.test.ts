import type { AuditEvent } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { ALL_RIGHTS } from '../../../../src/access/read-rights.ts';
import { AUDIT_ACTIONS } from '../../../../src/api/audit-event/audit-actions.ts';
import { renderAuditEvent } from '../../../../src/api/audit-event/render-audit-event.ts';
import type { AuditAction } from '../../../../src/ports/audit.ts';
import type { AuditLogEntry } from '../../../../src/services/audit-log.ts';
import { faultsOf } from '../../../fixtures/fhir-validation.ts';

const VIEWER = { rights: ALL_RIGHTS, sources: undefined, baseUrl: 'https://gateway.example/fhir/R4' };
const ENTRY: AuditLogEntry = {
  id: '004a1f-0c5d',
  at: '2026-03-01T09:00:00.000Z',
  subjectId: 'p-1',
  actorId: 'p-1',
  actor: 'self',
  agent: 'an-app',
  appGrantId: 'grant-1',
  action: 'read',
  outcome: 'success',
  status: 200,
  types: ['Condition'],
  sources: ['gp', 'hospital'],
  reference: 'Condition/u1',
  query: 'Condition/u1',
  notes: [],
  requestId: 'request-1',
};
const ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];

const codes = (event: AuditEvent) => event.subtype?.map(({ code }) => code);
const agentOf = (event: AuditEvent, code: string) =>
  event.agent.find(({ type }) => type?.coding?.some((coding) => coding.code === code));
const ofType = (event: AuditEvent, code: string) => event.entity?.filter(({ type }) => type?.code === code) ?? [];

describe('an AuditEvent', () => {
  test.each(ACTIONS)('of %s is valid R4', (action) => {
    for (const entry of [
      { ...ENTRY, action },
      { ...ENTRY, action, actor: { pseudonym: 'x' }, outcome: 'refused', notes: ['scope'], status: undefined },
      { ...ENTRY, action, actor: undefined, agent: 'gateway', appGrantId: undefined, requestId: undefined },
    ] as const) {
      expect(faultsOf(renderAuditEvent(entry, VIEWER))).toEqual([]);
    }
  });

  test('names an app of another issuer with that issuer', () => {
    const event = renderAuditEvent({ ...ENTRY, agent: 'https://elsewhere.example|web' }, VIEWER);
    expect(agentOf(event, '110152')).toMatchObject({
      who: { identifier: { system: 'https://elsewhere.example', value: 'web' } },
    });
  });

  test('of a read follows PatientRead: the record goes from the server to the client', () => {
    const event = renderAuditEvent(ENTRY, VIEWER);
    expect(event).toMatchObject({ type: { code: 'rest' }, action: 'R', recorded: ENTRY.at, outcome: '0' });
    expect(codes(event)).toEqual(['read']);
    expect(agentOf(event, '110152')).toMatchObject({ who: { identifier: { value: 'an-app' } }, requestor: false });
    expect(agentOf(event, '110153')).toMatchObject({ who: { reference: 'Device/phr-gateway' }, requestor: false });
    expect(agentOf(event, 'IRCP')).toMatchObject({ who: { reference: 'Patient/p-1' }, requestor: true });
    expect(ofType(event, '1')).toMatchObject([{ what: { reference: 'Patient/p-1' }, role: { code: '1' } }]);
    expect(ofType(event, '2')).toMatchObject([{ what: { reference: 'Condition/u1' }, role: { code: '4' } }]);
    expect(ofType(event, '4').map(({ name }) => name)).toEqual(['gp', 'hospital']);
    expect(ofType(event, 'XrequestId')).toMatchObject([{ what: { identifier: { value: 'request-1' } } }]);
    expect(ofType(event, 'Consent')).toMatchObject([{ what: { identifier: { value: 'grant-1' } } }]);
  });

  test('of a search follows PatientQuery: the question goes from the client to the server', () => {
    const entry = { ...ENTRY, action: 'search', reference: undefined, query: 'Condition?code=***' } as const;
    const event = renderAuditEvent(entry, VIEWER);
    expect(event).toMatchObject({ action: 'E', outcome: '0' });
    expect(codes(event)).toEqual(['search-type']);
    expect(agentOf(event, '110153')).toMatchObject({ who: { identifier: { value: 'an-app' } } });
    const [query] = ofType(event, '2');
    expect(query).toMatchObject({ role: { code: '24' } });
    expect(query?.what).toBeUndefined();
    expect(Buffer.from(query?.query ?? '', 'base64').toString()).toBe('Condition?code=***');
  });

  test('of a refusal says so by its outcome', () => {
    const event = renderAuditEvent({ ...ENTRY, outcome: 'refused', status: 403, notes: ['scope'] }, VIEWER);
    expect(event).toMatchObject({ outcome: '8', outcomeDesc: 'HTTP 403, scope' });
  });

  test('for a viewer who may not read the type names neither the record nor the type nor the question', () => {
    const rights = { whole: ['AuditEvent', 'Observation'], some: [] };
    const text = JSON.stringify(renderAuditEvent(ENTRY, { ...VIEWER, rights }));
    expect(text).not.toContain('Condition');
    expect(text).toContain('Patient/p-1');
    const partly = { whole: ['AuditEvent'], some: [{ type: 'Condition', filters: [{ name: 'code', value: 'x' }] }] };
    expect(JSON.stringify(renderAuditEvent(ENTRY, { ...VIEWER, rights: partly }))).not.toContain('Condition');
  });

  test('for a viewer of some sources names no other', () => {
    const event = renderAuditEvent(ENTRY, { ...VIEWER, sources: ['gp'] });
    expect(ofType(event, '4').map(({ name }) => name)).toEqual(['gp']);
  });
});
