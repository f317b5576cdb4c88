import type { Bundle, CapabilityStatement, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { RECORD_KIND_SYSTEM, SOURCE_NAME_SYSTEM } from '../../src/record/fhir/canonical.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallRecord } from '../fixtures/small-record.ts';

const api = fhirApi();
const bodyOf = (response: { body: unknown }) => response.body as Bundle;
const entriesIn = (bundle: Bundle, mode: string) =>
  (bundle.entry ?? []).flatMap((entry) => (entry.search?.mode === mode && entry.resource ? [entry.resource] : []));
const remarksIn = (bundle: Bundle) =>
  entriesIn(bundle, 'outcome').flatMap((outcome) =>
    outcome.id === 'request' ? (outcome as OperationOutcome).issue.map((issue) => issue.details?.text) : [],
  );

async function idsOf(path: string): Promise<(string | undefined)[]> {
  return entriesIn(bodyOf(await api.get(path).expect(200)), 'match').map((resource) => resource.id);
}

const system = encodeURIComponent;

describe('what a search finds', () => {
  test.each([
    // Unified by default; the sources' own where the client asks for them.
    ['/MedicationStatement?patient=person-1', ['u-amlodipine']],
    ['/MedicationStatement?patient=Patient/person-1', ['u-amlodipine']],
    [`/MedicationStatement?patient=${system(`${BASE_URL}/Patient/person-1`)}`, ['u-amlodipine']],
    ['/MedicationStatement?patient:Patient=person-1', ['u-amlodipine']],
    ['/MedicationStatement?subject=Patient/person-1', ['u-amlodipine']],
    ['/MedicationStatement', ['u-amlodipine']],
    ['/MedicationStatement?patient=person-1&patient=Patient/person-1', ['u-amlodipine']],
    ['/Condition?patient=person-1', ['u-hypertension']],
    ['/AllergyIntolerance?patient=person-1', ['u-penicillin']],
    ['/Condition?patient=person-1&_tag=source', ['gp-problem', 'hospital-problem']],
    [`/Condition?_tag=${system(`${RECORD_KIND_SYSTEM}|source`)}`, ['gp-problem', 'hospital-problem']],
    [`/Condition?_tag=${system(`${SOURCE_NAME_SYSTEM}|gp`)}`, ['gp-problem']],
    ['/Condition?_tag=source&_tag=hospital', ['hospital-problem']],
    // With a modifier no kind is named.
    ['/Condition?_tag:not=unified', []],
    ['/Condition?_tag:missing=false', ['u-hypertension']],
    ['/Condition?_tag=unified,source', ['u-hypertension', 'gp-problem', 'hospital-problem']],
    ['/MedicationRequest?patient=person-1', ['gp-order']],
    ['/MedicationDispense?patient=person-1', []],
    ['/Observation?patient=person-1', ['hospital-potassium']],
    ['/Practitioner', ['gp-doctor']],
    ['/Patient', ['person-1']],
    ['/Patient?_id=person-1', ['person-1']],
    ['/Patient?_id=gp-patient', []],
    ['/Patient?_tag=source', ['gp-patient']],
    ['/Patient?identifier=https://people.example|1', ['person-1']],
    ['/Binary', ['gp-quarantined']],
    ['/Device', ['gateway']],
    // Companions.
    ['/Linkage?item=Condition/gp-problem', ['l-u-hypertension']],
    ['/Linkage?item=Condition/u-hypertension', ['l-u-hypertension']],
    ['/Linkage?source=Condition/u-hypertension', ['l-u-hypertension']],
    ['/Linkage?source=Condition/gp-problem', []],
    ['/Linkage?item:Condition=gp-problem', ['l-u-hypertension']],
    ['/Provenance?target=MedicationStatement/u-amlodipine', ['p-u-amlodipine']],
    ['/DetectedIssue?implicated=MedicationRequest/gp-order', ['i-status']],
    ['/DetectedIssue?implicated=MedicationRequest/other', []],
    ['/DetectedIssue?patient=person-1&code=status-differs', ['i-status']],
    // Tokens.
    ['/Condition?code=http://snomed.info/sct|38341003', ['u-hypertension']],
    ['/Condition?code=38341003', ['u-hypertension']],
    ['/Condition?code=http://snomed.info/sct|', ['u-hypertension']],
    ['/Condition?code=|38341003', []],
    ['/Condition?code=http://loinc.org|38341003', []],
    ['/Condition?code=1,38341003', ['u-hypertension']],
    ['/Condition?code=1&code=38341003', []],
    ['/MedicationStatement?code=319283006', ['u-amlodipine']],
    ['/MedicationStatement?code=https://dmd.nhs.uk|39732311000001104', ['u-amlodipine']],
    ['/Condition?clinical-status=active', ['u-hypertension']],
    ['/MedicationRequest?status=active', ['gp-order']],
    ['/MedicationRequest?status=http://hl7.org/fhir/CodeSystem/medicationrequest-status|active', ['gp-order']],
    ['/MedicationRequest?status=https://elsewhere.example|active', []],
    ['/MedicationRequest?identifier=order%5C|1', ['gp-order']],
    ['/MedicationRequest?identifier=https://gp.example/orders|order%5C|1', ['gp-order']],
    ['/Condition?_id=u-hypertension,gp-problem', ['u-hypertension']],
    // Dates.
    ['/MedicationStatement?_lastUpdated=2026-06-01', ['u-amlodipine']],
    ['/MedicationStatement?_lastUpdated=2026', ['u-amlodipine']],
    ['/MedicationStatement?_lastUpdated=gt2026-06-01', []],
    ['/MedicationStatement?_lastUpdated=ge2026-06-01T08:00:00Z', ['u-amlodipine']],
    ['/MedicationStatement?_lastUpdated=lt2026-06-01T09:00:00%2B01:00', []],
    ['/MedicationStatement?_lastUpdated=ne2026-06-01', []],
    ['/MedicationStatement?_lastUpdated=sa2026-05-31&_lastUpdated=eb2026-06-02', ['u-amlodipine']],
    ['/AllergyIntolerance?_lastUpdated=gt2000', []],
  ])('%s', async (path, expected) => {
    expect(await idsOf(path)).toEqual(expected);
  });
});

test('every answer is valid FHIR, and says how complete it is', async () => {
  for (const path of [
    '/Condition?patient=person-1&flavour=mint',
    '/MedicationStatement?status=active',
    '/Linkage',
    '/Goal',
  ]) {
    const response = await api.get(path).expect(200);
    expect(faultsOf(bodyOf(response))).toEqual([]);
    expect(entriesIn(bodyOf(response), 'outcome')[0]).toEqual(smallRecord.outcome);
    expect(response.headers['x-record-completeness']).toBe('partial; sources=gp:complete,hospital:stale');
  }
});

test('a search by status says that there are records whose status is in dispute', async () => {
  const disputed = bodyOf(await api.get('/MedicationStatement?status=active').expect(200));
  expect(entriesIn(disputed, 'match')).toEqual([]);
  expect(remarksIn(disputed)).toEqual([expect.stringContaining('different statuses for 1 record(s)')]);
  const unknown = bodyOf(await api.get('/MedicationStatement?status=unknown').expect(200));
  expect(entriesIn(unknown, 'match')).toHaveLength(1);
  expect(remarksIn(unknown)).toEqual([]);
  // The sources agree on this one.
  expect(remarksIn(bodyOf(await api.get('/Condition?clinical-status=inactive').expect(200)))).toEqual([]);
});

test('what was not applied is told and is not in the self link', async () => {
  const bundle = bodyOf(await api.get('/Condition?patient=person-1&flavour=mint&_sort=-flavour&code=38341003'));
  expect(remarksIn(bundle)).toEqual(['Not supported and not applied: flavour, _sort.']);
  expect(bundle.link).toEqual([{ relation: 'self', url: `${BASE_URL}/Condition?patient=person-1&code=38341003` }]);
  const strict = await api.get('/Condition?flavour=mint').set('Prefer', 'handling=strict').expect(400);
  expect((strict.body as OperationOutcome).issue[0]?.details?.text).toBe('Not supported here: flavour.');
});

test('an ignored name is told only where it is a name', async () => {
  const text = (await api.get('/Condition?%3Cscript%3E=1')).text;
  expect(text).not.toContain('script');
  expect(text).toContain('a parameter that is no name');
});

describe('records that go with those found', () => {
  const included = async (path: string, scope = 'patient/*.rs') => {
    const response = await api.agent.get(`/fhir/R4${path}`).set('Authorization', `Bearer ${scope}`).expect(200);
    expect(faultsOf(bodyOf(response))).toEqual([]);
    return entriesIn(bodyOf(response), 'include').map((resource) => resource.id);
  };

  test('_revinclude of Provenance, and only of those on the page', async () => {
    expect(await included('/Condition?_revinclude=Provenance:target')).toEqual(['p-u-hypertension']);
    expect(await included('/Condition?_tag=source,unified&_count=1&_revinclude=Provenance:target')).toEqual([
      'p-u-hypertension',
    ]);
    expect(await included('/Condition?_tag=source&_revinclude=Provenance:target')).toEqual([]);
    expect(await included('/Condition?_revinclude=Provenance:target&_summary=count')).toEqual([]);
    expect(await included('/Provenance?_revinclude=Provenance:target')).toEqual([]);
  });

  test('total and pages count what was found', async () => {
    const bundle = bodyOf(await api.get('/Condition?_revinclude=Provenance:target'));
    expect(bundle.total).toBe(1);
    expect(bundle.link?.[0]?.url).toBe(`${BASE_URL}/Condition?_revinclude=Provenance%3Atarget`);
  });

  test('_include of a Medication, for those who may read it', async () => {
    const [order] = smallRecord.sourceRecords;
    if (order?.resource.resourceType !== 'MedicationRequest') throw new Error('the fixture begins with an order');
    const { medicationCodeableConcept: code, ...rest } = order.resource;
    const medication = {
      ...order,
      resource: { resourceType: 'Medication' as const, id: 'gp-medication', ...(code ? { code } : {}) },
    };
    const referring = {
      ...order,
      resource: { ...rest, medicationReference: { reference: 'Medication/gp-medication' } },
    };
    const other = fhirApi(() => smallAnswer({ record: { ...smallRecord, sourceRecords: [medication, referring] } }));
    const path = '/fhir/R4/MedicationRequest?_include=MedicationRequest:medication';
    const all = bodyOf(await other.agent.get(path).set('Authorization', 'Bearer patient/*.rs').expect(200));
    expect(entriesIn(all, 'include').map((resource) => resource.id)).toEqual(['gp-medication']);
    const some = bodyOf(
      await other.agent.get(path).set('Authorization', 'Bearer patient/MedicationRequest.rs').expect(200),
    );
    expect(entriesIn(some, 'include')).toEqual([]);
  });

  test('others are told as not applied', async () => {
    const bundle = bodyOf(await api.get('/Condition?_include=Observation:encounter&_revinclude=Observation:subject'));
    expect(remarksIn(bundle)).toEqual(['Not supported and not applied: _include, _revinclude.']);
    await api.get('/Condition?_include:iterate=Condition:encounter').expect(200);
    await api.get('/Condition?_include:other=Condition:encounter').expect(400);
    await api.get('/Condition?_include=*').expect(400);
    await api.get('/Condition?_revinclude=*:*').expect(400);
  });
});

test('pages of a search', async () => {
  const first = bodyOf(await api.get('/Condition?_tag=source&_count=1'));
  expect(first.total).toBe(2);
  const next = first.link?.find((link) => link.relation === 'next')?.url ?? '';
  expect(next.startsWith(`${BASE_URL}/Condition?_tag=source&_count=1&_page=`)).toBe(true);
  const second = bodyOf(await api.get(next.slice(BASE_URL.length)).expect(200));
  expect([first, second].flatMap((page) => entriesIn(page, 'match').map((item) => item.id))).toEqual([
    'gp-problem',
    'hospital-problem',
  ]);
  expect(second.link?.some((link) => link.relation === 'next')).toBe(false);
});

describe('another patient', () => {
  test.each([
    'patient=person-2',
    'patient=Patient/person-2',
    'patient=person-1,person-2',
    'patient=person-1&patient=person-2',
    'patient:Patient=person-2',
    'subject=Patient/person-2',
    'patient=https://elsewhere.example/fhir/Patient/person-1',
    'patient:Group=person-1',
    'subject=Group/person-1',
    `patient=${system(`${BASE_URL}/Patient/person-2`)}`,
  ])('%s is refused', async (query) => {
    const response = await api.get(`/Condition?${query}`).expect(403);
    expect(faultsOf(response.body as OperationOutcome)).toEqual([]);
  });

  test('is refused for types that have no such parameter too', async () => {
    await api.get('/Practitioner?patient=person-2').expect(403);
    await api.get('/Patient?patient=person-2').expect(403);
  });

  test("is not found among a source's records that are about someone else", async () => {
    const [first] = smallRecord.sourceRecords.filter((item) => item.resource.resourceType === 'Observation');
    if (first?.resource.resourceType !== 'Observation') throw new Error('the fixture has an Observation');
    const foreign = {
      ...first,
      standing: 'other-subject' as const,
      resource: { ...first.resource, id: 'foreign', subject: { reference: 'Patient/someone-else' } },
    };
    const other = fhirApi(() => smallAnswer({ record: { ...smallRecord, sourceRecords: [first, foreign] } }));
    const found = bodyOf(await other.get('/Observation?patient=person-1').expect(200));
    expect(entriesIn(found, 'match').map((resource) => resource.id)).toEqual(['hospital-potassium']);
  });
});

describe('rights', () => {
  const withScope = (scope: string, path: string) =>
    api.agent.get(`/fhir/R4${path}`).set('Authorization', `Bearer ${scope}`);

  test.each([
    ['patient/Condition.r', '/Condition', 403],
    ['patient/Condition.s', '/Condition', 200],
    ['patient/Condition.rs', '/Observation', 403],
    ['user/*.rs', '/Condition', 403],
    ['patient/Condition.rs', '/Provenance', 200],
  ])('%s on %s: %i', async (scope, path, status) => {
    await withScope(scope, path).expect(status);
  });

  test('companions of types that may not be read are not found', async () => {
    const bundle = bodyOf(
      await withScope('patient/Condition.rs', '/Provenance?target=MedicationStatement/u-amlodipine').expect(200),
    );
    expect(bundle.total).toBe(0);
    expect(bodyOf(await withScope('patient/Condition.rs', '/Provenance')).total).toBe(1);
  });

  test('without a token nothing is learned, not even whether the type exists', async () => {
    for (const path of ['/Condition', '/Nonsense', '/Condition/u-hypertension', '/Patient/person-1/$everything']) {
      const response = await api.agent.get(`/fhir/R4${path}`).expect(401);
      expect(response.headers['www-authenticate']).toBe(`Bearer realm="${BASE_URL}"`);
    }
    const bad = await withScope('bad', '/Condition').expect(401);
    expect(bad.headers['www-authenticate']).toBe(`Bearer realm="${BASE_URL}", error="invalid_token"`);
  });
});

describe('POST _search', () => {
  const post = (path: string) => api.agent.post(`/fhir/R4${path}`).set('Authorization', 'Bearer patient/*.rs');

  test('finds the same', async () => {
    const response = await post('/Condition/_search').type('form').send('patient=person-1&code=38341003').expect(200);
    expect(entriesIn(bodyOf(response), 'match').map((resource) => resource.id)).toEqual(['u-hypertension']);
    expect(bodyOf(response).link?.[0]?.url).toBe(`${BASE_URL}/Condition?patient=person-1&code=38341003`);
  });

  test('body and URL count together', async () => {
    await post('/Condition/_search?patient=person-2').type('form').send('patient=person-1').expect(403);
    await post('/Condition/_search?patient=person-1').type('form').send('patient=person-2').expect(403);
  });

  test('needs no body', async () => {
    expect(bodyOf(await post('/Condition/_search').expect(200)).total).toBe(1);
    expect(bodyOf(await post('/Condition/_search').type('form').expect(200)).total).toBe(1);
  });

  test('takes a form and nothing else', async () => {
    await post('/Condition/_search').send({ patient: 'person-2' }).expect(415);
    await post('/Condition/_search')
      .type('form')
      .send(`code=${'9'.repeat(100_000)}`)
      .expect(413);
    await post('/Condition/_search')
      .set('Content-Type', 'application/x-www-form-urlencoded; charset=klingon')
      .send('a=b')
      .expect(415);
  });
});

test('the CapabilityStatement is valid and names what a search takes', async () => {
  const response = await api.agent.get('/fhir/R4/metadata').expect(200);
  const statement = response.body as CapabilityStatement;
  expect(faultsOf(statement)).toEqual([]);
  const [rest] = statement.rest ?? [];
  expect(rest?.security?.service?.[0]?.coding?.[0]?.code).toBe('SMART-on-FHIR');
  for (const resource of rest?.resource ?? []) {
    for (const parameter of resource.searchParam ?? []) {
      const value = ['date', 'number', 'quantity'].includes(parameter.type) ? '2026' : 'a';
      const named = ['patient', 'subject'].includes(parameter.name) ? 'person-1' : value;
      const found = await api.get(`/${resource.type}?${parameter.name}=${named}`).set('Prefer', 'handling=strict');
      expect([resource.type, parameter.name, found.status]).toEqual([resource.type, parameter.name, 200]);
    }
  }
  const operations = rest?.resource?.find((resource) => resource.type === 'Patient')?.operation ?? [];
  expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(['everything', 'original', 'summary']));
});
