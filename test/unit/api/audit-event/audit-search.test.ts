import { describe, expect, test } from 'vitest';
import { parseAuditSearch, writePosition } from '../../../../src/api/audit-event/audit-search.ts';
import { parseQuery } from '../../../../src/api/query.ts';
import { BASE_URL } from '../../../fixtures/fhir-api.ts';
import { grantOf } from '../../../fixtures/grant-of.ts';
import { PATIENT_ID } from '../../../fixtures/small-record.ts';

const search = (query: string) => parseAuditSearch(parseQuery(query), grantOf('patient/*.rs'), BASE_URL);

describe('a search for AuditEvents', () => {
  test.each([
    ['', {}],
    ['_id=a,b', { ids: ['a', 'b'] }],
    ['_id=a,b&_id=b,c', { ids: ['b'] }],
    ['action=D', { actions: ['unlink', 'leave'] }],
    ['subtype=search-type', { actions: ['search'] }],
    ['subtype=http://hl7.org/fhir/restful-interaction|read,sync', { actions: ['read', 'sync'] }],
    ['subtype=http://elsewhere.example|read', { actions: [] }],
    ['type=110107', { actions: ['sync'] }],
    ['outcome=0,8', { outcomes: ['success', 'refused'] }],
    ['date=2026-03', { from: '2026-03-01T00:00:00.000Z', until: '2026-04-01T00:00:00.000Z' }],
    ['date=ge2026-03-01&date=lt2026-03-05', { from: '2026-03-01T00:00:00.000Z', until: '2026-03-05T00:00:00.000Z' }],
    ['date=gt2026-03-01', { from: '2026-03-02T00:00:00.000Z' }],
    ['date=le2026-03-01', { until: '2026-03-02T00:00:00.000Z' }],
    ['date=ge2026-01&_lastUpdated=sa2026-03-01T10:00Z', { from: '2026-03-01T10:01:00.000Z' }],
    ['_sort=-date&_count=5', {}],
  ])('%s', (query, filter) => {
    expect(search(query).filter).toEqual(filter);
    expect(search(query).ignored).toEqual([]);
  });

  test.each([
    [`patient=${PATIENT_ID}`, false],
    [`patient=Patient/${PATIENT_ID}`, false],
    [`patient=${BASE_URL}/Patient/${PATIENT_ID}`, false],
    [`patient:Patient=${PATIENT_ID}`, false],
    ['patient=p-other', true],
    [`patient=${PATIENT_ID},p-other`, true],
    [`patient=Group/${PATIENT_ID}`, true],
    [`patient=https://elsewhere.example/Patient/${PATIENT_ID}`, true],
  ])('%s names another: %s', (query, other) => {
    expect(search(query).otherPatient !== undefined).toBe(other);
  });

  test.each([
    ['date=soon', 'bad-request'],
    ['date=', 'bad-request'],
    ['_count=all', 'bad-request'],
    ['_page=made-up', 'bad-request'],
    ['date=2026,2025', 'unsupported-parameter'],
    ['date=ne2026', 'unsupported-parameter'],
    ['action:not=R', 'unsupported-parameter'],
    ['patient.name=x', 'unsupported-parameter'],
    ['_sort=date', 'unsupported-parameter'],
    ['entity=Condition/1', 'unsupported-parameter'],
    ['agent=Patient/1', 'unsupported-parameter'],
    ['_has:Provenance:target:agent=x', 'unsupported-parameter'],
  ])('%s is refused as %s', (query, code) => {
    expect(() => search(query)).toThrow(expect.objectContaining({ code }));
  });

  test('what FHIR does not know is told as ignored', () => {
    expect(search('invented=1&action=R')).toMatchObject({ ignored: ['invented'], applied: [['action', 'R']] });
  });

  test('a page is found again by its own writing', () => {
    const position = { at: '2026-03-01T09:00:00.000Z', id: '004a1f-0c5d' };
    expect(search(`_page=${writePosition(position)}`).before).toEqual(position);
  });
});
