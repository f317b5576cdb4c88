/** Operations by POST and on the type (FHIR R4, 3.2.0.2). */
import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';

const api = fhirApi();
const post = (path: string) => api.agent.post(`/fhir/R4${path}`).set('Authorization', 'Bearer patient/*.rs');
const EVERYTHING = '/Patient/person-1/$everything';
const parameters = (...parameter: object[]) => JSON.stringify({ resourceType: 'Parameters', parameter });
const typesIn = (response: { body: unknown }) =>
  new Set(
    ((response.body as Bundle).entry ?? []).flatMap(({ resource, search }) =>
      search?.mode === 'match' ? [resource?.resourceType] : [],
    ),
  );

test.each(['application/fhir+json', 'application/json', 'application/fhir+json; charset=utf-8'])(
  'Parameters as %s',
  async (type) => {
    const body = parameters({ name: '_type', valueCode: 'Condition' }, { name: '_count', valueInteger: 5 });
    const response = await post(EVERYTHING).set('Content-Type', type).send(body).expect(200);
    expect(typesIn(response)).toEqual(new Set(['Condition']));
    expect((response.body as Bundle).link?.[0]?.url).toBe(`${BASE_URL}${EVERYTHING}?_type=Condition&_count=5`);
  },
);

test('without a body, and with parameters in the URL', async () => {
  expect((await post(EVERYTHING).expect(200)).text).toBe((await api.get(EVERYTHING)).text);
  expect(typesIn(await post(`${EVERYTHING}?_type=Observation`).expect(200))).toEqual(new Set(['Observation']));
});

describe('what is no such body', () => {
  test.each([
    ['{', 400],
    ['', 200],
    ['[]', 422],
    ['null', 422],
    ['"x"', 422],
    ['{"resourceType":"Patient"}', 422],
    ['{"resourceType":"Parameters","parameter":{}}', 422],
    [parameters({ valueCode: 'Condition' }), 422],
    [parameters({ name: '', valueCode: 'Condition' }), 422],
    [parameters({ name: '_type' }), 422],
    [parameters({ name: '_type', valueCode: 'Condition', valueString: 'Condition' }), 422],
    [parameters({ name: '_type', resource: { resourceType: 'Patient' } }), 422],
    [parameters({ name: '_type', valueCoding: { code: 'Condition' } }), 200],
    [parameters({ name: '_type', valueCoding: { display: 'Condition' } }), 422],
    [parameters({ name: '_type', valueQuantity: { value: 1 } }), 422],
    [parameters({ name: '_type', part: [] }), 422],
    [parameters({ name: '__proto__', valueString: 'x' }), 200],
    [parameters({ name: 'start', valueDate: '2026-02-30' }), 400],
    ['{"resourceType":"Parameters"}', 200],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 413],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422],
    [parameters(...Array.from({ length: 200 }, () => ({ name: 'x', valueInteger: 1 }))), 413],
  ])('body %#', async (body, status) => {
    const response = await post(EVERYTHING).set('Content-Type', 'application/fhir+json').send(body);
    expect(response.status).toBe(status);
    if (status !== 200) expect(faultsOf(response.body as OperationOutcome)).toEqual([]);
  });

  test.each(['application/fhir+xml', 'application/x-www-form-urlencoded', 'text/plain', 'nonsense'])(
    '%s: 415',
    async (type) => {
      await post(EVERYTHING).set('Content-Type', type).send('x=y').expect(415);
    },
  );
});

test("on the type it is about the token's patient", async () => {
  const response = await api.get('/Patient/$everything?_type=Condition').expect(200);
  expect(typesIn(response)).toEqual(new Set(['Condition']));
  expect((response.body as Bundle).link?.[0]?.url).toBe(`${BASE_URL}/Patient/$everything?_type=Condition`);
  expect(typesIn(await post('/Patient/$everything').expect(200)).has('Patient')).toBe(true);
  await api.agent.get('/fhir/R4/Patient/$everything').set('Authorization', 'Bearer patient/*.r').expect(403);
});

test('with the dollar sign escaped', async () => {
  await api.get('/Patient/%24everything').expect(200);
  await post('/Patient/person-1/%24everything').expect(200);
});
