/** The gateway's own definitions: for everyone, and apart from every record. */
import { fileURLToPath } from 'node:url';
import type { Bundle, CapabilityStatement, OperationOutcome, Resource } from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { loadDefinitions } from '../../src/api/definitions/load-definitions.ts';
import { CANONICAL, EXTENSION, RECORD_KIND_SYSTEM } from '../../src/record/fhir/canonical.ts';
import { BASE_URL, fhirApi } from '../fixtures/fhir-api.ts';
import { faultsOf } from '../fixtures/fhir-validation.ts';
import { smallAnswer, smallRecord } from '../fixtures/small-record.ts';

const definitions = await loadDefinitions(fileURLToPath(new URL('../../profiles/', import.meta.url)));
const api = fhirApi(smallAnswer, { definitions });
const open = (path: string) => api.agent.get(`/fhir/R4${path}`);
const bodyOf = (response: { body: unknown }) => response.body as Bundle;
const urlsIn = (bundle: Bundle) => (bundle.entry ?? []).map(({ resource }) => (resource as { url?: string }).url);

test('every definition is read without a token, as it is published', async () => {
  expect(definitions.length).toBeGreaterThan(20);
  for (const definition of definitions) {
    const response = await open(`/${definition.resourceType}/${definition.id}`).expect(200);
    expect(response.body).toEqual(definition);
    expect(response.headers['etag']).toBeDefined();
    expect(response.headers['x-record-completeness']).toBeUndefined();
  }
});

describe('search', () => {
  test.each([
    [`/StructureDefinition?url=${EXTENSION.reportedStatus}`, [EXTENSION.reportedStatus]],
    [`/CodeSystem?url=${RECORD_KIND_SYSTEM}`, [RECORD_KIND_SYSTEM]],
    [`/CodeSystem?url=${RECORD_KIND_SYSTEM}|0.1.0`, []],
    [`/StructureDefinition?url=${RECORD_KIND_SYSTEM}`, []],
    ['/OperationDefinition?code=everything', [`${CANONICAL}/OperationDefinition/patient-everything`]],
    ['/OperationDefinition?code=everything&_id=original', []],
  ])('%s', async (path, urls) => {
    const bundle = bodyOf(await open(path).expect(200));
    expect(urlsIn(bundle)).toEqual(urls);
    expect(faultsOf(bundle)).toEqual([]);
  });

  test('by form, in pages, in order', async () => {
    const post = api.agent.post('/fhir/R4/CodeSystem/_search').type('form').send(`url=${RECORD_KIND_SYSTEM}`);
    expect(urlsIn(bodyOf(await post.expect(200)))).toEqual([RECORD_KIND_SYSTEM]);
    const page = bodyOf(await open('/StructureDefinition?_sort=-url&_count=2').expect(200));
    expect(page.link?.map(({ relation }) => relation)).toEqual(['self', 'next']);
    const next = page.link?.[1]?.url.slice(BASE_URL.length) ?? '';
    const all = [...urlsIn(page), ...urlsIn(bodyOf(await open(next).expect(200)))];
    expect(all).toEqual([...all].sort().toReversed());
  });

  test('says what it did not apply, and refuses it where asked to', async () => {
    const bundle = bodyOf(await open('/CodeSystem?flavour=mint').expect(200));
    expect(JSON.stringify(bundle.entry)).toContain('Not supported and not applied: flavour.');
    await open('/CodeSystem?flavour=mint').set('Prefer', 'handling=strict').expect(400);
    await open('/CodeSystem?url:below=x').expect(400);
    await open('/CodeSystem?_format=xml').expect(406);
    await open('/CodeSystem/record-kind').set('Accept', 'application/fhir+xml').expect(406);
  });
});

test("a record's own resources of such a type are not among them", async () => {
  const [first] = smallRecord.sourceRecords;
  if (first === undefined) throw new Error('the fixture has records');
  const own = {
    ...first,
    resource: {
      resourceType: 'CodeSystem' as const,
      id: 'gp-codes',
      url: 'https://gp.example/codes',
      status: 'active' as const,
      content: 'complete' as const,
    },
  };
  const mixed = fhirApi(() => smallAnswer({ record: { ...smallRecord, sourceRecords: [own], unified: [] } }), {
    definitions,
  });
  const found = bodyOf(await mixed.get('/CodeSystem').expect(200));
  expect(urlsIn(found)).not.toContain('https://gp.example/codes');
  await mixed.agent.get('/fhir/R4/CodeSystem/gp-codes').expect(401);
  expect((await mixed.get('/CodeSystem/gp-codes').expect(200)).body).toMatchObject({ id: 'gp-codes' });
});

describe('the CapabilityStatement', () => {
  const authorization = {
    authorize: 'https://gateway.example/oauth/auth',
    token: 'https://gateway.example/oauth/token',
  };
  const statementOf = async (options: Parameters<typeof fhirApi>[1]) =>
    (await fhirApi(smallAnswer, options).agent.get('/fhir/R4/metadata').expect(200)).body as CapabilityStatement;

  test('names the authorization server, and International Patient Access only with it', async () => {
    const own = await statementOf({ authorization });
    expect(faultsOf(own)).toEqual([]);
    expect(own.instantiates).toEqual(['http://hl7.org/fhir/uv/ipa/CapabilityStatement/ipa-server']);
    expect(own.rest?.[0]?.security?.extension).toEqual([
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: [
          { url: 'authorize', valueUri: authorization.authorize },
          { url: 'token', valueUri: authorization.token },
        ],
      },
    ]);
    const foreign = await statementOf({});
    expect(foreign.instantiates).toBeUndefined();
    expect(foreign.rest?.[0]?.security?.extension).toBeUndefined();
  });

  test('says which searches work together, as each does', async () => {
    const { rest } = await statementOf({ authorization });
    const combined = (rest?.[0]?.resource ?? []).flatMap(({ type, extension = [] }) =>
      extension.map((one) => ({
        type,
        names: (one.extension ?? []).flatMap(({ url, valueString }) => (url === 'required' ? [valueString ?? ''] : [])),
      })),
    );
    expect(combined).toHaveLength(6);
    for (const { type, names } of combined) {
      const query = names.map((name) => `${name}=${{ patient: 'person-1', date: '2026' }[name] ?? 'x'}`).join('&');
      await api.get(`/${type}?${query}`).set('Prefer', 'handling=strict').expect(200);
    }
  });

  test('every interaction it names works, and no other', async () => {
    const { rest } = await statementOf({ definitions });
    for (const { type, interaction = [] } of rest?.[0]?.resource ?? []) {
      const codes = interaction.map(({ code }) => code);
      expect([type, codes.includes('read'), codes.includes('search-type')]).toEqual([type, true, true]);
      for (const code of codes) expect(['read', 'vread', 'search-type']).toContain(code);
    }
  });

  test('operations have their definitions, which are here or published by HL7', async () => {
    const { rest } = await statementOf({ definitions });
    const operations = (rest?.[0]?.resource ?? []).flatMap(({ operation = [] }) => operation);
    const known = new Set(definitions.map((one) => (one as Resource as { url?: string }).url));
    for (const { definition } of operations) {
      expect(known.has(definition) || definition.startsWith('http://hl7.org/fhir/uv/')).toBe(true);
    }
  });
});

test('a folder with a file that is no resource is refused', async () => {
  await expect(loadDefinitions(fileURLToPath(new URL('../../.config/', import.meta.url)))).rejects.toThrow('holds no');
});

test('what nobody defines is not told without a token', async () => {
  const response = await open('/StructureDefinition/unknown').expect(401);
  expect(faultsOf(response.body as OperationOutcome)).toEqual([]);
});
