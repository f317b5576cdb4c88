/** The sandbox over a folder of anybody's records: what is in the files goes out byte for byte, faults included. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { REDIRECTS, fhir, link, pages, sourceNamed, userNamed } from './sandbox-walks.ts';

/** Each stands in the file exactly so, odd spaces and trailing zeros included. */
const ODD = {
  patient:
    '{ "resourceType" : "Patient", "id":"p-1", "name":[{"family":"Specimen","given":["Sam"]}],"birthDate":"1970-02-03" }',
  dose: '{"resourceType":"MedicationRequest","status":"active","intent":"order","dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.10}}]}]}',
  badId: '{"resourceType":"Condition","id":"not_a=FHIR id","clinicalStatus":{"coding":[{"code":"active"}]}}',
  unknown: '{"resourceType":"Horoscope","id":"h-1"}',
  untyped: '{"id":"nobody-knows"}',
  noResource: '{"fullUrl":"urn:uuid:0"}',
};

const STU3 =
  '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"g_1","meta":{"profile":["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1"]},"identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000018"}],"birthDate":"1970-02-03"}},{"resource":{"resourceType":"MedicationStatement","taken":"unk","status":"active"}}]}';

const BROKEN_LINE = '{"resourceType":"Observation","id":"o-2","status"';

let dir: string;
let sandbox: Sandbox;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-records-'));
  await mkdir(join(dir, 'Sam Specimen'));
  await mkdir(join(dir, 'second'));
  const { noResource, ...resources } = ODD;
  const entries = Object.values(resources).map((text) => `{"fullUrl":"urn:uuid:${text.length}", "resource" :${text}}`);
  const portal = `{"resourceType":"Bundle","type":"collection","entry":[\n${[...entries, noResource].join(',\n')}]}`;
  await writeFile(join(dir, 'Sam Specimen', 'portal.json'), portal);
  await writeFile(join(dir, 'Sam Specimen', 'surgery.json'), STU3);
  await writeFile(
    join(dir, 'Sam Specimen', 'lines.ndjson'),
    ['{"resourceType":"Observation","id":"o-1"}', BROKEN_LINE, '{"resourceType":"Observation","id":"o-3"}'].join('\n'),
  );
  await writeFile(join(dir, 'Sam Specimen', 'Bad Name.json'), '{}');
  await writeFile(
    join(dir, 'second', 'portal.json.gz'),
    gzipSync('{"resourceType":"Patient","name":[{"text":"Second"}]}'),
  );
  await writeFile(
    join(dir, 'second', 'old.json'),
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationOrder","id":"m"}}]}',
  );
  sandbox = await startSandbox({ ...REDIRECTS, recordsDir: dir });
});

afterAll(async () => {
  await sandbox.close();
  await rm(dir, { recursive: true });
});

test('one server per source name, its kind and release told from the files', () => {
  expect(sandbox.sources.map(({ name, kind, config }) => [name, kind, config.fhirVersion])).toEqual([
    ['lines', 'smart', 'R4'],
    ['old', 'smart', 'DSTU2'],
    ['portal', 'smart', 'R4'],
    ['surgery', 'gp-connect-structured', 'STU3'],
  ]);
});

test('the types asked for are those in the files', () => {
  expect(sourceNamed(sandbox, 'portal').config.resourceTypes).toEqual([
    'Patient',
    'MedicationRequest',
    'Condition',
    'Horoscope',
  ]);
});

test('a file whose name cannot be a source is named', () => {
  expect(sandbox.problems).toHaveLength(1);
  expect(sandbox.problems[0]).toContain('Sam Specimen/Bad Name.json');
});

describe('users', () => {
  test('are made from the folders, their claims from the first Patient found', () => {
    const user = userNamed(sandbox, 'sam-specimen');
    expect(user.claims).toEqual({
      identity_proofing_level: 'P9',
      given_name: 'Sam',
      family_name: 'Specimen',
      birthdate: '1970-02-03',
    });
    expect(userNamed(sandbox, 'second').claims).toEqual({ identity_proofing_level: 'P9', family_name: 'Second' });
  });

  test('may open their own folder at the sources that have it, and no other', async () => {
    const { tokens } = await link(sourceNamed(sandbox, 'portal'), userNamed(sandbox, 'second'));
    expect(tokens['patient']).toBe('patient-second');
    await expect(link(sourceNamed(sandbox, 'surgery'), userNamed(sandbox, 'second'))).rejects.toThrow(/403/);
  });
});

describe('what goes out', () => {
  test('is what stands in the file, byte for byte, untyped items with the first type', async () => {
    const portal = sourceNamed(sandbox, 'portal');
    const { tokens } = await link(portal, userNamed(sandbox, 'sam-specimen'));
    const texts = await Promise.all(
      portal.config.resourceTypes.map(
        async (type) => (await fhir(`${portal.baseUrl}/${type}?patient=p-1`, tokens.access_token)).text,
      ),
    );
    const [patients, requests, conditions, horoscopes] = texts;
    expect(patients).toContain(ODD.patient);
    expect(patients).toContain(ODD.untyped);
    expect(patients).toContain(ODD.noResource);
    expect(requests).toContain(ODD.dose);
    expect(conditions).toContain(ODD.badId);
    expect(horoscopes).toContain(ODD.unknown);
    expect(requests).toContain(`"fullUrl":"urn:uuid:${ODD.dose.length}"`);
  });

  test('a broken line spoils its own page only, and the pages after it are still reached', async () => {
    const lines = sourceNamed(sandbox, 'lines');
    const { tokens } = await link(lines, userNamed(sandbox, 'sam-specimen'));
    const first = await fhir(`${lines.baseUrl}/Observation`, tokens.access_token);
    const ids = (JSON.parse(first.text) as { entry: { resource: { id: string } }[] }).entry.map(
      ({ resource }) => resource.id,
    );
    expect(ids).toEqual(['o-1', 'o-3']);
    const next = (JSON.parse(first.text) as { link: { relation: string; url: string }[] }).link.find(
      ({ relation }) => relation === 'next',
    );
    const second = await fhir(next?.url ?? '', tokens.access_token);
    expect(second.text).toContain(BROKEN_LINE);
    expect(() => JSON.parse(second.text) as unknown).toThrow();
  });

  test('a GP Connect file comes whole from the one operation', async () => {
    const surgery = sourceNamed(sandbox, 'surgery');
    const { tokens } = await link(surgery, userNamed(sandbox, 'sam-specimen'));
    const response = await fetch(`${surgery.baseUrl}/Patient/$gpc.getstructuredrecord`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tokens.access_token}`, 'Content-Type': 'application/fhir+json' },
      body: '{"resourceType":"Parameters"}',
    });
    expect(await response.text()).toContain('{"resourceType":"MedicationStatement","taken":"unk","status":"active"}');
  });

  test('a Patient without an id is read under the id of the token answer', async () => {
    const portal = sourceNamed(sandbox, 'portal');
    const { tokens } = await link(portal, userNamed(sandbox, 'second'));
    expect((await fhir(`${portal.baseUrl}/Patient/patient-second`, tokens.access_token)).status).toBe(200);
    expect(await pages(`${portal.baseUrl}/Patient`, tokens.access_token)).toHaveLength(1);
  });
});

test('a folder that is not there, or holds nothing, is a RecordsError that names it', async () => {
  await expect(startSandbox({ ...REDIRECTS, recordsDir: join(dir, 'nowhere') })).rejects.toMatchObject({
    name: 'RecordsError',
  });
  await expect(startSandbox({ ...REDIRECTS, recordsDir: join(dir, 'second') })).rejects.toThrow(
    /<patient>\/<source>\.json/,
  );
});
