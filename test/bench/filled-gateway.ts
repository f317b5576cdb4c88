/** A gateway as a process of its own over a store of people whose records were read just now, and an issuer of tokens for it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/store/durable/sqlite/create-sqlite-store.ts';
import { createLog } from '../../src/telemetry/log.ts';
import { AUDIENCE, startIssuer, type TokenIssuer } from '../fixtures/token-issuer.ts';
import { freePort } from '../servers/free-port.ts';
import { startGatewayProcess, type Settings } from '../servers/gateway-process.ts';
import { putPerson } from './filled-store.ts';

/** As it is installed: what runs the sources takes memory of its own. */
const COMPILED = new URL('../../dist/main.js', import.meta.url).pathname;
/** Where the people of the store sign in: so the access log knows who reads. */
const ISSUER = 'https://sign-in.example';

export interface FilledGateway extends AsyncDisposable {
  /** Ids, in the order of `sizes`. */
  readonly people: readonly string[];
  readonly pid: number;
  readonly trusted: TokenIssuer['trusted'];
  everythingUrl(patient: string): string;
  token(patient: string): Promise<string>;
}

/** @param sizes how many resources each person has. */
export async function startFilledGateway(sizes: readonly number[], settings: Settings = {}): Promise<FilledGateway> {
  if (!existsSync(COMPILED)) throw new Error('Compile first: npm run build');
  const folder = await mkdtemp(join(tmpdir(), 'phr-bench-'));
  const dataFile = join(folder, 'data.sqlite');
  const operatorKey = randomBytes(32);
  const people = await fill(dataFile, operatorKey, sizes);
  const issuer = await startIssuer(ISSUER, () => Math.floor(Date.now() / 1000));
  const { jwksUri, algorithms } = issuer.trusted;
  const issuers = join(folder, 'issuers.json');
  const trusted = [{ issuer: ISSUER, jwksUri, algorithms, audience: AUDIENCE, patient: { claim: 'patient' } }];
  await writeFile(issuers, JSON.stringify(trusted));
  await mkdir(join(folder, 'sources'));
  for (const name of ['gp', 'hospital', 'specialist']) {
    await writeFile(join(folder, 'sources', `${name}.json`), JSON.stringify(sourceOf(name)));
  }
  const port = await freePort();
  const given = {
    PHR_DATA_FILE: dataFile,
    PHR_OPERATOR_KEY: operatorKey.toString('base64'),
    PHR_SOURCES_DIR: join(folder, 'sources'),
    PHR_TOKEN_ISSUERS: issuers,
    PHR_FRESH_FOR_S: '86400',
    PHR_RATE_LIMIT_PER_MINUTE: '0',
    PHR_LOG_LEVEL: 'error',
  };
  const gateway = await startGatewayProcess(port, { ...given, ...settings }, COMPILED);
  return {
    people,
    pid: gateway.pid,
    trusted: issuer.trusted,
    everythingUrl: (patient) => `${gateway.url}/fhir/R4/Patient/${patient}/$everything`,
    token: (patient) => issuer.token({ patient, sub: patient }),
    async [Symbol.asyncDispose]() {
      await gateway.kill();
      await issuer.stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function fill(file: string, operatorKey: Uint8Array, sizes: readonly number[]): Promise<readonly string[]> {
  const store = await createSqliteStore({ file, operatorKey, log: createLog({ level: 'silent' }) });
  const people: string[] = [];
  for (const resources of sizes) people.push(await putPerson(store, resources));
  await store.close();
  return people;
}

/** Of a file of `config/sources`; nothing is asked of it. */
export function sourceOf(name: string) {
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

/** What the process holds of the machine's memory. */
export async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes = ''] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** Linux counts a process's time in hundredths of a second (proc(5), `utime` and `stime`). */
const TICK_MS = 10;

/** What the process has used of processors since it began, its own work and the system's for it. */
export async function processorMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
