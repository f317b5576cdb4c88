import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import type { RecordAnswer } from '../../src/services/record-reader.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallCompleteness, smallRecord } from '../fixtures/small-record.ts';

const PATH = '/Patient/person-1/$everything';
const referencesIn = (bundle: Bundle, mode = 'match') =>
  (bundle.entry ?? [])
    .filter((entry) => entry.search?.mode === mode)
    .map((entry) => `${entry.resource?.resourceType ?? ''}/${entry.resource?.id ?? ''}`);
const outcomesIn = (bundle: Bundle) =>
  (bundle.entry ?? [])
    .filter((entry) => entry.search?.mode === 'outcome')
    .map((entry) => entry.resource as OperationOutcome);
const bodyOf = (response: { body: unknown }) => response.body as Bundle;
const nextOf = (bundle: Bundle) => bundle.link?.find((link) => link.relation === 'next')?.url.slice(BASE_URL.length);

test('gives the unified view by default, the Patient first, every entry once and by its full URL', async () => {
  const bundle = bodyOf(await fhirApi().get(PATH).expect(200));
  expect(referencesIn(bundle)).toEqual([
    'Patient/person-1',
    'Device/gateway',
    'MedicationStatement/u-amlodipine',
    'Condition/u-hypertension',
    'AllergyIntolerance/u-penicillin',
    'Linkage/l-u-amlodipine',
    'Provenance/p-u-amlodipine',
    'Linkage/l-u-hypertension',
    'Provenance/p-u-hypertension',
    'Linkage/l-u-penicillin',
    'Provenance/p-u-penicillin',
    'DetectedIssue/i-status',
    'Observation/hospital-potassium',
    'Practitioner/gp-doctor',
  ]);
  expect(bundle.total).toBe(14);
  expect(bundle.entry?.[0]?.fullUrl).toBe(`${BASE_URL}/Patient/person-1`);
  expect(bundle.link).toEqual([{ relation: 'self', url: `${BASE_URL}${PATH}` }]);
});

test('is found with the dollar sign escaped too', async () => {
  const bundle = bodyOf(await fhirApi().get('/Patient/person-1/%24everything').expect(200));
  expect(bundle.total).toBe(14);
});

test('is valid FHIR in every view', async () => {
  for (const view of ['unified', 'source', 'all']) {
    const bundle = bodyOf(await fhirApi().get(`${PATH}?view=${view}`).expect(200));
    expect(faultsOf(bundle)).toEqual([]);
  }
});

test('says how complete it is, in an entry and in a header', async () => {
  const response = await fhirApi().get(PATH);
  expect(outcomesIn(bodyOf(response))).toEqual([smallRecord.outcome]);
  expect(response.headers['x-record-completeness']).toBe('partial; sources=gp:complete,hospital:stale');
  expect(response.headers['content-type']).toBe('application/fhir+json; charset=utf-8');
  expect(response.headers['cache-control']).toBe('private, no-cache');
  expect(response.headers['last-modified']).toBe('Mon, 01 Jun 2026 08:00:00 GMT');
});

test('keeps the digits of a decimal', async () => {
  const response = await fhirApi().get(PATH);
  expect(response.text).toContain('"value":4.10,');
});

test('puts the stamps on the records without changing what they are made of', async () => {
  const before = JSON.stringify(smallRecord);
  const bundle = bodyOf(await fhirApi().get(PATH));
  const stamped = bundle.entry?.find((entry) => entry.resource?.id === 'u-amlodipine')?.resource;
  expect(stamped?.meta).toMatchObject({
    versionId: '2',
    lastUpdated: '2026-06-01T08:00:00.000Z',
    tag: [{ code: 'unified' }],
  });
  expect(JSON.stringify(smallRecord)).toBe(before);
});

test.each([
  ['view=source', 'Condition/gp-problem', 'Condition/u-hypertension'],
  ['_view=source', 'Binary/gp-quarantined', 'Linkage/l-u-hypertension'],
  ['view=unified', 'Condition/u-hypertension', 'Condition/gp-problem'],
])('%s', async (query, there, notThere) => {
  const references = referencesIn(bodyOf(await fhirApi().get(`${PATH}?${query}`)));
  expect(references).toContain(there);
  expect(references).not.toContain(notThere);
});

test('view=all gives both kinds', async () => {
  const references = referencesIn(bodyOf(await fhirApi().get(`${PATH}?view=all`)));
  expect(references).toEqual(
    expect.arrayContaining(['Condition/u-hypertension', 'Condition/gp-problem', 'Patient/gp-patient']),
  );
  expect(new Set(references).size).toBe(references.length);
});

test('_type narrows, once or repeated', async () => {
  const once = bodyOf(await fhirApi().get(`${PATH}?_type=Condition,Observation`));
  const repeated = bodyOf(await fhirApi().get(`${PATH}?_type=Condition&_type=Observation`));
  expect(referencesIn(once)).toEqual(['Condition/u-hypertension', 'Observation/hospital-potassium']);
  expect(referencesIn(repeated)).toEqual(referencesIn(once));
});

test('_since gives what changed and what has no known date', async () => {
  const bundle = bodyOf(await fhirApi().get(`${PATH}?_since=2026-03-01T00:00:00Z`));
  expect(referencesIn(bundle)).toContain('MedicationStatement/u-amlodipine');
  expect(referencesIn(bundle)).toContain('AllergyIntolerance/u-penicillin');
  expect(referencesIn(bundle)).not.toContain('Condition/u-hypertension');
});

test('start and end leave out care at other times and what accompanies it, and keep what goes on or has no date', async () => {
  const bundle = bodyOf(await fhirApi().get(`${PATH}?view=all&start=2020-01-01&end=2020-12-31`));
  const references = referencesIn(bundle);
  // Began in 2019 and is not said to have ended.
  expect(references).toEqual(expect.arrayContaining(['Condition/u-hypertension', 'Provenance/p-u-hypertension']));
  expect(references).toContain('AllergyIntolerance/u-penicillin');
  expect(references).not.toContain('MedicationStatement/hospital-statement');
  expect(references).not.toContain('Observation/hospital-potassium');
  const late = referencesIn(bodyOf(await fhirApi().get(`${PATH}?view=all&start=2026-03-04&end=2026-03-04`)));
  expect(late).toContain('Observation/hospital-potassium');
  expect(late).not.toContain('MedicationStatement/hospital-statement');
});

describe('pages', () => {
  test('together hold each record once, and each says how complete the whole is', async () => {
    const api = fhirApi();
    const seen: string[] = [];
    let path: string | undefined = `${PATH}?_count=4&view=all`;
    let pages = 0;
    while (path !== undefined) {
      const bundle = bodyOf(await api.get(path).expect(200));
      expect(outcomesIn(bundle)).toHaveLength(1);
      expect(bundle.total).toBe(21);
      expect(referencesIn(bundle).length).toBeLessThanOrEqual(4);
      seen.push(...referencesIn(bundle));
      path = nextOf(bundle);
      pages++;
    }
    expect(pages).toBe(6);
    expect(seen).toEqual(referencesIn(bodyOf(await api.get(`${PATH}?view=all`))));
  });

  test('end when the record has changed', async () => {
    let answer: RecordAnswer = smallAnswer();
    const api = fhirApi(() => answer);
    const next = nextOf(bodyOf(await api.get(`${PATH}?_count=4`))) ?? '';
    answer = smallAnswer({
      stamps: new Map([['Patient/person-1', { versionId: '2', lastUpdated: '2026-07-01T08:00:00.000Z' }]]),
      digest: 'digest-2',
    });
    await api.get(next).expect(410);
  });

  test('of one query do not fit another', async () => {
    const api = fhirApi();
    const next = nextOf(bodyOf(await api.get(`${PATH}?_count=4`))) ?? '';
    await api.get(`${next}&view=source`).expect(410);
  });

  test('another viewer gets no more by a link than without it', async () => {
    const api = fhirApi();
    const next = nextOf(bodyOf(await api.get(`${PATH}?_count=1`))) ?? '';
    await api.agent.get(`/fhir/R4${next}`).expect(401);
    await api.agent.get(`/fhir/R4${next}`).set('Authorization', 'Bearer patient/Condition.rs').expect(410);
  });

  test.each(['', 'x', 'MC54', 'LTEuYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQ', '%00', '....'])(
    'made-up page %j is refused',
    async (cursor) => {
      await fhirApi().get(`${PATH}?_count=4&_page=${cursor}`).expect(400);
    },
  );
});

test('_count=0 and _summary=count give the number alone, with completeness', async () => {
  for (const query of ['_count=0', '_summary=count']) {
    const bundle = bodyOf(await fhirApi().get(`${PATH}?${query}`).expect(200));
    expect(bundle.total).toBe(14);
    expect(referencesIn(bundle)).toEqual([]);
    expect(outcomesIn(bundle)).toHaveLength(1);
    expect(nextOf(bundle)).toBeUndefined();
  }
});

describe('rights', () => {
  const withScope = (scope: string, path = PATH) =>
    fhirApi().agent.get(`/fhir/R4${path}`).set('Authorization', `Bearer ${scope}`);

  test('type scopes narrow the answer, and it says so', async () => {
    const bundle = bodyOf(await withScope('patient/Condition.rs_patient/Patient.r').expect(200));
    expect(referencesIn(bundle)).toEqual([
      'Device/gateway',
      'Condition/u-hypertension',
      'Linkage/l-u-hypertension',
      'Provenance/p-u-hypertension',
    ]);
    expect(JSON.stringify(outcomesIn(bundle))).toContain('The access token allows these types only: Condition.');
    expect(JSON.stringify(outcomesIn(bundle))).toContain('hospital: could not be read');
    // The item set aside is of a type that this viewer may not read.
    expect(JSON.stringify(outcomesIn(bundle))).not.toContain('One item of gp could not be read');
  });

  test('a type that is not allowed is left out where others are asked for, and refused where it is alone', async () => {
    const bundle = bodyOf(await withScope('patient/Condition.rs', `${PATH}?_type=Condition,Observation`).expect(200));
    expect(referencesIn(bundle)).toEqual(['Condition/u-hypertension']);
    const refused = await withScope('patient/Condition.rs', `${PATH}?_type=Observation`).expect(403);
    expect(refused.headers['www-authenticate']).toBe(`Bearer realm="${BASE_URL}", error="insufficient_scope"`);
  });

  test('reading without searching is not enough', async () => {
    await withScope('patient/*.r').expect(403);
  });

  test('viewers with other rights are not given what was written for the first', async () => {
    const api = fhirApi();
    const all = await api.get(PATH);
    const some = await api.agent.get(`/fhir/R4${PATH}`).set('Authorization', 'Bearer patient/Condition.rs');
    expect(some.headers['etag']).not.toBe(all.headers['etag']);
    expect(referencesIn(bodyOf(some))).not.toContain('Observation/hospital-potassium');
  });

  test('another patient is refused alike, whether there is one or not', async () => {
    const one = await fhirApi().get('/Patient/gp-patient/$everything').expect(403);
    const other = await fhirApi().get('/Patient/nobody/$everything').expect(403);
    const text = (body: unknown) => (body as OperationOutcome).issue[0]?.details;
    expect(text(one.body)).toEqual(text(other.body));
  });
});

describe('ETag', () => {
  test('the same answer is not sent twice', async () => {
    const api = fhirApi();
    const first = await api.get(PATH);
    const etag = first.headers['etag'] ?? '';
    expect(etag).toMatch(/^W\/"[A-Za-z0-9_-]{43}"$/);
    const second = await api.get(PATH).set('If-None-Match', etag).expect(304);
    expect(second.text).toBe('');
    expect(second.headers['x-record-completeness']).toBe(first.headers['x-record-completeness']);
    await api
      .get(PATH)
      .set('If-None-Match', `"other", ${etag.slice(2)}`)
      .expect(304);
    await api.get(PATH).set('If-None-Match', '"other"').expect(200);
    await api.get(PATH).set('If-None-Match', '*').expect(304);
  });

  test('another completeness is another answer, though no record changed', async () => {
    let answer = smallAnswer();
    const api = fhirApi(() => answer);
    const etag = (await api.get(PATH)).headers['etag'] ?? '';
    const lastModified = (await api.get(PATH)).headers['last-modified'] ?? '';
    answer = smallAnswer({
      digest: 'digest-2',
      completeness: smallCompleteness.map((item) => ({ ...item, state: 'failed' })),
    });
    await api.get(PATH).set('If-None-Match', etag).expect(200);
    await api.get(PATH).set('If-Modified-Since', lastModified).expect(200);
  });

  test('stamps that changed under the same digest are another answer', async () => {
    let answer = smallAnswer();
    const api = fhirApi(() => answer);
    const etag = (await api.get(PATH)).headers['etag'] ?? '';
    answer = smallAnswer({ stamps: new Map() });
    await api.get(PATH).set('If-None-Match', etag).expect(200);
  });
});

test('names of ignored parameters are told, and strict handling refuses them', async () => {
  const lenient = bodyOf(await fhirApi().get(`${PATH}?flavour=mint&view=source`).expect(200));
  expect(JSON.stringify(outcomesIn(lenient))).toContain('Not supported and not applied: flavour.');
  expect(lenient.link?.[0]?.url).toBe(`${BASE_URL}${PATH}?view=source`);
  await fhirApi().get(`${PATH}?flavour=mint`).set('Prefer', 'handling=strict').expect(400);
  await fhirApi().get(`${PATH}?flavour=mint`).set('Prefer', 'return=minimal; handling=strict').expect(400);
});

test.each([
  'view=other',
  'view=',
  'view=source&view=all',
  'view=source&_view=all',
  '_type=',
  '_type=condition',
  '_type=Condition,',
  '_type=Condition,Nonsense',
  '_since=2026',
  '_since=2026-13-01T00:00:00Z',
  '_since=yesterday',
  '_since=',
  'start=01/02/2026',
  'start=2026-02-30',
  'start=ge2026',
  'end=x',
  '_count=-1',
  '_count=ten',
  '_count=',
  '_count=1e3',
  '_type:exact=Condition',
])('%s is refused', async (query) => {
  const response = await fhirApi().get(`${PATH}?${query}`).expect(400);
  expect(faultsOf(response.body as OperationOutcome)).toEqual([]);
});
