/**
 * Memory of a gateway process while many people's records are computed anew, some at a time, round after round: what it takes at
 * most, and whether it grows. Records rest in the store and were read from their sources just now.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { AUDIENCE, startIssuer } from '../fixtures/token-issuer.ts';
import { freePort } from '../servers/free-port.ts';
import { startGatewayProcess } from '../servers/gateway-process.ts';
import { putPerson } from './filled-store.ts';
import type { BenchRow } from './row.ts';

const PEOPLE = 200;
const RESOURCES = 2_000;
const AT_ONCE = 16;
const ROUNDS = process.env['PHR_FULL'] === '1' ? 10 : 3;
const MB = 1024 * 1024;

export async function benchMemory(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-memory-'));
  const dataFile = join(folder, 'data.sqlite');
  const operatorKey = randomBytes(32);
  const people = await fill(dataFile, operatorKey);
  await using issuer = await startIssuer('https://issuer.example', () => Math.floor(Date.now() / 1000));
  const { jwksUri, algorithms } = issuer.trusted;
  const issuers = join(folder, 'issuers.json');
  await writeFile(
    issuers,
    JSON.stringify([
      { issuer: 'https://issuer.example', jwksUri, algorithms, audience: AUDIENCE, patient: { claim: 'patient' } },
    ]),
  );
  await mkdir(join(folder, 'sources'));
  for (const name of ['gp', 'hospital', 'specialist']) {
    await writeFile(join(folder, 'sources', `${name}.json`), JSON.stringify(sourceOf(name)));
  }
  const gateway = await startGatewayProcess(await freePort(), {
    PHR_DATA_FILE: dataFile,
    PHR_OPERATOR_KEY: operatorKey.toString('base64'),
    PHR_SOURCES_DIR: join(folder, 'sources'),
    PHR_TOKEN_ISSUERS: issuers,
    PHR_FRESH_FOR_S: '86400',
    PHR_RATE_LIMIT_PER_MINUTE: '0',
    PHR_LOG_LEVEL: 'error',
    // As in a container of 512 MB; otherwise the engine lets garbage lie for as long as the machine has room.
    NODE_OPTIONS: '--max-old-space-size=256',
  });
  try {
    const limit = pLimit(AT_ONCE);
    const peaks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let peak = 0;
      await Promise.all(
        people.map((patient) =>
          limit(async () => {
            await readRecord(`${gateway.url}/fhir/R4`, patient, await issuer.token({ patient, sub: patient }));
            peak = Math.max(peak, await residentBytes(gateway.pid));
          }),
        ),
      );
      peaks.push(peak);
    }
    const [first = Number.NaN] = peaks;
    return [
      {
        what: `${PEOPLE} people of ${RESOURCES} resources, ${AT_ONCE} at once, heap of 256 MB: at most`,
        value: Math.max(...peaks) / MB,
        unit: 'MB',
      },
      { what: `last of ${ROUNDS} rounds / first`, value: (peaks.at(-1) ?? Number.NaN) / first, unit: 'x' },
    ];
  } finally {
    await gateway.kill();
    await rm(folder, { recursive: true });
  }
}

async function fill(file: string, operatorKey: Uint8Array): Promise<readonly string[]> {
  const store = await createSqliteStore({ file, operatorKey, log: createLog({ level: 'silent' }) });
  const people: string[] = [];
  for (let i = 0; i < PEOPLE; i++) people.push(await putPerson(store, RESOURCES));
  await store.close();
  return people;
}

function sourceOf(name: string) {
  return {
    title: name,
    adds: 'Invented records.',
    kind: 'smart',
    baseUrl: `https://${name}.example/fhir`,
    fhirVersion: 'R4',
    clientId: 'gateway',
    authentication: { method: 'public' },
    scopes: ['patient/*.rs'],
    resourceTypes: [
      'Patient',
      'Condition',
      'MedicationStatement',
      'MedicationRequest',
      'Observation',
      'AllergyIntolerance',
    ],
  };
}

async function readRecord(base: string, patient: string, token: string): Promise<void> {
  const answer = await fetch(`${base}/Patient/${patient}/$everything`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
