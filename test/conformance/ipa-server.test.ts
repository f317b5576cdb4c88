/** The gateway as a server of International Patient Access 1.1.0 (CapabilityStatement ipa-server). */
import type {
  Bundle,
  CapabilityStatement,
  CodeableConcept,
  Observation,
  OperationOutcome,
  Patient,
  Resource,
} from 'fhir/r4.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLaunchedApp, type LaunchedApp } from './launched-app.ts';

let app: LaunchedApp;
let token: string;
let statement: CapabilityStatement;
beforeAll(async () => {
  app = await startLaunchedApp();
  token = (await app.tokens('launch/patient patient/*.rs'))['access_token'] ?? '';
  statement = (await (await fetch(`${app.harness.config.fhirBaseUrl}/metadata`)).json()) as CapabilityStatement;
}, 60_000);
afterAll(() => app.harness.close());

async function search(path: string) {
  const response = await app.read(path, token);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toContain('application/fhir+json');
  const bundle = (await response.json()) as Bundle;
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'searchset' });
  const found = (bundle.entry ?? []).flatMap(({ resource, search: how }) =>
    resource !== undefined && how?.mode === 'match' ? [resource] : [],
  );
  return { bundle, found };
}

const ofType = (type: string) => statement.rest?.[0]?.resource?.find((resource) => resource.type === type);
const first = async (type: string) =>
  (await search(`${type}?patient=${app.patientId}`)).found[0] as Resource & { id: string };

const TYPES = [
  'AllergyIntolerance',
  'Condition',
  'DocumentReference',
  'Immunization',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
];

describe('every supported type', () => {
  test.each([...TYPES, 'Patient', 'Medication', 'Practitioner', 'PractitionerRole'])(
    '[IPA-S-read] %s can be read',
    async (type) => {
      expect(ofType(type)?.interaction?.map(({ code }) => code)).toContain('read');
      const { found } = await search(type);
      const [some] = found;
      if (some === undefined) {
        expect((await app.read(`${type}/never-was`, token)).status).toBe(404);
        return;
      }
      const response = await app.read(`${type}/${some.id ?? ''}`, token);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ resourceType: type, id: some.id });
    },
  );

  test.each(TYPES)('[IPA-S-search-patient] %s can be searched by patient', async (type) => {
    expect(ofType(type)?.interaction?.map(({ code }) => code)).toContain('search-type');
    expect(ofType(type)?.searchParam?.map(({ name }) => name)).toContain('patient');
    const { found } = await search(`${type}?patient=${app.patientId}`);
    for (const resource of found) {
      expect(resource.resourceType).toBe(type);
      expect(JSON.stringify(resource)).toContain(`"reference":"Patient/${app.patientId}"`);
    }
  });
});

describe('searches', () => {
  test('[IPA-S-Patient-search] Patient by _id and by identifier', async () => {
    expect((await search(`Patient?_id=${app.patientId}`)).found.map(({ id }) => id)).toEqual([app.patientId]);
    const { found } = await search(`Patient?_id=${app.patientId}`);
    const [identifier] = (found[0] as Patient).identifier ?? [];
    const value = encodeURIComponent(`${identifier?.system ?? ''}|${identifier?.value ?? ''}`);
    expect((await search(`Patient?identifier=${value}`)).found.map(({ id }) => id)).toContain(app.patientId);
    expect((await search('Patient?identifier=http://example.com|nobody')).found).toEqual([]);
  });

  test('[IPA-S-Observation-search] Observation by patient with category, code, and category and date', async () => {
    const { found } = await search(`Observation?patient=${app.patientId}`);
    const observations = found.flatMap((resource) =>
      resource.resourceType === 'Observation' ? [resource as Observation] : [],
    );
    const some = observations.find(
      ({ category, code, effectiveDateTime }) =>
        category?.[0]?.coding !== undefined && code.coding !== undefined && effectiveDateTime !== undefined,
    );
    if (some === undefined) throw new Error('no Observation to search for');
    const coding = (concept: CodeableConcept | undefined) =>
      `${concept?.coding?.[0]?.system ?? ''}|${concept?.coding?.[0]?.code ?? ''}`;
    const category = encodeURIComponent(coding(some.category?.[0]));
    const code = encodeURIComponent(coding(some.code));
    const day = some.effectiveDateTime?.slice(0, 10) ?? '';
    for (const query of [`category=${category}`, `code=${code}`, `category=${category}&date=${day}`]) {
      const { found: matches, bundle } = await search(`Observation?patient=${app.patientId}&${query}`);
      expect(matches.map(({ id }) => id)).toContain(some.id);
      expect(matches.length).toBeLessThanOrEqual(found.length);
      expect(bundle.link?.find(({ relation }) => relation === 'self')?.url).toContain('patient=');
    }
    expect((await search(`Observation?patient=${app.patientId}&category=${category}&date=1850-01-01`)).found).toEqual(
      [],
    );
  });

  test('[IPA-S-DocumentReference-search] DocumentReference by _id and by patient with category, date and type', async () => {
    for (const query of [
      '_id=x',
      `patient=${app.patientId}&category=x`,
      `patient=${app.patientId}&category=x&date=2020`,
      `patient=${app.patientId}&type=http://loinc.org|60591-5`,
    ]) {
      await search(`DocumentReference?${query}`);
    }
  });

  test('[IPA-S-docref] DocumentReference/$docref gives a searchset', async () => {
    const { found } = await search(`DocumentReference/$docref?patient=${app.patientId}`);
    for (const { resourceType } of found) expect(resourceType).toBe('DocumentReference');
  });

  test('[IPA-S-Medication-include] an order or statement and its Medication come together or point to one that can be read', async () => {
    const { bundle } = await search(`MedicationRequest?patient=${app.patientId}&_include=MedicationRequest:medication`);
    const medications = new Set(
      (bundle.entry ?? []).map(({ resource }) => `${resource?.resourceType ?? ''}/${resource?.id ?? ''}`),
    );
    const references = [
      ...JSON.stringify(bundle).matchAll(/"medicationReference":\{"reference":"(Medication\/[^"]+)"/g),
    ];
    expect(references.length).toBeGreaterThan(0);
    for (const [, reference = ''] of references) expect(medications).toContain(reference);
  });
});

describe('the server', () => {
  test('[IPA-S-statement] declares itself and what it supports', () => {
    expect(statement.instantiates).toContain('http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server');
    expect(ofType('Patient')?.supportedProfile).toContain('http://hl7.org/fhir/uv/ipa/StructureDefinition/ipa-patient');
    expect(ofType('DocumentReference')?.operation?.map(({ name }) => name)).toContain('docref');
    expect(statement.format).toContain('json');
  });

  test('[IPA-S-profiles] supports Patient and more of its profiles', () => {
    const supported = TYPES.filter((type) =>
      (ofType(type)?.supportedProfile ?? []).some((url) => url.includes('/uv/ipa/')),
    );
    expect(supported.length).toBeGreaterThan(0);
  });

  test.each([
    ['a parameter that is not valid', 'Condition?_count=all', 400],
    ['a resource that is not there', 'Condition/never-was', 404],
    ['a type there is none of', 'Nonsense/1', 404],
  ])('[IPA-S-responses] %s: %s is %i with an OperationOutcome', async (_what, path, status) => {
    const response = await app.read(path, token);
    expect(response.status).toBe(status);
    expect((await response.json()) as OperationOutcome).toMatchObject({ resourceType: 'OperationOutcome' });
  });

  test('[IPA-S-responses][IPA-S-security] no token is 401, too small a scope 403', async () => {
    const url = `${app.harness.config.fhirBaseUrl}/Condition`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Authorization: 'Bearer made-up' } })).status).toBe(401);
    const narrow = (await app.tokens('launch/patient patient/Patient.rs'))['access_token'] ?? '';
    expect((await app.read('Condition', narrow)).status).toBe(403);
  });

  test('[IPA-S-smart] offers what SMART access to IPA takes', async () => {
    const document = await (await fetch(`${app.harness.config.fhirBaseUrl}/.well-known/smart-configuration`)).json();
    expect((document as { capabilities: string[] }).capabilities).toEqual(
      expect.arrayContaining([
        'launch-standalone',
        'context-standalone-patient',
        'permission-patient',
        'permission-offline',
        'sso-openid-connect',
        'client-public',
        'client-confidential-asymmetric',
      ]),
    );
  });

  test('[IPA-S-must-support] leaves out what is not known: no empty element, no null', async () => {
    for (const type of TYPES) {
      const { bundle } = await search(`${type}?patient=${app.patientId}`);
      expect(JSON.stringify(bundle)).not.toMatch(/:(?:null|\[\]|\{\}|"")/);
    }
  });

  test('[IPA-S-read] what a search finds is what a read gives', async () => {
    const condition = await first('Condition');
    const read = (await (await app.read(`Condition/${condition.id}`, token)).json()) as Resource;
    expect(read.meta?.versionId).toBe(condition.meta?.versionId);
  });
});
