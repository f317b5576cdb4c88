/** Versions, what is gone, and requests under a condition (FHIR R4, "vread", 3.1.0.5; RFC 9110, 13.1). */
import type { OperationOutcome, Resource } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer } from '../fixtures/small-record.ts';

const api = fhirApi();
const textOf = (response: { body: unknown }) => (response.body as OperationOutcome).issue[0]?.details?.text;

describe('vread', () => {
  test.each([
    ['MedicationStatement/u-amlodipine/_history/2', 200],
    ['MedicationStatement/u-amlodipine/_history/1', 410],
    ['MedicationStatement/u-amlodipine/_history/3', 404],
    ['MedicationStatement/u-amlodipine/_history/0', 404],
    ['MedicationStatement/u-amlodipine/_history/01', 404],
    ['MedicationStatement/u-amlodipine/_history/x', 404],
    ['MedicationStatement/u-amlodipine/_history/-1', 404],
    ['MedicationStatement/unknown/_history/1', 404],
    ['Nonsense/1/_history/1', 404],
    ['Condition/u-old/_history/3', 410],
    ['Condition/u-old/_history/1', 410],
    ['Condition/u-old/_history/4', 404],
    ['Patient/person-2/_history/1', 403],
    ['Patient/person-1/_history/1', 200],
  ])('%s: %i', async (path, status) => {
    const response = await api.get(`/${path}`).expect(status);
    expect(faultsOf(response.body as Resource)).toEqual([]);
  });

  test('gives what a read gives', async () => {
    const read = await api.get('/Condition/u-hypertension').expect(200);
    const version = await api.get('/Condition/u-hypertension/_history/1').expect(200);
    expect(version.text).toBe(read.text);
    expect(version.headers['etag']).toBe(read.headers['etag']);
    await api.agent
      .head('/fhir/R4/Condition/u-hypertension/_history/1')
      .set('Authorization', 'Bearer patient/*.rs')
      .expect(200);
  });

  test('says that older versions are not kept', async () => {
    const response = await api.get('/MedicationStatement/u-amlodipine/_history/1').expect(410);
    expect(textOf(response)).toBe('Only the newest version of a record is kept.');
  });
});

describe('what is gone', () => {
  test('names what now holds it', async () => {
    const response = await api.get('/Condition/u-old').expect(410);
    expect(textOf(response)).toBe('This is no longer here. What it was made of is now in: Condition/u-hypertension.');
  });

  test('names nothing that this viewer may not read', async () => {
    const gone = new Map([
      [
        'Condition/u-old',
        { at: '2026-05-05T08:00:00.000Z', versionId: '1', successors: ['MedicationStatement/u-amlodipine'] },
      ],
    ]);
    const other = fhirApi(() => smallAnswer({ gone }));
    const response = await other.agent
      .get('/fhir/R4/Condition/u-old')
      .set('Authorization', 'Bearer patient/Condition.rs')
      .expect(410);
    expect(textOf(response)).toBe('This is no longer here.');
  });

  test('is told to one who asks what changed since', async () => {
    const told = async (query: string, scope = 'patient/*.rs') => {
      const response = await api.agent
        .get(`/fhir/R4/Patient/person-1/$everything?${query}`)
        .set('Authorization', `Bearer ${scope}`)
        .expect(200);
      expect(faultsOf(response.body as Resource)).toEqual([]);
      return response.text.includes('Condition/u-old is no longer there.');
    };
    expect(await told('_since=2026-05-05T07:59:59Z')).toBe(true);
    expect(await told('_since=2026-05-05T08:00:00Z')).toBe(false);
    expect(await told('_since=2026-01-01T00:00:00Z&_type=Observation')).toBe(false);
    expect(await told('_since=2026-01-01T00:00:00Z', 'patient/Observation.rs')).toBe(false);
    expect(await told('_since=2026-01-01T00:00:00Z', 'patient/Condition.rs')).toBe(true);
    expect(await told('')).toBe(false);
  });
});

describe('a condition that fails', () => {
  const path = '/MedicationStatement/u-amlodipine';

  test('If-Match of another version: 412', async () => {
    const { headers } = await api.get(path);
    const etag = headers['etag'] ?? '';
    await api.get(path).set('If-Match', etag).expect(200);
    await api.get(path).set('If-Match', '*').expect(200);
    await api.get(path).set('If-Match', `"x", ${etag}`).expect(200);
    const refused = await api.get(path).set('If-Match', 'W/"other"').expect(412);
    expect(faultsOf(refused.body as OperationOutcome)).toEqual([]);
    expect(refused.headers['x-request-id']).toBeDefined();
    await api.get('/Condition').set('If-Match', 'W/"other"').expect(412);
    await api.get('/metadata').set('If-Match', 'W/"other"').expect(412);
  });

  test('If-Unmodified-Since before the last change: 412; If-Match decides where both are given', async () => {
    const { headers } = await api.get(path);
    await api.get(path).set('If-Unmodified-Since', 'Mon, 01 Jun 2026 08:00:00 GMT').expect(200);
    await api.get(path).set('If-Unmodified-Since', 'Mon, 01 Jun 2026 07:59:59 GMT').expect(412);
    await api.get(path).set('If-Unmodified-Since', 'yesterday').expect(200);
    await api
      .get(path)
      .set('If-Match', headers['etag'] ?? '')
      .set('If-Unmodified-Since', 'Mon, 01 Jun 2020 08:00:00 GMT')
      .expect(200);
  });
});
