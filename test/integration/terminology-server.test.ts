/** PHR_TERMINOLOGY_SERVER: a code without words gets its name, only such codes are sent, and without the server nothing is missing but the name. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeGateway } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createRecordReader } from '../../src/services/read-record.ts';
import { createAccountSync } from '../../src/services/sync-account.ts';
import { importTerminology } from '../../src/terminology/import-terminology.ts';
import { openIndex } from '../../src/terminology/index/open-index.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { createTerminologyServer } from '../../src/terminology/server/create-terminology-server.ts';
import { createFakeSource, EMPTY_PULL } from '../unit/services/fake-source.ts';
import { linkedAccount, makeContext, signIn } from '../unit/services/make-context.ts';
import { newFolder, snomedRelease, writeFiles } from '../unit/terminology/invented-releases.ts';

const SCT = 'http://snomed.info/sct';

let server: Server;
let asked: string[];
let isUp: boolean;
beforeEach(async () => {
  asked = [];
  isUp = true;
  server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://fake').searchParams.get('code') ?? '';
    asked.push(code);
    const display = NAMES[code];
    const parameter = [{ name: 'display', valueString: display }];
    const status = !isUp ? 503 : display === undefined ? 404 : 200;
    const body = status === 200 ? { resourceType: 'Parameters', parameter } : { resourceType: 'OperationOutcome' };
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** Codes invented. */
const NAMES: Readonly<Record<string, string>> = {
  '995001': 'Gout',
  '995002': 'Metformin 500 mg oral tablet',
  '995003': 'Allergy to penicillin',
  '994001004': 'The server’s own name',
};

async function setUp(terminology?: ReturnType<typeof openIndex>) {
  const gp = createFakeSource('gp');
  const base = await makeContext(gp);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const terminologyServer = createTerminologyServer({ baseUrl, token: undefined }, base);
  const context = { ...base, terminology, terminologyServer };
  const person = await signIn(context);
  const subject = { reference: 'Patient/p1' };
  const coded = (code: string) => ({ coding: [{ system: SCT, code }] });
  const resources = [
    { resourceType: 'Condition', id: 'c1', subject, code: coded('995001') },
    { resourceType: 'Condition', id: 'c2', subject, code: coded('994001004') },
    { resourceType: 'Condition', id: 'c3', subject, code: { ...coded('995009'), text: 'Asthma' } },
    {
      resourceType: 'MedicationStatement',
      id: 'm1',
      status: 'active',
      subject,
      medicationCodeableConcept: coded('995002'),
    },
    { resourceType: 'AllergyIntolerance', id: 'a1', patient: subject, code: coded('995003') },
  ];
  gp.pull = () =>
    Promise.resolve({
      ...EMPTY_PULL,
      resources: resources.map((json, index) => ({
        json,
        text: JSON.stringify(json),
        at: `entry[${index}]`,
        readAs: json.resourceType,
      })),
      outcomes: ['Condition', 'MedicationStatement', 'AllergyIntolerance'].map((type) => ({
        type,
        state: 'done' as const,
        received: 1,
        reason: undefined,
      })),
    });
  await linkedAccount(context, person, gp);
  const sync = createAccountSync(context, { pullDeadlineMs: 10_000, onProgress: () => undefined });
  const reader = createRecordReader(context, sync, { readDeadlineMs: 5_000, freshForMs: 600_000 });
  const read = () =>
    reader.read({
      actor: { issuer: 'https://sign-in.example', sub: 'user-1' },
      clientId: 'an-app',
      subjectId: person.id,
      scopes: [{ level: 'patient', type: '*', read: true, search: true, filters: [] }],
      sources: undefined,
      labels: undefined,
      until: undefined,
      appGrantId: undefined,
    });
  return { context, read, close: () => sync.close() };
}

function texts({ record }: Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['read']>>) {
  return record.unified
    .flatMap(({ resource }) => {
      if (resource.resourceType === 'MedicationStatement') return resource.medicationCodeableConcept?.text ?? '–';
      return 'code' in resource ? ((resource.code as { text?: string }).text ?? '–') : [];
    })
    .toSorted();
}

test('codes without words get their names; an unchanged record is not asked about or computed again', async () => {
  const { read, close } = await setUp();
  const first = await read();
  expect(asked.toSorted()).toEqual(['994001004', '995001', '995002', '995003']);
  expect(texts(first)).toEqual([
    'Allergy to penicillin',
    'Asthma',
    'Gout',
    'Metformin 500 mg oral tablet',
    'The server’s own name',
  ]);
  expect(JSON.stringify(first.record.unified)).toContain('(imported from the terminology server)');
  expect(await read()).toBe(first);
  expect(asked).toHaveLength(4);
  await close();
});

test('what an imported release names is not asked for', async () => {
  const dir = newFolder();
  const out = join(dir, 'sct.index');
  const snomed = [writeFiles(join(dir, 'sct'), snomedRelease())];
  await importTerminology({ rxnorm: [], dmd: [], snomed, icd10Map: [], out }, () => undefined);
  const { read, close } = await setUp(openIndex(out));
  expect(texts(await read())).toContain('Hypertensive disorder (disorder)');
  expect(asked.toSorted()).toEqual(['995001', '995002', '995003']);
  await close();
  await rm(dir, { recursive: true });
});

test('while the server is down the answer comes without names; they come when it is back', async () => {
  isUp = false;
  const { context, read, close } = await setUp();
  const without = await read();
  expect(texts(without)).toEqual(['Asthma', '–', '–', '–', '–']);
  expect(context.logged.filter((line) => line.includes('terminology server'))).toHaveLength(1);
  isUp = true;
  context.advance(31_000);
  const named = await read();
  expect(texts(named)).toContain('Gout');
  expect(named.digest).not.toBe(without.digest);
  await close();
});

test.each([true, false])('the settings make it: set %s', async (isSet) => {
  const dir = newFolder();
  const env = {
    PHR_OPERATOR_KEY: randomBytes(32).toString('base64'),
    PHR_DATA_FILE: join(dir, 'data.sqlite'),
    ...(isSet ? { PHR_TERMINOLOGY_SERVER: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir/` } : {}),
  };
  const gateway = await composeGateway({
    config: loadConfig(env, () => ''),
    sources: [],
    log: createLog({ level: 'silent' }),
    version: '0',
  });
  const codes = [{ system: SCT, code: '995001' }];
  const names = await gateway.services.terminologyServer?.lookUp(codes, new AbortController().signal);
  expect(names?.get(`${SCT}|995001`)).toEqual(isSet ? { names: ['Gout'] } : undefined);
  expect(asked).toHaveLength(isSet ? 1 : 0);
  await gateway.close();
  await rm(dir, { recursive: true });
});
