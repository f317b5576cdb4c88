import type { CapabilityStatement, OperationOutcome, Resource } from 'fhir/r4.js';
import express from 'express';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { createFhirRouter } from '../../src/api/fhir-router.ts';
import { createTokenVerifier } from '../../src/oauth/verify-token.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallRecord } from '../fixtures/small-record.ts';
import { startIssuer, PATIENTS } from '../fixtures/token-issuer.ts';

const api = fhirApi();
const outcomeOf = (response: { body: unknown }) => response.body as OperationOutcome;

describe('read', () => {
  test.each([
    'Patient/person-1',
    'Patient/gp-patient',
    'MedicationStatement/u-amlodipine',
    'MedicationStatement/hospital-statement',
    'MedicationRequest/gp-order',
    'Condition/u-hypertension',
    'AllergyIntolerance/u-penicillin',
    'Observation/hospital-potassium',
    'Linkage/l-u-hypertension',
    'Provenance/p-u-hypertension',
    'DetectedIssue/i-status',
    'Device/gateway',
    'Binary/gp-quarantined',
  ])('%s', async (reference) => {
    const response = await api.get(`/${reference}`).expect(200);
    const resource = response.body as Resource;
    expect(`${resource.resourceType}/${resource.id ?? ''}`).toBe(reference);
    expect(faultsOf(resource)).toEqual([]);
    expect(JSON.stringify(resource.meta?.extension)).toContain('"valueString":"stale"');
    expect(response.headers['x-record-completeness']).toBe('partial; sources=gp:complete,hospital:stale');
  });

  test('what never was: 404; what was once given: 410; the same for every id and type', async () => {
    await api.get('/Condition/unknown').expect(404);
    await api.get('/Nonsense/1').expect(404);
    await api.get('/Condition/u-hypertension/_history').expect(404);
    await api.get(`/Condition/${'a'.repeat(65)}`).expect(404);
    await api.get('/Condition/u-old').expect(410);
    await api.get('/condition/u-hypertension').expect(404);
  });

  test('another Patient is refused, whether there is one or not', async () => {
    await api.get('/Patient/person-2').expect(403);
  });

  test('what is gone is not told to one who could not have read it', async () => {
    const gone = new Map([
      ['Condition/u-old', { at: '2026-05-05T08:00:00.000Z', versionId: '1', successors: [] }],
      ['Provenance/p-old', { at: '2026-05-05T08:00:00.000Z', versionId: '1', successors: [] }],
    ]);
    const { agent } = fhirApi(() => smallAnswer({ gone }));
    const as = (scope: string, path: string) => agent.get(`/fhir/R4${path}`).set('Authorization', `Bearer ${scope}`);
    await as('patient/Observation.rs', '/Condition/u-old').expect(403);
    await as('patient/Observation.rs', '/Provenance/p-old').expect(404);
    await as('patient/*.rs', '/Provenance/p-old').expect(410);
  });

  test('the ETag follows the version and the completeness', async () => {
    let answer = smallAnswer();
    const changing = fhirApi(() => answer);
    const path = '/Condition/u-hypertension';
    const etag = (await changing.get(path)).headers['etag'] ?? '';
    await changing.get(path).set('If-None-Match', etag).expect(304);
    answer = smallAnswer({ completeness: [], digest: 'digest-2' });
    const second = await changing.get(path).set('If-None-Match', etag).expect(200);
    // No source at all is not complete.
    expect(second.headers['x-record-completeness']).toBe('partial; sources=');
    answer = smallAnswer({ completeness: [], digest: 'digest-2', stamps: new Map() });
    await changing
      .get(path)
      .set('If-None-Match', second.headers['etag'] ?? '')
      .expect(200);
  });
});

describe('$original', () => {
  const text = '{ "resourceType":"Condition",\n  "id": "7", "onsetAge": {"value": 4.10} }';
  const record = {
    ...smallRecord,
    sourceRecords: smallRecord.sourceRecords.map((item) =>
      item.resource.id === 'gp-problem'
        ? { ...item, version: 'STU3' as const, received: { ...item.received, text } }
        : item,
    ),
  };
  const { agent } = fhirApi(() => smallAnswer({ record }));
  const as = (scope: string, path: string) => agent.get(`/fhir/R4${path}`).set('Authorization', `Bearer ${scope}`);

  test('is the text as received, with the release it is in', async () => {
    const response = await as('patient/*.rs', '/Condition/gp-problem/$original').buffer(true).expect(200);
    expect(response.text).toBe(text);
    expect(response.headers['content-type']).toBe('application/fhir+json; fhirVersion=3.0; charset=utf-8');
    expect(response.headers['x-record-completeness']).toContain('hospital:stale');
    await as('patient/*.rs', '/Condition/gp-problem/$original')
      .set('If-None-Match', response.headers['etag'] ?? '')
      .expect(304);
  });

  test('of what was set aside is plain text', async () => {
    const response = await as('patient/*.rs', '/Binary/gp-quarantined/$original').expect(200);
    expect(response.text).toBe('{"resourceType":"MedicationRequest"}');
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    ['patient/*.rs', '/Condition/u-hypertension/$original', 404],
    ['patient/*.rs', '/Condition/unknown/$original', 404],
    ['patient/Observation.rs', '/Condition/gp-problem/$original', 403],
    ['patient/Binary.rs', '/Binary/gp-quarantined/$original', 404],
    ['patient/Condition.s', '/Condition/gp-problem/$original', 403],
  ])('%s on %s: %i', async (scope, path, status) => {
    await as(scope, path).expect(status);
  });
});

describe('form of an answer', () => {
  test.each([
    ['application/fhir+json', 200],
    ['application/json', 200],
    ['application/fhir+json; fhirVersion=4.0', 200],
    ['application/fhir+json; fhirVersion=3.0', 406],
    ['', 200],
    ['*/*', 200],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 200],
    ['application/fhir+xml', 406],
    ['text/html', 406],
    ['application/fhir+json;q=0', 406],
    ['application/fhir+json;q=0, */*', 406],
    ['application/fhir+json;q=0, application/json;q=0.1', 200],
    ['text/html, application/*;q=0.1', 200],
    ['application/fhir+xml;q=1, application/fhir+json;q=0.1', 200],
    ['*/*;q=0', 406],
    ['*/*;q=0, application/fhir+json', 200],
    ['application/json;q=high', 406],
    ['application/fhir+json; fhirVersion="4.0"', 200],
  ])('Accept: %s gives %i', async (accept, status) => {
    await api.get('/Condition').set('Accept', accept).expect(status);
  });

  test.each([
    ['json', 200],
    ['application/fhir%2Bjson', 200],
    ['application/fhir+json', 200],
    ['text/json', 200],
    ['xml', 406],
    ['application/fhir%2Bxml', 406],
    ['', 406],
    ['json&_format=xml', 406],
    ['application/fhir%2Bjson;%20fhirVersion=4.0', 200],
    ['application/fhir%2Bjson;%20fhirVersion=3.0', 406],
  ])('_format=%s gives %i, whatever Accept says', async (format, status) => {
    for (const path of ['/Condition', '/metadata', '/Condition/u-hypertension', '/Patient/person-1/$everything']) {
      await api.get(`${path}?_format=${format}`).set('Accept', 'text/html').expect(status);
    }
  });

  test('HEAD has the headers of GET and no body', async () => {
    const got = await api.get('/Condition');
    const response = await api.agent.head('/fhir/R4/Condition').set('Authorization', 'Bearer patient/*.rs').expect(200);
    expect(response.headers['etag']).toBe(got.headers['etag']);
    expect(response.headers['content-length']).toBe(got.headers['content-length']);
    expect(response.text).toBeUndefined();
  });
});

describe('methods', () => {
  test.each([
    ['put', '/Condition/u-hypertension', 'GET, HEAD, OPTIONS'],
    ['delete', '/Condition/u-hypertension', 'GET, HEAD, OPTIONS'],
    ['patch', '/Condition/u-hypertension', 'GET, HEAD, OPTIONS'],
    ['post', '/Condition', 'GET, HEAD, OPTIONS'],
    ['post', '', 'OPTIONS'],
    ['get', '', 'OPTIONS'],
    ['put', '/Condition/u-hypertension/_history/1', 'GET, HEAD, OPTIONS'],
    ['post', '/metadata', 'GET, HEAD, OPTIONS'],
    ['put', '/Patient/person-1/$everything', 'GET, HEAD, POST, OPTIONS'],
    ['delete', '/Patient/$everything', 'GET, HEAD, POST, OPTIONS'],
    ['get', '/Condition/_search', 'POST, OPTIONS'],
  ] as const)('%s %s: 405 with Allow', async (method, path, allow) => {
    const response = await api.agent[method](`/fhir/R4${path}`).set('Authorization', 'Bearer patient/*.rs').expect(405);
    expect(response.headers['allow']).toBe(allow);
    expect(faultsOf(outcomeOf(response))).toEqual([]);
  });
});

test('a browser app of any origin may ask, without credentials of the browser', async () => {
  const preflight = await api.agent.options('/fhir/R4/Condition').set('Origin', 'https://app.example').expect(204);
  expect(preflight.headers['access-control-allow-origin']).toBe('*');
  expect(preflight.headers['access-control-allow-headers']).toContain('Authorization');
  expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
  const refused = await api.agent.get('/fhir/R4/Condition').set('Origin', 'https://app.example').expect(401);
  expect(refused.headers['access-control-allow-origin']).toBe('*');
  expect(refused.headers['access-control-expose-headers']).toContain('X-Record-Completeness');
});

describe('request id', () => {
  test.each(['a1b2c3d4', '0b9e5c1e-7b1f-4a7e-9d3e-0a6f1f2c3d4e'])('%s is kept', async (id) => {
    const response = await api.get('/Condition').set('X-Request-Id', id);
    expect(response.headers['x-request-id']).toBe(id);
  });

  test.each(['short', 'has space in it', 'a'.repeat(65), '<script>alert(1)</script>', ''])(
    '%j is replaced',
    async (id) => {
      const response = await api.get('/Condition/unknown').set('X-Request-Id', id).expect(404);
      expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(outcomeOf(response).issue[0]?.diagnostics).toBe(`Request ${response.headers['x-request-id'] ?? ''}`);
    },
  );
});

test('metadata needs no token and says what the endpoint does', async () => {
  const response = await api.agent.get('/fhir/R4/metadata').expect(200);
  const statement = response.body as CapabilityStatement;
  expect(statement).toMatchObject({
    fhirVersion: '4.0.1',
    implementation: { url: BASE_URL },
    software: { version: '0.0.1' },
  });
  await api.agent
    .get('/fhir/R4/metadata')
    .set('If-None-Match', response.headers['etag'] ?? '')
    .expect(304);
});

test('answers are written once: a second one of the same record does not read it', async () => {
  let reads = 0;
  const watched = new Proxy(smallRecord, {
    get(target, name, receiver): unknown {
      if (name === 'sourceRecords') reads++;
      return Reflect.get(target, name, receiver);
    },
  });
  const fresh = fhirApi(() => smallAnswer({ record: watched }));
  const first = await fresh.get('/Patient/person-1/$everything').expect(200);
  const after = reads;
  expect(after).toBeGreaterThan(0);
  const second = await fresh.get('/Patient/person-1/$everything').expect(200);
  expect(reads).toBe(after);
  expect(second.text).toBe(first.text);
});

test('with real tokens: a good one opens the record, one of another audience does not', async () => {
  await using issuer = await startIssuer('https://issuer.example', () => Math.floor(Date.now() / 1000));
  const { verify } = createTokenVerifier({ issuers: [issuer.trusted], patients: PATIENTS });
  const app = express();
  const nothing = () => undefined;
  app.use(
    createFhirRouter({
      reader: { read: () => Promise.resolve(smallAnswer()) },
      verify,
      baseUrl: BASE_URL,
      log: { info: nothing, warn: nothing, error: nothing },
      version: '0.0.1',
    }),
  );
  const challenge = async (token: string) => {
    const response = await supertest(app).get('/Condition').set('Authorization', `Bearer ${token}`);
    return [response.status, response.headers['www-authenticate']];
  };
  expect(await challenge(await issuer.token())).toEqual([200, undefined]);
  expect(await challenge(await issuer.token({ aud: 'https://other.example' }))).toEqual([
    401,
    `Bearer realm="${BASE_URL}", error="invalid_token"`,
  ]);
  expect(await challenge(await issuer.token({ scope: 'openid' }))).toEqual([
    403,
    `Bearer realm="${BASE_URL}", error="insufficient_scope"`,
  ]);
});

test('the Host header is never read', async () => {
  const response = await api.get('/Condition').set('Host', 'evil.example').set('X-Forwarded-Host', 'evil.example');
  expect(response.text).not.toContain('evil.example');
});
