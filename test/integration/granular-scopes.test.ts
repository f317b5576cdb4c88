/** A scope with parameters (SMART App Launch 2.2, "Finer-grained resource constraints") over every way to ask. */
import type { Bundle, FhirResource } from 'fhir/r4.js';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { AccessGrant } from '../../src/access/access-grant.ts';
import { parseScopes } from '../../src/access/parse-scopes.ts';
import type { DurableStore } from '../../src/ports/durable-store.ts';
import {
  contextOver,
  openGateway,
  openStore,
  storePerson,
  type AccessGateway,
} from '../support/access/access-gateway.ts';
import { patientIdAt, type Item } from '../support/access/labelled-person.ts';

const PERSON = 'p1';
const CATEGORY = 'https://categories.example';

function item(type: string, id: string, changes: Partial<Item> = {}): Item {
  return {
    person: PERSON,
    source: 'srcalpha',
    type,
    id,
    fullUrl: undefined,
    labels: [],
    ownWords: `own-${id}`,
    name: `name-${id}`,
    links: {},
    category: undefined,
    broken: undefined,
    ...changes,
  };
}

const relative = (to: Item) => ({ to, by: 'relative' as const });
const patient = item('Patient', patientIdAt('srcalpha', PERSON));
const blood = item('Observation', 'blood', { category: 'laboratory' });
const pulse = item('Observation', 'pulse', { category: 'vital-signs', links: { hasMember: [relative(blood)] } });
const panel = item('Observation', 'panel', {
  category: 'laboratory',
  links: { hasMember: [relative(blood), relative(pulse)] },
});
const ofPulse = item('Provenance', 'of-pulse', { links: { target: [relative(pulse)] } });
const ofBlood = item('Provenance', 'of-blood', { links: { target: [relative(blood)] } });
const ofBoth = item('Provenance', 'of-both', { links: { target: [relative(blood), relative(pulse)] } });

let store: DurableStore;
let gateway: AccessGateway;
beforeAll(async () => {
  store = await openStore();
  await storePerson(store, {
    id: PERSON,
    sources: ['srcalpha'],
    items: [patient, blood, pulse, panel, ofPulse, ofBlood, ofBoth],
  });
  gateway = await openGateway(contextOver(store), (token) => Promise.resolve(grantOf(decodeURIComponent(token))));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await store.close();
});

function grantOf(scope: string): AccessGrant {
  return {
    actor: { issuer: 'https://sign-in.example', sub: PERSON },
    clientId: 'app',
    subjectId: PERSON,
    scopes: parseScopes(scope),
    sources: undefined,
    labels: undefined,
    until: undefined,
    appGrantId: undefined,
  };
}

const LABORATORY = `patient/Observation.rs?category=${CATEGORY}|laboratory`;
const ask = (scope: string, path: string) => gateway.ask(encodeURIComponent(scope), path);

async function found(scope: string, path: string): Promise<readonly string[]> {
  const { status, body } = await ask(scope, path);
  expect(status, body.slice(0, 300)).toBe(200);
  const { entry = [], total } = JSON.parse(body) as Bundle<FhirResource>;
  const matches = entry.filter(({ search }) => search?.mode !== 'outcome');
  expect(total).toBe(entry.filter(({ search }) => search?.mode === 'match').length);
  return matches.map(({ resource }) => `${resource?.resourceType}/${resource?.id ?? ''}`).toSorted();
}

describe('one category of Observation', () => {
  const mine = ['Observation/srcalpha-blood', 'Observation/srcalpha-panel'];

  test.each([
    ['/Observation', mine],
    ['/Observation?category=laboratory', mine],
    ['/Observation?category=vital-signs', []],
    ['/Observation?_id=srcalpha-pulse', []],
    ['/Observation?identifier=https://numbers.example%7Cown-pulse', []],
    ['/Observation?_revinclude=Provenance:target', [...mine, 'Provenance/srcalpha-of-blood']],
    ['/Provenance', ['Provenance/srcalpha-of-blood']],
    ['/Provenance?target=Observation/srcalpha-pulse', []],
    [`/Patient/${PERSON}/$everything`, ['Device/phr-gateway', ...mine, 'Provenance/srcalpha-of-blood']],
    [`/Patient/${PERSON}/$everything?_type=Observation&view=source`, mine],
  ])('%s', async (path, expected) => {
    expect(await found(LABORATORY, path)).toEqual(expected);
  });

  test('counts count those only', async () => {
    expect(JSON.parse((await ask(LABORATORY, '/Observation?_summary=count')).body)).toMatchObject({ total: 2 });
  });

  test('a record of another category is as if it were not there: read, version, original', async () => {
    for (const tail of ['', '/_history/1', '/$original']) {
      const given = await ask(LABORATORY, `/Observation/srcalpha-pulse${tail}`);
      const never = await ask(LABORATORY, `/Observation/never-there${tail}`);
      expect(given).toEqual(never);
      expect(given.status).toBe(404);
    }
    expect((await ask(LABORATORY, '/Observation/srcalpha-blood/$original')).status).toBe(200);
  });

  test('what is given does not name the others, and as it came it is not given', async () => {
    const { body, status } = await ask(LABORATORY, '/Observation/srcalpha-panel');
    expect(status).toBe(200);
    expect(body).toContain('Observation/srcalpha-blood');
    expect(body).not.toMatch(/pulse/);
    expect((await ask(LABORATORY, '/Observation/srcalpha-panel/$original')).status).toBe(403);
  });

  test('the answer says that some records only are given, not whether there are others', async () => {
    const { body } = await ask(LABORATORY, `/Patient/${PERSON}/$everything`);
    expect(body).toContain('only those records that its scopes describe of: Observation.');
  });
});

test('several scopes on one type add up; all parameters of one must hold', async () => {
  const vital = `patient/Observation.rs?category=${CATEGORY}|vital-signs`;
  expect(await found(`${LABORATORY} ${vital}`, '/Observation')).toHaveLength(3);
  expect(await found(`${LABORATORY}&status=final`, '/Observation')).toHaveLength(2);
  expect(await found(`${LABORATORY}&status=amended`, '/Observation')).toHaveLength(0);
  expect(await found(`${LABORATORY} patient/Observation.rs`, '/Observation')).toHaveLength(3);
});

test('a right to search is no right to read, on the same record', async () => {
  const scope = `patient/Observation.s patient/Observation.r?category=${CATEGORY}|laboratory`;
  expect(await found(scope, '/Observation')).toHaveLength(3);
  expect((await ask(scope, '/Observation/srcalpha-pulse')).status).toBe(404);
  expect(await found(scope, `/Patient/${PERSON}/$everything?view=source&_type=Observation`)).toHaveLength(2);
});

test.each([
  'patient/Observation.rs?severity=high',
  'patient/Observation.rs?category=laboratory&unheard-of=1',
  'patient/Observation.rs?category=',
])('%s grants nothing', async (scope) => {
  for (const path of ['/Observation', '/Observation/srcalpha-blood', `/Patient/${PERSON}/$everything`]) {
    expect((await ask(scope, path)).status).toBe(403);
  }
});
