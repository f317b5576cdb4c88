/** What a search gives of what it found: order, parts, pages, and what goes with it. */
import type { Bundle, OperationOutcome, Resource } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import type { R4Resource } from '../../src/record/fhir/types.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallRecord } from '../fixtures/small-record.ts';

const [first] = smallRecord.sourceRecords;
if (first === undefined) throw new Error('the fixture has records');
const template = first;

/** A record of these alone, as one source gave them. */
function apiWith(...resources: R4Resource[]) {
  const sourceRecords = resources.map((resource) => ({ ...template, resource, originalId: resource.id }));
  return fhirApi(() => smallAnswer({ record: { ...smallRecord, sourceRecords, unified: [], issues: [] } }));
}

const subject = { reference: 'Patient/person-1' };

function observation(id: string, more: Partial<Extract<R4Resource, { resourceType: 'Observation' }>>): R4Resource {
  return { resourceType: 'Observation', id, status: 'final', code: { text: id }, subject, ...more };
}

const potassium = observation('potassium', {
  effectiveDateTime: '2026-03-04',
  status: 'amended',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium in serum' }] },
  valueQuantity: { value: 4.1, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  encounter: { reference: 'Encounter/visit' },
});
const weight = observation('weight', {
  effectivePeriod: { start: '2025-11-01T09:00:00Z', end: '2025-11-01T09:10:00Z' },
  category: [{ coding: [{ code: 'vital-signs' }] }],
  valueQuantity: { value: 71, unit: 'kg' },
  performer: [{ reference: 'Practitioner/nurse' }],
});
const undated = observation('undated', { valueString: 'Élevé', category: [{ coding: [{ code: 'laboratory' }] }] });
const visit: R4Resource = {
  resourceType: 'Encounter',
  id: 'visit',
  status: 'finished',
  class: { code: 'AMB' },
  subject,
  participant: [{ individual: { reference: 'Practitioner/nurse' } }],
};
const nurse: R4Resource = {
  resourceType: 'Practitioner',
  id: 'nurse',
  name: [{ family: "O'Connor", given: ['Siân', 'Mae'] }],
  telecom: [{ system: 'phone', value: '01632 960001' }],
};
const api = apiWith(potassium, weight, undated, visit, nurse);

const bodyOf = (response: { body: unknown }) => response.body as Bundle;
const entriesIn = (bundle: Bundle, mode: string) =>
  (bundle.entry ?? []).flatMap((entry) => (entry.search?.mode === mode && entry.resource ? [entry.resource] : []));
const idsIn = (bundle: Bundle, mode = 'match') => entriesIn(bundle, mode).map(({ id }) => id);
const found = async (path: string) => idsIn(bodyOf(await api.get(path).expect(200)));
const remarksIn = (bundle: Bundle) =>
  (entriesIn(bundle, 'outcome') as OperationOutcome[])
    .filter(({ id }) => id === 'request')
    .flatMap(({ issue }) => issue.map(({ details }) => details?.text));
const text = encodeURIComponent;

describe('what International Patient Access asks for', () => {
  test.each([
    ['/Observation?patient=person-1&category=laboratory', ['potassium', 'undated']],
    ['/Observation?patient=person-1&code=http://loinc.org|2823-3', ['potassium']],
    ['/Observation?patient=person-1&category=laboratory&date=ge2026-01-01&date=le2026-12-31', ['potassium']],
    ['/Observation?patient=person-1&category=laboratory&date=ge2026-04-01&date=le2026-12-31', []],
    ['/Observation?patient=person-1&category=vital-signs&status=final', ['weight']],
    ['/Encounter?patient=person-1&_id=visit', ['visit']],
    ['/Patient?_id=person-1', ['person-1']],
    ['/Patient?identifier=https://people.example|1', ['person-1']],
  ])('%s', async (path, expected) => expect(await found(path)).toEqual(expected));
});

describe('kinds of parameters', () => {
  test.each([
    ['/Observation?date=2025-11-01', ['weight']],
    ['/Observation?date=lt2026', ['weight']],
    ['/Observation?date=sa2025-11', ['potassium']],
    ['/Observation?date=2025,2026', ['potassium', 'weight']],
    ['/Observation?date:missing=true', ['undated']],
    ['/Observation?date:missing=false', ['potassium', 'weight']],
    ['/Observation?status:not=final', ['potassium']],
    ['/Observation?category:not=laboratory', ['weight']],
    ['/Observation?performer:missing=false', ['weight']],
    ['/Observation?code:text=potass', ['potassium']],
    ['/Observation?code:text=serum', []],
    ['/Observation?value-quantity=4.1', ['potassium']],
    ['/Observation?value-quantity=4', ['potassium']],
    ['/Observation?value-quantity=4.10', ['potassium']],
    ['/Observation?value-quantity=4.2', []],
    ['/Observation?value-quantity=gt5', ['weight']],
    ['/Observation?value-quantity=le4.1', ['potassium']],
    ['/Observation?value-quantity=gt4.1||mmol/L', []],
    ['/Observation?value-quantity=lt5|http://unitsofmeasure.org|mmol/L', ['potassium']],
    ['/Observation?value-quantity=71||kg', ['weight']],
    [`/Observation?value-string=${text('elev')}`, ['undated']],
    [`/Observation?value-string:exact=${text('Élevé')}`, ['undated']],
    ['/Observation?value-string:exact=Eleve', []],
    ['/Observation?value-string:contains=LEV', ['undated']],
    ['/Observation?encounter=visit', ['potassium']],
    ['/Observation?encounter=Encounter/visit', ['potassium']],
    ['/Observation?encounter:Encounter=visit', ['potassium']],
    ['/Observation?encounter=Patient/visit', []],
    [`/Observation?encounter=${text(`${BASE_URL}/Encounter/visit`)}`, ['potassium']],
    [`/Observation?encounter=${text('https://elsewhere.example/Encounter/visit')}`, []],
    ['/Practitioner?name=sian', ['nurse']],
    [`/Practitioner?name=${text("o'con")}`, ['nurse']],
    ['/Practitioner?given=mae&family:contains=nn', ['nurse']],
    ['/Practitioner?name=connor', []],
    [`/Practitioner?phone=${text('01632 960001')}`, ['nurse']],
    [`/Practitioner?email=${text('01632 960001')}`, []],
  ])('%s', async (path, expected) => expect(await found(path)).toEqual(expected));

  test.each([
    'date=ap2026',
    'date=2026,',
    'date:exact=2026',
    'date:missing=maybe',
    'value-quantity=heavy',
    'value-quantity=4|a|b|c',
    'value-quantity=',
    'value-string=',
    'value-string=,',
    'code:in=http://loinc.org/vs',
    'code:above=1',
    'status:of-type=1',
    'code-value-quantity=2823-3$gt4',
    'encounter.status=finished',
    '_filter=code%20eq%20x',
    '_text=potassium',
    '_content=x',
    '_list=42',
    '_query=x',
    '_has:Provenance:target:agent=x',
    '_total=all',
    '_summary=some',
    '_elements=',
    '_elements=a%20b',
    '_sort=date&_sort=-date',
  ])('%s is refused', async (query) => {
    const response = await api.get(`/Observation?${query}`).expect(400);
    expect(faultsOf(response.body as OperationOutcome)).toEqual([]);
  });
});

describe('the work that one search may make', () => {
  test('alternatives are counted over all parameters', async () => {
    const list = (count: number) => Array.from({ length: count }, (_one, index) => `c${index}`).join(',');
    await api.get(`/Observation?code=${list(1_000)}`).expect(200);
    await api.get(`/Observation?code=${list(1_001)}`).expect(413);
    await api.get(`/Observation?code=${list(500)}&status:not=${list(501)}`).expect(413);
  });

  test('a long list to sort by is not applied', async () => {
    const keys = Array.from({ length: 11 }, () => 'date').join(',');
    expect(remarksIn(bodyOf(await api.get(`/Observation?_sort=${keys}`).expect(200)))).toHaveLength(1);
  });
});

describe('_sort', () => {
  test.each([
    ['date', ['weight', 'potassium', 'undated']],
    ['-date', ['potassium', 'weight', 'undated']],
    ['status,-date', ['potassium', 'weight', 'undated']],
    ['-status,date', ['weight', 'undated', 'potassium']],
    ['value-quantity', ['potassium', 'weight', 'undated']],
    ['-value-quantity', ['weight', 'potassium', 'undated']],
    ['_id', ['potassium', 'undated', 'weight']],
    ['-_id', ['weight', 'undated', 'potassium']],
    ['code', ['potassium', 'undated', 'weight']],
    ['-_lastUpdated', ['potassium', 'weight', 'undated']],
  ])('%s', async (sort, expected) => expect(await found(`/Observation?_sort=${sort}`)).toEqual(expected));

  test('by what the type does not have is told as not applied, or refused', async () => {
    const bundle = bodyOf(await api.get('/Observation?_sort=flavour').expect(200));
    expect(remarksIn(bundle)).toEqual(['Not supported and not applied: _sort.']);
    await api.get('/Observation?_sort=flavour').set('Prefer', 'handling=strict').expect(400);
  });

  test('goes on over pages', async () => {
    const page = bodyOf(await api.get('/Observation?_sort=-_id&_count=2').expect(200));
    const next = page.link?.find(({ relation }) => relation === 'next')?.url.slice(BASE_URL.length) ?? '';
    expect([...idsIn(page), ...(await found(next))]).toEqual(['weight', 'undated', 'potassium']);
  });
});

describe('pages', () => {
  const linksOf = (bundle: Bundle) => new Map((bundle.link ?? []).map(({ relation, url }) => [relation, url]));

  test('lead on, back and to the first', async () => {
    const one = bodyOf(await api.get('/Observation?_count=1&patient=person-1').expect(200));
    expect([...linksOf(one).keys()]).toEqual(['self', 'next']);
    const two = bodyOf(await api.get(linksOf(one).get('next')?.slice(BASE_URL.length) ?? '').expect(200));
    expect([...linksOf(two).keys()]).toEqual(['self', 'first', 'previous', 'next']);
    expect(linksOf(two).get('first')).toBe(`${BASE_URL}/Observation?_count=1&patient=person-1`);
    expect(linksOf(two).get('previous')).toBe(linksOf(one).get('self'));
    const three = bodyOf(await api.get(linksOf(two).get('next')?.slice(BASE_URL.length) ?? '').expect(200));
    expect([...linksOf(three).keys()]).toEqual(['self', 'first', 'previous']);
    expect(linksOf(three).get('previous')).toBe(linksOf(two).get('self'));
    expect([one, two, three].flatMap((page) => idsIn(page))).toEqual(['potassium', 'weight', 'undated']);
  });

  test('that are made up are refused, and those of an older record are over', async () => {
    let answer = smallAnswer();
    const changing = fhirApi(() => answer);
    const page = bodyOf(await changing.get('/Condition?_tag=source&_count=1').expect(200));
    const next = linksOf(page).get('next')?.slice(BASE_URL.length) ?? '';
    const cursor = next.split('_page=')[1] ?? '';
    const [, digest = ''] = Buffer.from(cursor, 'base64url').toString().split('.');
    const made = (offset: string) => Buffer.from(`${offset}.${digest}`).toString('base64url');
    for (const wrong of ['', 'x', `${cursor}x`, made('-1'), made('1e3'), made('9999'), made(''), '%00', '🙂']) {
      const response = await changing.get(`/Condition?_tag=source&_count=1&_page=${text(wrong)}`);
      expect([wrong, response.status]).toEqual([wrong, wrong === `${cursor}x` ? response.status : 400]);
      expect([200, 400, 410]).toContain(response.status);
    }
    answer = smallAnswer({ digest: 'digest-2', record: { ...smallRecord, sourceRecords: [] } });
    await changing.get(next).expect(410);
  });

  test('_total=none leaves the number out', async () => {
    expect(bodyOf(await api.get('/Observation?_total=none')).total).toBeUndefined();
    expect(bodyOf(await api.get('/Observation?_total=accurate')).total).toBe(3);
    expect(bodyOf(await api.get('/Observation?_total=estimate')).total).toBe(3);
  });
});

describe('parts of records', () => {
  const only = async (query: string) => {
    const bundle = bodyOf(await api.get(`/Observation?_id=potassium&${query}`).expect(200));
    expect(faultsOf(bundle)).toEqual([]);
    return entriesIn(bundle, 'match')[0];
  };
  const membersOf = (resource: Resource | undefined) => Object.keys(resource ?? {}).sort();

  test('_elements gives those, what is required, and says so', async () => {
    const resource = await only('_elements=valueQuantity,encounter');
    expect(membersOf(resource)).toEqual(
      ['code', 'encounter', 'id', 'meta', 'resourceType', 'status', 'valueQuantity'].sort(),
    );
    expect(resource?.meta?.tag).toContainEqual({
      system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
      code: 'SUBSETTED',
    });
    expect(membersOf(await only('_elements=Observation.encounter'))).toContain('encounter');
  });

  test.each([
    ['true', 'valueQuantity', true],
    ['true', 'category', false],
    ['text', 'valueQuantity', false],
    ['data', 'valueQuantity', true],
    ['false', 'category', true],
  ])('_summary=%s: %s %s', async (summary, member, isThere) => {
    expect(membersOf(await only(`_summary=${summary}`)).includes(member)).toBe(isThere);
  });

  test('of one record too', async () => {
    const response = await api.get('/Observation/potassium?_elements=encounter').expect(200);
    expect(membersOf(response.body as Resource)).not.toContain('valueQuantity');
    expect(membersOf(response.body as Resource)).toContain('status');
    await api.get('/Observation/potassium?_summary=count').expect(400);
  });
});

describe('what goes with what was found', () => {
  const withFound = async (query: string) => idsIn(bodyOf(await api.get(query).expect(200)), 'include');

  test.each([
    ['/Observation?_include=Observation:encounter', ['visit']],
    ['/Observation?_include=Observation:encounter:Encounter', ['visit']],
    ['/Observation?_include=Observation:encounter:Patient', []],
    ['/Observation?_include=Observation:patient', ['person-1']],
    ['/Observation?_include=Observation:encounter&_include=Observation:performer', ['visit', 'nurse']],
    [
      '/Observation?_id=potassium&_include=Observation:encounter&_include:iterate=Encounter:practitioner',
      ['visit', 'nurse'],
    ],
    ['/Observation?_id=potassium&_include=Observation:encounter&_include=Encounter:practitioner', ['visit']],
    ['/Observation?_id=undated&_include=Observation:encounter', []],
  ])('%s', async (path, expected) => expect(await withFound(path)).toEqual(expected));

  test('each once, and never what is found already', async () => {
    const path = '/Encounter?_include=Encounter:practitioner&_include:iterate=Encounter:practitioner';
    expect(await withFound(path)).toEqual(['nurse']);
  });
});
