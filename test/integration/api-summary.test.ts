/** `$summary` over HTTP: who is asked for, in which form, what the scopes leave, and what stays the same. */
import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallCompleteness, smallRecord } from '../fixtures/small-record.ts';
import { summaryFaults } from '../fixtures/summary-rules.ts';
import { emptyReasonOf, entriesOf, sectionOf, wordsOf } from '../support/summarised.ts';

const SUMMARY = '/Patient/person-1/$summary';
const IPS = 'http://hl7.org/fhir/uv/ips/StructureDefinition';
const bodyOf = (response: { body: unknown }) => response.body as Bundle;
/** Answers of errors name the request. */
const withoutRequest = (text: string) => text.replace(/Request [\w-]+/, '');
const withIdentifier = () =>
  smallAnswer({
    record: {
      ...smallRecord,
      patient: { ...smallRecord.patient, identifier: [{ system: 'https://id.example/nhs', value: '9434765919' }] },
    },
  });

describe('$summary', () => {
  test('gives a valid document of release 2.0, named by its ETag and completeness', async () => {
    const response = await fhirApi().get(SUMMARY).expect(200);
    const bundle = bodyOf(response);
    expect([...faultsOf(bundle), ...summaryFaults(bundle, '2.0')]).toEqual([]);
    expect(bundle.meta?.profile).toEqual([`${IPS}/Bundle-uv-ips|2.0.1`]);
    expect(response.headers['content-type']).toMatch(/^application\/fhir\+json/);
    expect(response.headers['x-record-completeness']).toMatch(/sources=/);
    expect(entriesOf(bundle, '48765-2')).toMatchObject([{ code: { text: 'Penicillin' } }]);
    expect(wordsOf(bundle, '10160-0')).toContain(
      'sources differ: active (GP practice), stopped (City Hospital portal)',
    );
    expect(wordsOf(bundle, '30954-2')).toContain('4.10 mmol/L');
    expect(response.text).toContain('"value":4.10');
  });

  test('is the same until something changes, and then is another', async () => {
    const first = await fhirApi().get(SUMMARY).expect(200);
    const again = await fhirApi().get(SUMMARY).expect(200);
    expect(again.text).toBe(first.text);
    const etag = first.headers['etag'] ?? '';
    await fhirApi().get(SUMMARY).set('If-None-Match', etag).expect(304);
    const later = smallCompleteness.map((one) => ({ ...one, lastSuccess: '2026-09-09T00:00:00Z' }));
    const changed = await fhirApi(() => smallAnswer({ completeness: later, digest: 'other' }))
      .get(SUMMARY)
      .expect(200);
    expect(changed.headers['etag']).not.toBe(etag);
    expect(bodyOf(changed).id).not.toBe(bodyOf(first).id);
  });

  test('release 1.1 where the profile asks for it, by GET and by POST', async () => {
    const profile = `${IPS}/Bundle-uv-ips|1.1.0`;
    const got = await fhirApi()
      .get(`${SUMMARY}?profile=${encodeURIComponent(profile)}`)
      .expect(200);
    expect([...faultsOf(bodyOf(got)), ...summaryFaults(bodyOf(got), '1.1')]).toEqual([]);
    const parameters = { resourceType: 'Parameters', parameter: [{ name: 'profile', valueCanonical: profile }] };
    const posted = await fhirApi()
      .agent.post(`/fhir/R4${SUMMARY}`)
      .set('Authorization', 'Bearer patient/*.rs')
      .set('Content-Type', 'application/fhir+json')
      .send(JSON.stringify(parameters))
      .expect(200);
    expect(posted.text).toBe(got.text);
  });

  test.each([
    ['another profile', '?profile=http://example.org/other', 400],
    ['a release there is not', `?profile=${encodeURIComponent(`${IPS}/Bundle-uv-ips|9.0.0`)}`, 400],
    ['two profiles', `?profile=${IPS}/Bundle-uv-ips&profile=${IPS}/Composition-uv-ips`, 400],
    ['an empty profile', '?profile=', 400],
    ['XML', '?_format=xml', 406],
  ])('%s is refused', async (_what, query, status) => {
    const response = await fhirApi().get(`${SUMMARY}${query}`).expect(status);
    expect((response.body as OperationOutcome).resourceType).toBe('OperationOutcome');
  });

  test('a parameter it does not know is left aside, and refused where the client is strict', async () => {
    await fhirApi().get(`${SUMMARY}?graph=x`).expect(200);
    await fhirApi().get(`${SUMMARY}?graph=x`).set('Prefer', 'handling=strict').expect(400);
  });

  test("another patient's is refused, whether or not there is one; without a token nothing is told", async () => {
    await fhirApi().get('/Patient/someone/$summary').expect(403);
    await fhirApi().agent.get(`/fhir/R4${SUMMARY}`).expect(401);
  });

  test('by identifier: the own one, with or without its system; any other is not found', async () => {
    const api = fhirApi(withIdentifier);
    const own = await api.get('/Patient/$summary?identifier=https://id.example/nhs|9434765919').expect(200);
    expect(summaryFaults(bodyOf(own), '2.0')).toEqual([]);
    await api.get('/Patient/$summary?identifier=9434765919').expect(200);
    await api.get('/Patient/$summary?identifier=https://id.example/nhs|1').expect(404);
    await api.get('/Patient/$summary?identifier=https://other.example|9434765919').expect(404);
    await api.get('/Patient/$summary').expect(400);
  });

  test.each(['patient/Condition.rs', 'patient/Condition.rs_patient/Patient.rs?_id=someone'])(
    'by identifier, for one who may not read the Patient (%s): right and wrong are told apart by nothing',
    async (scope) => {
      const ask = (value: string) =>
        fhirApi(withIdentifier)
          .agent.get(`/fhir/R4/Patient/$summary?identifier=https://id.example/nhs|${value}`)
          .set('Authorization', `Bearer ${scope}`);
      const right = await ask('9434765919').expect(404);
      const wrong = await ask('1').expect(404);
      expect(withoutRequest(right.text)).toBe(withoutRequest(wrong.text));
    },
  );

  test('by an Identifier in the body of a POST', async () => {
    const post = (value: string) =>
      fhirApi(withIdentifier)
        .agent.post('/fhir/R4/Patient/$summary')
        .set('Authorization', 'Bearer patient/*.rs')
        .set('Content-Type', 'application/fhir+json')
        .send(
          JSON.stringify({
            resourceType: 'Parameters',
            parameter: [{ name: 'identifier', valueIdentifier: { system: 'https://id.example/nhs', value } }],
          }),
        );
    await post('9434765919').expect(200);
    await post('1').expect(404);
    await post('9434765919|x').expect(404);
  });

  test('scopes leave out what they do not name, and the section says so', async () => {
    const api = fhirApi();
    const response = await api.agent
      .get(`/fhir/R4${SUMMARY}`)
      .set('Authorization', 'Bearer patient/Condition.rs_patient/Patient.rs')
      .expect(200);
    const bundle = bodyOf(response);
    expect([...faultsOf(bundle), ...summaryFaults(bundle, '2.0')]).toEqual([]);
    expect(emptyReasonOf(bundle, '48765-2')).toBe('withheld');
    expect(emptyReasonOf(bundle, '10160-0')).toBe('withheld');
    expect(entriesOf(bundle, '11450-4')).toHaveLength(1);
    expect(response.text).not.toMatch(/Penicillin|Amlodipine|Adeyemi|potassium/i);
    await api.agent.get(`/fhir/R4${SUMMARY}`).set('Authorization', 'Bearer user/*.rs').expect(403);
  });

  test('a granular scope gives its part and says that it is one', async () => {
    const response = await fhirApi()
      .agent.get(`/fhir/R4${SUMMARY}`)
      .set('Authorization', 'Bearer patient/Observation.rs?category=vital-signs_patient/Patient.rs')
      .expect(200);
    expect(emptyReasonOf(bodyOf(response), '30954-2')).toBe('withheld');
    expect(response.text).not.toContain('2823-3');
  });

  test('an outage is never "none"', async () => {
    const completeness = smallCompleteness.map((one) => ({
      ...one,
      state: 'failed' as const,
      reason: 'It did not answer.',
    }));
    const record = { ...smallRecord, unified: [], issues: [] };
    const bundle = bodyOf(
      await fhirApi(() => smallAnswer({ completeness, record }))
        .get(SUMMARY)
        .expect(200),
    );
    for (const code of ['11450-4', '48765-2', '10160-0']) expect(emptyReasonOf(bundle, code)).toBe('unavailable');
    expect(sectionOf(bundle, '48765-2')?.text?.div).toContain('could not be read');
  });
});
