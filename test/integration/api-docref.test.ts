/** `$docref` over HTTP, and both document operations with anything at all in their parameters. */
import type { Bundle, DocumentReference } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallRecord } from '../fixtures/small-record.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';

const IPS = 'http://hl7.org/fhir/uv/ips/StructureDefinition';
const bodyOf = (response: { body: unknown }) => response.body as Bundle;

describe('$docref', () => {
  const PATH = '/DocumentReference/$docref';
  const letter = (id: string, more: object = {}) => {
    const resource = {
      resourceType: 'DocumentReference',
      id,
      status: 'current',
      type: { coding: [{ system: 'http://loinc.org', code: '18842-5' }] },
      subject: { reference: 'Patient/person-1' },
      date: '2026-02-03T10:00:00Z',
      content: [{ attachment: { contentType: 'application/pdf', url: 'https://hospital.example/letter' } }],
      ...more,
    } as R4Resource;
    return {
      source: 'hospital',
      resource,
      received: { json: resource, at: 'entry[0]' },
      originalId: id,
      version: 'R4' as const,
      standing: 'asserted' as const,
      deliveries: 1,
    };
  };
  const api = () =>
    fhirApi(() =>
      smallAnswer({
        record: {
          ...smallRecord,
          sourceRecords: [
            ...smallRecord.sourceRecords,
            letter('letter'),
            letter('old', { date: '2019-01-01T00:00:00Z' }),
            letter('error', { status: 'entered-in-error' }),
          ],
        },
      }),
    );
  const matchesOf = (bundle: Bundle) =>
    (bundle.entry ?? []).flatMap(({ resource, search }) =>
      search?.mode === 'match' ? [resource as DocumentReference] : [],
    );
  const idsOf = (response: { body: unknown }) =>
    matchesOf(bodyOf(response)).map(({ id, type }) => (type?.coding?.[0]?.code === '60591-5' ? 'summary' : id));

  test('without other parameters: the current summary first, and the documents of the sources', async () => {
    const response = await api().get(`${PATH}?patient=person-1`).expect(200);
    const bundle = bodyOf(response);
    expect(faultsOf(bundle)).toEqual([]);
    expect(bundle.type).toBe('searchset');
    expect(idsOf(response)).toEqual(['summary', 'letter', 'old']);
    expect(matchesOf(bundle)[0]).toMatchObject({
      status: 'current',
      content: [{ attachment: { contentType: 'application/fhir+json', url: `${BASE_URL}/Patient/person-1/$summary` } }],
    });
    expect(bundle.entry?.some(({ search }) => search?.mode === 'outcome')).toBe(true);
  });

  test('the summary can be read under the address of its entry, by those who could have it', async () => {
    const bundle = bodyOf(await api().get(`${PATH}?patient=person-1`).expect(200));
    const fullUrl = bundle.entry?.[0]?.fullUrl ?? '';
    const read = await api().get(fullUrl.slice(BASE_URL.length)).expect(200);
    expect(read.body).toMatchObject({ id: bundle.entry?.[0]?.resource?.id, type: { coding: [{ code: '60591-5' }] } });
    const asked = (scope: string) =>
      api()
        .agent.get(`/fhir/R4${fullUrl.slice(BASE_URL.length)}`)
        .set('Authorization', `Bearer ${scope}`);
    await asked('patient/DocumentReference.r').expect(404);
    await asked('patient/Condition.rs').expect(403);
  });

  test("the summary's address gives the document it names", async () => {
    const profile = encodeURIComponent(`${IPS}/Bundle-uv-ips|1.1.0`);
    const bundle = bodyOf(await api().get(`${PATH}?patient=person-1&profile=${profile}`).expect(200));
    const url = matchesOf(bundle)[0]?.content[0]?.attachment.url ?? '';
    const document = bodyOf(await api().get(url.slice(BASE_URL.length)).expect(200));
    expect(summaryFaults(document, '1.1')).toEqual([]);
  });

  test.each([
    ['type=http://loinc.org|60591-5', ['summary']],
    ['type=60591-5', ['summary']],
    ['type=18842-5', ['letter', 'old']],
    ['type=18842-5&type=60591-5', ['summary', 'letter', 'old']],
    ['type=34133-9', []],
    ['start=2026-01-01', ['letter']],
    ['end=2020-01-01', ['old']],
    ['start=2026-01-01&end=2026-01-31', []],
    ['on-demand=true', ['summary']],
    ['on-demand=false', ['summary', 'letter', 'old']],
    [`profile=${IPS}/Composition-uv-ips`, ['summary']],
    ['profile=http://example.org/other', []],
  ])('%s', async (query, expected) => {
    expect(idsOf(await api().get(`${PATH}?patient=person-1&${query}`).expect(200))).toEqual(expected);
  });

  test.each([
    ['', 400],
    ['?patient=someone', 403],
    ['?patient=person-1&start=soon', 400],
    ['?patient=person-1&on-demand=perhaps', 400],
    ['?patient=person-1&type=a|b|c', 400],
    ['?patient=person-1&type:not=a', 400],
    ['?patient=person-1&patient=other', 400],
  ])('refuses "%s"', async (query, status) => {
    await api().get(`${PATH}${query}`).expect(status);
  });

  test('what cannot be read cannot be summarised: without any other scope there is no summary of nothing', async () => {
    const response = await api()
      .agent.get(`/fhir/R4${PATH}?patient=person-1`)
      .set('Authorization', 'Bearer patient/DocumentReference.s')
      .expect(200);
    expect(idsOf(response)).toEqual(['letter', 'old']);
    await api()
      .agent.get(`/fhir/R4${PATH}?patient=person-1`)
      .set('Authorization', 'Bearer patient/Condition.rs')
      .expect(403);
  });

  test('a type as a Coding in the body of a POST', async () => {
    const parameter = [
      { name: 'patient', valueId: 'person-1' },
      { name: 'type', valueCoding: { system: 'http://loinc.org', code: '60591-5' } },
    ];
    const response = await api()
      .agent.post(`/fhir/R4${PATH}`)
      .set('Authorization', 'Bearer patient/*.rs')
      .set('Content-Type', 'application/fhir+json')
      .send(JSON.stringify({ resourceType: 'Parameters', parameter }))
      .expect(200);
    expect(idsOf(response)).toEqual(['summary']);
  });

  test('an unknown parameter is told in the answer, and refused where the client is strict', async () => {
    const response = await api().get(`${PATH}?patient=person-1&colour=blue`).expect(200);
    expect(response.text).toContain('colour');
    await api().get(`${PATH}?patient=person-1&colour=blue`).set('Prefer', 'handling=strict').expect(400);
  });
});

test('the CapabilityStatement lists both operations', async () => {
  const { text } = await fhirApi().get('/metadata').expect(200);
  expect(text).toContain('http://hl7.org/fhir/uv/ips/OperationDefinition/summary');
  expect(text).toContain('http://hl7.org/fhir/uv/ipa/OperationDefinition/docref');
});

describe('anything at all in any parameter', () => {
  const values = [
    '',
    ',,,',
    '|||',
    'a|b|c',
    '\\',
    '\u0000',
    'x'.repeat(9_000),
    'zz2020',
    '2020-13-45',
    '__proto__',
    '%',
    '<i>',
    '🩺',
  ];
  const names = [
    'profile',
    'identifier',
    'identifer',
    'graph',
    'patient',
    'start',
    'end',
    'type',
    'on-demand',
    '_count',
    '_page',
    '_summary',
    '_elements',
    'constructor',
  ];

  test.each(['/Patient/person-1/$summary', '/Patient/$summary', '/DocumentReference/$docref'])(
    '%s: never a failure of the server, never the values sent back',
    async (path) => {
      const { agent } = fhirApi();
      for (const name of names) {
        for (const value of values) {
          for (const key of [name, `${name}:x`]) {
            const query = `${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
            const response = await agent.get(`/fhir/R4${path}?${query}`).set('Authorization', 'Bearer patient/*.rs');
            expect([200, 400, 403, 404, 406, 410, 413], `${path} ${key} ${value.slice(0, 20)}`).toContain(
              response.status,
            );
            expect(response.text).not.toContain('<i>');
          }
        }
      }
    },
  );
});
